import Basics
import Journal
import Secrets
import Storage

/// The app keys of one organization. Every change is in its audit chain, in the same transaction, and is obeyed by every
/// node within a second.
package struct AppKeys: Sendable {
    /// So many are listed, the newest first.
    private static let listMax = 1000

    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// Makes a key.
    /// - Returns: also its token, which is kept nowhere: it is shown now or never.
    package func create(
        _ new: NewAppKey, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws -> (key: AppKey, token: Secret) {
        let key = AppKey(
            id: AppKeyID(at: instant), label: new.label, permissions: new.permissions, state: .active,
            createdAt: instant, createdBy: actor.name, expiresAt: new.expiresAt, lastUsedAt: nil)
        let token = AppKeyToken.make(for: key.id)
        try transaction.execute(
            """
            INSERT INTO app_keys
                (organization_id, id, token_hash, label, permissions, state, created_at, created_by, expires_at)
            VALUES (\(scope.organizationID), \(key.id), \(token.digest.bytes), \(key.label), \(key.permissions.text),
                'active', \(instant), \(actor.name), \(key.expiresAt.sqlValue))
            """)
        let details = [
            AuditEntry.Detail("label", after: key.label), AuditEntry.Detail("permissions", after: key.permissions.text),
            AuditEntry.Detail("expires_at", after: key.expiresAt?.iso8601), AuditEntry.Detail("state", after: "active"),
        ]
        try note("key.created", key.id, details, by: actor, at: instant, in: transaction)
        return (key, token.secret)
    }

    package func find(_ id: AppKeyID, in transaction: any Transaction) throws -> AppKey? {
        try transaction.first(
            "\(Self.select) WHERE organization_id = \(scope.organizationID) AND id = \(id)", Self.key)
    }

    /// The organization's keys, newest first; a thousand at most.
    package func list(in transaction: any Transaction) throws -> [AppKey] {
        try transaction.all(
            """
            \(Self.select) WHERE organization_id = \(scope.organizationID) ORDER BY id DESC LIMIT \(Self.listMax)
            """, Self.key)
    }

    /// Switches a key on or off; writes nothing when it is that already.
    /// - Throws: `access.key_missing`.
    package func setState(
        _ state: AppKey.State, of id: AppKeyID, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws {
        let before = try fetch(id, in: transaction).state
        guard before != state else { return }
        try transaction.execute(
            """
            UPDATE app_keys SET state = \(state.rawValue)
            WHERE organization_id = \(scope.organizationID) AND id = \(id)
            """)
        try Self.advanceEpoch(in: transaction)
        let detail = AuditEntry.Detail("state", before: before.rawValue, after: state.rawValue)
        try note("key.state_changed", id, [detail], by: actor, at: instant, in: transaction)
    }

    /// Removes a key for good.
    /// - Throws: `access.key_missing`.
    package func revoke(
        _ id: AppKeyID, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws {
        let key = try fetch(id, in: transaction)
        try transaction.execute(
            "DELETE FROM app_keys WHERE organization_id = \(scope.organizationID) AND id = \(id)")
        try Self.advanceEpoch(in: transaction)
        let details = [
            AuditEntry.Detail("label", before: key.label),
            AuditEntry.Detail("permissions", before: key.permissions.text),
            AuditEntry.Detail("state", before: key.state.rawValue),
        ]
        try note("key.revoked", id, details, by: actor, at: instant, in: transaction)
    }

    private func fetch(_ id: AppKeyID, in transaction: any Transaction) throws -> AppKey {
        guard let key = try find(id, in: transaction) else { throw AccessError(.keyMissing) }
        return key
    }

    private func note(
        _ action: String, _ id: AppKeyID, _ details: [AuditEntry.Detail], by actor: Actor, at instant: Instant,
        in transaction: any Transaction
    ) throws {
        try AuditChain(scope).append(
            AuditEntry(action, subject: id.text, details: details), by: actor, at: instant, in: transaction)
    }

    private static func advanceEpoch(in transaction: any Transaction) throws {
        try transaction.execute("UPDATE app_key_epoch SET number = number + 1")
    }

    private static let select: SQL = """
        SELECT id, label, permissions, state, created_at, created_by, expires_at, last_used_at FROM app_keys
        """

    private static func key(_ row: Row) throws -> AppKey {
        AppKey(
            id: try row.id(0), label: try row.text(1), permissions: PermissionSet(stored: try row.text(2)),
            state: AppKey.State(rawValue: try row.text(3)) ?? .inactive, createdAt: try row.instant(4),
            createdBy: try row.text(5), expiresAt: try row.optionalInstant(6), lastUsedAt: try row.optionalInstant(7))
    }
}
