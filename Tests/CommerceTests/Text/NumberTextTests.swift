import Basics
import Commerce
import Testing

struct NumberTextTests {
    @Test(
        arguments: [
            (12_990, 2, Language.portuguese, "R$ 129,90"), (12_990, 2, .spanish, "R$ 129,90"),
            (12_990, 2, .english, "R$ 129.90"), (0, 2, .portuguese, "R$ 0,00"), (5, 2, .portuguese, "R$ 0,05"),
            (-5, 2, .portuguese, "-R$ 0,05"), (123_456_789, 2, .portuguese, "R$ 1.234.567,89"),
            (123_456_789, 2, .english, "R$ 1,234,567.89"), (12_345_678, 4, .portuguese, "R$ 1.234,5678"),
            (12_345_000, 4, .portuguese, "R$ 1.234,50"), (1500, 0, .portuguese, "R$ 1.500"),
            (Int64.min, 2, .english, "-R$ 92,233,720,368,547,758.08"),
        ] as [(Int64, Int, Language, String)])
    func `money is written as each language writes it`(
        _ amount: Int64, _ scale: Int, _ language: Language, _ expected: String
    ) {
        let money = Money(amount: amount, currency: "BRL", scale: scale)

        #expect(NumberText.money(money, in: language) == expected)
    }

    @Test(
        arguments: [
            (1_440_000, .portuguese, "1,44"), (1_440_000, .english, "1.44"), (2_000_000, .spanish, "2"),
            (1, .portuguese, "0,000001"), (0, .english, "0"), (-500_000, .portuguese, "-0,5"),
            (12_345_600_000, .portuguese, "12.345,6"), (12_345_600_000, .english, "12,345.6"),
        ] as [(Int64, Language, String)])
    func `a decimal has as many places as it takes`(_ millionths: Int64, _ language: Language, _ expected: String) {
        #expect(NumberText.decimal(millionths: millionths, in: language) == expected)
    }

    @Test(arguments: [
        (Duration.milliseconds(1), "1 s"), (.zero, "0 s"), (.seconds(59), "59 s"), (.seconds(60), "1 min"),
        (.seconds(185), "3 min 5 s"), (.seconds(7800), "2 h 10 min"), (.seconds(7200), "2 h"), (.seconds(-3), "0 s"),
    ])
    func `a length of time has its two largest units`(_ duration: Duration, _ expected: String) {
        #expect(NumberText.duration(duration) == expected)
    }

    @Test(arguments: [(Duration.milliseconds(1_005), "1.005"), (.zero, "0.000"), (.microseconds(1_999_999), "1.999")])
    func `seconds in JSON are a number whatever the language`(_ duration: Duration, _ expected: String) {
        #expect(NumberText.seconds(duration) == expected)
    }

    @Test(arguments: [
        (Language.portuguese, "22/11/2026 10:15:32"), (.spanish, "22/11/2026 10:15:32"),
        (.english, "2026-11-22 10:15:32"),
    ])
    func `a moment is shown in its zone`(_ language: Language, _ expected: String) throws {
        let instant = try #require(Instant(iso8601: "2026-11-22T13:15:32.5Z"))

        #expect(DateText.moment(instant, in: language, zone: .fixed(secondsEast: -3 * 3600)) == expected)
    }
}
