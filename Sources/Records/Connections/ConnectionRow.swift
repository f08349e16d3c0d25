import Basics
import Storage

/// A connection's columns, read back.
enum ConnectionRow {
    static let select: SQL = """
        SELECT id, platform, account, base_url, app_key, name, time_zone, created_at, state, attention_code,
            reason_pt, reason_es, reason_en, remedy_pt, remedy_es, remedy_en, is_draft
        FROM connections
        """

    static func connection(_ row: Row) throws -> Connection {
        Connection(
            id: try row.id(0), platform: try row.text(1), account: try row.text(2), baseURL: try row.text(3),
            key: try row.text(4), name: try row.text(5), timeZone: try row.text(6), state: try state(row),
            createdAt: try row.instant(7))
    }

    private static func state(_ row: Row) throws -> Connection.State {
        if try row.bool(16) { return .draft }
        if let code = try row.optionalText(9) {
            let remedy = row.isNull(13) ? nil : try phrase(row, from: 13)
            return .needsAttention(code: code, reason: try phrase(row, from: 10), remedy: remedy)
        }
        return try row.text(8) == Connection.State.paused.name ? .paused : .active
    }

    private static func phrase(_ row: Row, from column: Int) throws -> Phrase {
        Phrase(pt: try row.text(column), es: try row.text(column + 1), en: try row.text(column + 2))
    }
}

extension Connection.State {
    /// As the column and scripts have it.
    package var name: String {
        switch self {
        case .draft: "draft"
        case .active: "active"
        case .paused: "paused"
        case .needsAttention: "needs_attention"
        }
    }

    /// What the column `state` has. A draft is paused to programs that do not know of drafts, so that a node of the version
    /// before leaves it alone.
    var column: String { self == .draft ? Self.paused.name : name }

    var attention: (code: String, reason: Phrase, remedy: Phrase?)? {
        guard case .needsAttention(let code, let reason, let remedy) = self else { return nil }
        return (code, reason, remedy)
    }

    var auditText: String {
        guard let attention else { return name }
        return "\(name): \(attention.code)"
    }
}
