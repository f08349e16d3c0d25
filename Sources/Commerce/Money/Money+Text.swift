extension Money {
    /// `129.90 BRL`: exact, with as many decimals as the scale has; the amount itself when the scale is not positive.
    package var text: String {
        var digits = String(amount.magnitude)
        if scale > 0 {
            digits = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
        }
        return (amount < 0 ? "-" : "") + digits + " " + currency
    }
}
