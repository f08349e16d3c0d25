import Basics

/// Values as people read them.
enum Shown {
    /// `2026-11-22 08:30 UTC`: the same in all languages.
    static func moment(_ instant: Instant) -> String {
        let text = instant.iso8601
        guard let mark = text.firstIndex(of: "T") else { return text }
        return "\(text[..<mark]) \(text[text.index(after: mark)...].prefix(5)) UTC"
    }

    /// `R$ 1.234,56`.
    static func money(cents: Int64, _ language: Language) -> String {
        let digits = grouped(cents.magnitude / 100, by: language == .english ? "," : ".")
        let rest = cents.magnitude % 100
        let point = language == .english ? "." : ","
        return (cents < 0 ? "−" : "") + "R$\u{a0}\(digits)\(point)\(rest < 10 ? "0" : "")\(rest)"
    }

    static func number(_ value: Int, _ language: Language) -> String {
        grouped(UInt64(max(0, value)), by: language == .english ? "," : ".")
    }

    private static func grouped(_ value: UInt64, by mark: String) -> String {
        let digits = Array(String(value))
        return digits.enumerated().map { position, digit in
            position > 0 && (digits.count - position).isMultiple(of: 3) ? mark + String(digit) : String(digit)
        }.joined()
    }
}

/// What a person typed into a field.
enum Typed {
    static let longestName = 100

    /// Without blanks at both ends and without control characters; cut at `longest`.
    static func line(_ text: String?, longest: Int = longestName) -> String {
        let plain = (text ?? "").unicodeScalars.filter { $0.properties.generalCategory != .control }
        let visible = String(String.UnicodeScalarView(plain)).drop { $0.isWhitespace }
        return String(String(visible.reversed().drop { $0.isWhitespace }.reversed()).prefix(longest))
    }

    /// Text as part of a query.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                byte < 128
                && (Character(scalar).isLetter || Character(scalar).isNumber || "-._~".contains(Character(scalar)))
            return isPlain ? String(scalar) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }.joined()
    }
}
