import Basics
import Storage

extension Members {
    static let columns: SQL = "m.id, m.email, m.name, m.language, m.role, m.state, m.created_at, m.last_sign_in_at"
    static let columnCount = 8
    static let select: SQL = "SELECT \(columns) FROM members m"

    /// Reads `columns`. The schema lets no other word into language, role and state.
    static func member(_ row: Row) throws -> Member {
        Member(
            id: try row.id(0), email: EmailAddress(stored: try row.text(1)), name: try row.text(2),
            language: Language(rawValue: try row.text(3)) ?? .english,
            role: MemberRole(rawValue: try row.text(4)) ?? .reader,
            state: Member.State(rawValue: try row.text(5)) ?? .disabled, createdAt: try row.instant(6),
            lastSignInAt: try row.optionalInstant(7))
    }
}
