import Commerce
import Testing

struct MoneyDecimalTests {
    @Test(
        arguments: [
            ("129.9", "129.90 BRL"), ("455.00", "455.00 BRL"), ("0.1", "0.10 BRL"), ("7", "7.00 BRL"),
            ("-3.5", "-3.50 BRL"), ("0.0125", "0.0125 BRL"), ("12.340000", "12.34 BRL"), ("1e-05", "0.00001 BRL"),
            ("1.299e2", "129.90 BRL"), ("2E3", "2000.00 BRL"), ("0", "0.00 BRL"), ("0e9", "0.00 BRL"),
            ("19.990000000000002", "19.99 BRL"), ("0.0000005", "0.000001 BRL"), ("0.0000004", "0.00 BRL"),
            ("+1.5", "1.50 BRL"), (".5", "0.50 BRL"), ("92233720368547758.07", "92233720368547758.07 BRL"),
            ("-92233720368547758.08", "-92233720368547758.08 BRL"),
        ])
    func `a decimal is taken exactly, with two decimals at least and six at most`(text: String, expected: String) {
        #expect(Money(decimal: text, currency: "BRL")?.text == expected)
    }

    @Test(arguments: [
        "", "-", ".", "12,50", "R$ 5", "1.2.3", "1e", "e5", "NaN", "92233720368547758.08", "1e400", "1e19",
    ])
    func `what is no amount, or a greater one than 64 bits hold, is none`(text: String) {
        #expect(Money(decimal: text, currency: "BRL") == nil)
    }
}
