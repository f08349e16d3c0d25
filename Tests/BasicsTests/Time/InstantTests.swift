import Basics
import Testing

struct InstantTests {
    /// 2018-07-04T14:09:08Z.
    private static let second: Int64 = 1_530_713_348_000_000

    @Test(
        arguments: [
            ("2018-07-04T14:09:08Z", second),
            ("2018-07-04T14:09:08z", second),
            ("2018-07-04t14:09:08Z", second),
            ("2018-07-04 14:09:08", second),
            ("2018-07-04T14:09:08", second),
            ("2018-07-04T14:09:08.2718405Z", second + 271_840),
            ("2018-07-04T14:09:08.2718405+00:00", second + 271_840),
            ("2018-07-04T14:09:08.9999999Z", second + 999_999),
            ("2018-07-04T14:09:08.1Z", second + 100_000),
            ("2018-07-04T14:09:08,05Z", second + 50_000),
            ("2018-07-04T14:09:08.000000000000000000000000000001Z", second),
            ("2018-07-04T11:09:08-03:00", second),
            ("2018-07-04T11:09:08-0300", second),
            ("2018-07-04T11:09:08.5-03", second + 500_000),
            ("2018-07-04T19:39:08+05:30", second),
            ("2018-07-05T02:09:08+12:00", second),
            ("2018-07-04T14:09Z", second - 8_000_000),
            ("2018-07-04", 1_530_662_400_000_000),
            ("1970-01-01T00:00:00Z", 0),
            ("1969-12-31T23:59:59.999999Z", -1),
            ("0001-01-01T00:00:00", -62_135_596_800_000_000),
            ("0000-02-29", -62_162_121_600_000_000),
            ("9999-12-31T23:59:59.9999999Z", 253_402_300_799_999_999),
            ("2000-02-29", 951_782_400_000_000),
            ("2024-02-29T23:59:60Z", 1_709_251_200_000_000),
            ("+002018-07-04T14:09:08Z", second),
            ("-000001-01-01T00:00:00Z", -62_198_755_200_000_000),
        ] as [(String, Int64)])
    func `every shape that platforms send is read`(text: String, microseconds: Int64) {
        #expect(Instant(iso8601: text)?.microseconds == microseconds)
        #expect(Instant(iso8601: text[...])?.microseconds == microseconds)
    }

    @Test(arguments: [
        "", " ", "2018", "2018-07", "2018-7-4", "2018-07-04T", "2018-07-04T14", "2018-07-04T14:", "2018-07-04T14:09:",
        "2018-07-04T14:09:08.", "2018-07-04T14:09:08.Z", "2018-07-04T14:09:08+", "2018-07-04T14:09:08+3",
        "2018-07-04T14:09:08+19:00", "2018-07-04T14:09:08+03:60", "2018-07-04T14:09:08ZZ", "2018-07-04T14:09:08 Z",
        " 2018-07-04", "2018-07-04 ", "2018-07-04Z", "2018-00-04", "2018-13-04", "2018-07-00", "2018-07-32",
        "2018-02-29", "1900-02-29", "2018-04-31", "2018-07-04T24:00:00Z", "2018-07-04T14:60:00Z",
        "2018-07-04T14:09:61Z", "2018/07/04", "04-07-2018", "20180704T140908Z", "2018-07-04T14:09:08−03:00",
        "２０18-07-04", "null", "+2018-07-04", "+999999-01-01", "-999999-01-01", "2018-07-04T14:09:08\u{0}",
    ])
    func `what is no instant is refused`(text: String) {
        #expect(Instant(iso8601: text) == nil)
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999999Z"),
            (second + 5, "2018-07-04T14:09:08.000005Z"),
            (253_402_300_800_000_000, "+010000-01-01T00:00:00Z"),
            (-62_167_219_200_000_001, "-000001-12-31T23:59:59.999999Z"),
            (.max, "+294247-01-10T04:00:54.775807Z"), (.min, "-290308-12-21T19:59:05.224192Z"),
        ] as [(Int64, String)])
    func `an instant is written in UTC`(microseconds: Int64, text: String) {
        #expect(Instant(microseconds: microseconds).iso8601 == text)
        #expect(Instant(iso8601: text) == Instant(microseconds: microseconds))
    }

    @Test(arguments: [5, 20_261_122] as [UInt64])
    func `what is written is read back`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)

        for _ in 0..<20_000 {
            let shift = Int64.random(in: 0..<64, using: &random)
            let instant = Instant(microseconds: Int64(bitPattern: random.next()) >> shift)
            #expect(Instant(iso8601: instant.iso8601) == instant, "seed \(seed)")
        }
    }

    @Test func `sums stop at the ends of time`() {
        let now = Instant(seconds: 1_530_713_348)

        #expect(now + .seconds(2) == Instant(seconds: 1_530_713_350))
        #expect(now - .milliseconds(1) == Instant(microseconds: 1_530_713_347_999_000))
        #expect(.distantFuture + .seconds(1) == Instant.distantFuture)
        #expect(.distantPast - .seconds(1) == Instant.distantPast)
        #expect(now + .seconds(Int64.max) == Instant.distantFuture)
        #expect(.distantPast + .seconds(-1) == Instant.distantPast)
        #expect(Instant(seconds: .max) == Instant.distantFuture)
        #expect(Instant(seconds: .min) == Instant.distantPast)
        #expect(Instant.distantFuture - now == .microseconds(Int64.max - 1_530_713_348_000_000))
        #expect((Instant.distantFuture - Instant.distantPast).microseconds == .max)
        #expect((Instant.distantPast - Instant.distantFuture).microseconds == .min)
    }

    @Test func `a duration has microseconds and seconds`() {
        #expect(Duration.milliseconds(1500).microseconds == 1_500_000)
        #expect(Duration.nanoseconds(-1999).microseconds == -1)
        #expect(Duration.milliseconds(-1500).seconds == -1.5)
    }
}
