import Basics
import Journal
import Secrets
import Storage

/// How an installation gets its first owner: by a code that only who started the program has seen.
///
/// While there is no member, each start makes a code of its own, good for a day. Whoever brings one makes the first
/// owner; then all codes are gone, and no more are made.
package struct SetUp: Sendable {
    package static let lifetime = Duration.seconds(86_400)

    static let tables: [SQL] = [
        """
        CREATE TABLE setup_codes (
            code_hash \(type: .bytes) NOT NULL PRIMARY KEY,
            created_at \(type: .integer) NOT NULL
        )
        """
    ]

    package init() {}

    /// Whether there is no member yet.
    package func isOpen(in transaction: any Transaction) throws -> Bool { try Members().isEmpty(in: transaction) }

    /// A new code to be shown once, on the terminal; nil when there are members already.
    package func issueCode(at instant: Instant, in transaction: any Transaction) throws -> Secret? {
        guard try isOpen(in: transaction) else { return nil }
        let code = RandomToken.makeCode()
        try transaction.execute("DELETE FROM setup_codes WHERE created_at <= \(instant - Self.lifetime)")
        try transaction.execute(
            "INSERT INTO setup_codes (code_hash, created_at) VALUES (\(TokenDigest(of: code).bytes), \(instant))")
        return code
    }

    /// Looks whether the code would do, before anybody hashes a password for it.
    /// - Throws: `access.set_up_done`, `access.set_up_code_wrong`.
    package func check(_ typed: Secret, at instant: Instant, in transaction: any Transaction) throws {
        guard try isOpen(in: transaction) else { throw AccessError(.setUpDone) }
        let digest = TokenDigest(of: RandomToken.code(typed: typed))
        let found = try transaction.first(
            """
            SELECT 1 FROM setup_codes
            WHERE code_hash = \(digest.bytes) AND created_at > \(instant - Self.lifetime)
            """
        ) { try $0.integer(0) }
        if found == nil { throw AccessError(.setUpCodeWrong) }
    }

    /// Makes the first owner. Of two who come at the same time one gets it, the other `access.set_up_done`.
    /// - Throws: `access.set_up_done`, `access.set_up_code_wrong`.
    package func makeFirstOwner(
        _ new: NewMember, password: PasswordHash, code: Secret, at instant: Instant, in transaction: any Transaction
    ) throws -> Member {
        try check(code, at: instant, in: transaction)
        try transaction.execute("DELETE FROM setup_codes")
        return try Members().add(new, password: password, by: Actor("system:set-up"), at: instant, in: transaction)
    }
}
