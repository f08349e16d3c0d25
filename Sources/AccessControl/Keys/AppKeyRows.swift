import Basics
import Secrets
import Storage

/// What checking a key asks of the database: across all organizations, for the token says which one.
enum AppKeyRows {
    /// A key as it is found by its token.
    struct Found: Sendable {
        let holder: KeyHolder
        let isActive: Bool
        let expiresAt: Instant?
        let hasBeenUsed: Bool
    }

    static func epoch(in transaction: any Transaction) throws -> Int64 {
        try transaction.first("SELECT number FROM app_key_epoch") { try $0.integer(0) } ?? 0
    }

    static func find(_ digest: TokenDigest, in transaction: any Transaction) throws -> Found? {
        try transaction.first(
            """
            SELECT organization_id, id, permissions, state, expires_at, last_used_at FROM app_keys
            WHERE token_hash = \(digest.bytes)
            """
        ) { row in
            Found(
                holder: KeyHolder(
                    keyID: try row.id(1), scope: OrganizationScope(try row.id(0)),
                    permissions: PermissionSet(stored: try row.text(2))),
                isActive: try row.text(3) == AppKey.State.active.rawValue, expiresAt: try row.optionalInstant(4),
                hasBeenUsed: !row.isNull(5))
        }
    }

    /// A key that is gone by now is not used any more.
    static func noteUse(of holder: KeyHolder, at instant: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE app_keys SET last_used_at = \(instant)
            WHERE organization_id = \(holder.scope.organizationID) AND id = \(holder.keyID)
                AND (last_used_at IS NULL OR last_used_at < \(instant))
            """)
    }
}
