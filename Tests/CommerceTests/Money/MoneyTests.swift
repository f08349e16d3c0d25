import Commerce
import Testing

struct MoneyTests {
    @Test(
        arguments: [
            (12_990, 2, "129.90 BRL"), (5, 2, "0.05 BRL"), (0, 2, "0.00 BRL"), (-5, 2, "-0.05 BRL"),
            (100, 2, "1.00 BRL"),
            (7, 0, "7 BRL"), (-1_234_567, 6, "-1.234567 BRL"), (.min, 2, "-92233720368547758.08 BRL"),
            (.max, 0, "9223372036854775807 BRL"), (1, 6, "0.000001 BRL"),
        ] as [(Int64, Int, String)])
    func `the text is exact`(amount: Int64, scale: Int, expected: String) {
        #expect(Money(amount: amount, currency: "BRL", scale: scale).text == expected)
    }
}
