import Basics
import Foundation

/// Fields of the data set as values.
struct OlistFields {
    let file: CSVFile

    private static let zone = TimeZone(identifier: "America/Sao_Paulo")

    /// `199.9` is 19 990 cents; more than two decimals, signs and words are refused.
    func cents(_ text: String, line: Int) throws -> Int64 {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count > 1 ? parts[1] : ""
        guard (1...2).contains(parts.count), let whole = Int64(parts[0]), whole >= 0, whole < 1_000_000_000,
            parts[0].allSatisfy(\.isNumber), fraction.count <= 2, fraction.allSatisfy(\.isNumber),
            parts.count == 1 || !fraction.isEmpty, let rest = Int64((fraction + "00").prefix(2))
        else { throw notReadable(text, line: line) }
        return whole * 100 + rest
    }

    /// Local time in São Paulo, such as `2017-02-13 13:57:00`; nil when empty.
    func instant(_ text: String, line: Int) throws -> Instant? {
        if text.isEmpty { return nil }
        guard let local = Instant(iso8601: text), text.utf8.count >= 10 else { throw notReadable(text, line: line) }
        let seconds = local.microseconds / 1_000_000
        // Offset as of three hours later first, then as of the instant that gives: right but for the skipped hour.
        let rough = seconds - Int64(OlistFields.offset(at: seconds + 10_800))
        return Instant(seconds: seconds - Int64(OlistFields.offset(at: rough)))
    }

    private static func offset(at seconds: Int64) -> Int {
        zone?.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))) ?? -10_800
    }

    func notReadable(_ text: String, line: Int) -> SandboxError {
        file.broken(
            line,
            Phrase(
                pt: "não dá para entender “\(text.prefix(40))”.", es: "no se entiende “\(text.prefix(40))”.",
                en: "cannot make sense of “\(text.prefix(40))”."))
    }
}
