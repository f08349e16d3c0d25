/// A telephone's number as it compares: digits with the country's.
package struct PhoneNumber: Hashable, Sendable {
    /// As in `5511987654321`.
    package let text: String

    /// Numbers without a country are Brazil's, the platforms' home: an area of two digits and eight or nine more.
    ///
    /// Nil for what is too short or too long to be one (ITU-T E.164 has 15 digits at most), and for a filler: at most two
    /// different digits after the area.
    package init?(_ typed: String) {
        let isInternational = typed.drop { $0 == " " }.hasPrefix("+")
        var digits = String(typed.filter { $0.isASCII && $0.isNumber })
        if !isInternational {
            digits = String(digits.drop { $0 == "0" })
            if digits.count == 10 || digits.count == 11 { digits = "55" + digits }
        }
        guard (11...15).contains(digits.count), Set(digits.suffix(8)).count > 2 else { return nil }
        text = digits
    }
}
