import Basics
import Storage

/// The platform's refusal of one stream: the key lacks the right. The connection's other streams go on.
package struct StreamRefusal: Hashable, Sendable {
    /// As in `platform.forbidden`.
    package var code: String
    package var explanation: Phrase
    package var remedy: Phrase?
    /// Refused without a break since then.
    package var since: Instant
    /// When it was last refused.
    package var seenAt: Instant
    /// When the stream is tried again; earlier by hand or after a check of the key.
    package var retryAt: Instant

    package init(
        code: String, explanation: Phrase, remedy: Phrase?, since: Instant, seenAt: Instant, retryAt: Instant
    ) {
        self.code = code
        self.explanation = explanation
        self.remedy = remedy
        self.since = since
        self.seenAt = seenAt
        self.retryAt = retryAt
    }

    /// Adds the refusal to the table of streams.
    static let columns: [SQL] = [
        "ALTER TABLE streams ADD COLUMN refused_code \(type: .key)",
        "ALTER TABLE streams ADD COLUMN refused_pt \(type: .text)",
        "ALTER TABLE streams ADD COLUMN refused_es \(type: .text)",
        "ALTER TABLE streams ADD COLUMN refused_en \(type: .text)",
        "ALTER TABLE streams ADD COLUMN refused_remedy_pt \(type: .text)",
        "ALTER TABLE streams ADD COLUMN refused_remedy_es \(type: .text)",
        "ALTER TABLE streams ADD COLUMN refused_remedy_en \(type: .text)",
        "ALTER TABLE streams ADD COLUMN refused_since \(type: .integer)",
        "ALTER TABLE streams ADD COLUMN refused_at \(type: .integer)",
        "ALTER TABLE streams ADD COLUMN refused_until \(type: .integer)",
    ]

    /// Reads the columns from `refused_code` on; nil when the stream is not refused.
    init?(_ row: Row, from column: Int) throws {
        guard let code = try row.optionalText(column) else { return nil }
        self.code = code
        explanation = try Phrase(row, from: column + 1) ?? Phrase(same: code)
        remedy = try Phrase(row, from: column + 4)
        since = try row.instant(column + 7)
        seenAt = try row.instant(column + 8)
        retryAt = try row.instant(column + 9)
    }
}

extension Phrase {
    fileprivate init?(_ row: Row, from column: Int) throws {
        guard let portuguese = try row.optionalText(column) else { return nil }
        self.init(
            pt: portuguese, es: try row.optionalText(column + 1) ?? "", en: try row.optionalText(column + 2) ?? "")
    }
}
