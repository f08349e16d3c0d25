import Basics

/// Reads the `Retry-After` header: seconds, or a date in one of the three forms of HTTP.
///
/// Source: RFC 9110 §10.2.3 and §5.6.7, read 2026-11-22.
package enum RetryAfter {
    /// Nil when the value is neither; a date that has passed is zero.
    package static func duration(_ value: String, now: Instant) -> Duration? {
        let text = value.trimmingBlanks
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            // Longer numbers than any wait are a wait without end.
            return .seconds(Int64(text.prefix(10)) ?? 0)
        }
        return date(text).map { max(.zero, $0 - now) }
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`.
    static func date(_ text: String) -> Instant? {
        let parts = text.split { $0 == " " || $0 == "," || $0 == "-" }
        if parts.count == 6, parts[5] == "GMT" {
            return instant(year: parts[3], month: parts[2], day: parts[1], time: parts[4])
        }
        if parts.count == 5 { return instant(year: parts[4], month: parts[1], day: parts[2], time: parts[3]) }
        return nil
    }

    private static func instant(year: Substring, month: Substring, day: Substring, time: Substring) -> Instant? {
        guard let monthIndex = months.firstIndex(of: month.lowercased()), let shortYear = Int(year), let day = Int(day),
            (0...9999).contains(shortYear), (1...31).contains(day)
        else { return nil }
        let year = shortYear < 70 ? 2000 + shortYear : shortYear < 100 ? 1900 + shortYear : shortYear
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return Instant(iso8601: "\(padded(year, 4))-\(padded(monthIndex + 1, 2))-\(padded(day, 2))T\(time)Z")
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
