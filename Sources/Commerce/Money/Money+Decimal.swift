extension Money {
    /// Decimals beyond this are a platform's floating point, not money.
    private static let mostDecimals = 6

    /// The exact amount of a decimal as platforms write it: `129.9`, `-0.0125`, `1.299e2`.
    ///
    /// The scale is two, or as many decimals as the text has that are not zero: `0.0125` is 125 at scale 4. Beyond six
    /// decimals it is rounded to six, halves away from zero.
    ///
    /// - Returns: nil for what is no such number, and for more than 64 bits hold.
    package init?(decimal text: some StringProtocol, currency: String) {
        guard let number = DecimalDigits(text) else { return nil }
        var digits = number.digits
        var scale = number.scale
        if scale > Self.mostDecimals {
            let dropped = scale - Self.mostDecimals
            let first = dropped <= digits.count ? digits[digits.count - dropped] : 0
            digits = Array(digits.dropLast(dropped))
            scale = Self.mostDecimals
            guard let amount = Self.amount(digits, negative: false), amount < .max else { return nil }
            digits = String(first >= 5 ? amount + 1 : amount).utf8.map { $0 - 0x30 }
        }
        while scale > 2, digits.last == 0 || digits.isEmpty {
            if !digits.isEmpty { digits.removeLast() }
            scale -= 1
        }
        guard scale > -20 else { return nil }
        while scale < 2 {
            if !digits.isEmpty { digits.append(0) }
            scale += 1
        }
        guard let amount = Self.amount(digits, negative: number.isNegative) else { return nil }
        self.init(amount: amount, currency: currency, scale: scale)
    }

    private static func amount(_ digits: [UInt8], negative: Bool) -> Int64? {
        var amount: Int64 = 0
        for digit in digits {
            let (tenfold, overflows) = amount.multipliedReportingOverflow(by: 10)
            let (sum, sumOverflows) = tenfold.addingReportingOverflow(negative ? -Int64(digit) : Int64(digit))
            guard !overflows, !sumOverflows else { return nil }
            amount = sum
        }
        return amount
    }
}

/// A decimal number taken apart: its digits without zeros in front, and how many of them stand behind the point.
private struct DecimalDigits {
    private(set) var digits: [UInt8] = []
    private(set) var scale = 0
    private(set) var isNegative = false

    init?(_ text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest.removeFirst()
        }
        var count = 0
        var isBehindPoint = false
        while let byte = rest.first, byte != UInt8(ascii: "e"), byte != UInt8(ascii: "E") {
            rest.removeFirst()
            if byte == UInt8(ascii: "."), !isBehindPoint {
                isBehindPoint = true
                continue
            }
            guard case let digit = byte &- 0x30, digit < 10 else { return nil }
            count += 1
            if isBehindPoint { scale += 1 }
            if digit != 0 || !digits.isEmpty { digits.append(digit) }
        }
        guard count > 0, count <= 400 else { return nil }
        guard !rest.isEmpty else { return }
        guard let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), (-400...400).contains(exponent)
        else { return nil }
        scale -= exponent
    }
}
