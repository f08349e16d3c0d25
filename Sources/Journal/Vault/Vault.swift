import Basics
import Secrets
import Storage

/// The sealed secrets of one organization, found by owner and field, as in a connection's id and `token`.
///
/// Each is sealed for its place with the organization's data key, and that with a master key of `keyring`; the database
/// holds neither in clear.
package struct Vault: Sendable {
    let scope: OrganizationScope
    let keyring: Keyring

    package init(_ scope: OrganizationScope, keyring: Keyring) {
        self.scope = scope
        self.keyring = keyring
    }

    /// Seals a secret, in the place of the one that was there. The first one makes the organization's data key.
    ///
    /// - Returns: the secret's fingerprint, which the audit chain may hold.
    @discardableResult
    package func store(
        _ secret: Secret, owner: String, field: String, at instant: Instant, in transaction: any Transaction
    ) throws -> Fingerprint {
        let (number, envelope) = try sealingEnvelope(at: instant, in: transaction)
        let sealed = try envelope.seal(secret, owner: owner, field: field)
        try transaction.execute(
            """
            INSERT INTO vault_secrets (organization_id, owner, field, key_number, sealed, stored_at)
            VALUES (\(scope.organizationID), \(owner), \(field), \(number), \(sealed), \(instant))
            ON CONFLICT (organization_id, owner, field) DO UPDATE
            SET key_number = excluded.key_number, sealed = excluded.sealed, stored_at = excluded.stored_at
            """)
        return envelope.fingerprint(of: secret)
    }

    /// - Throws: `SecretsError` with code `secrets.secret_missing`, `secrets.master_key_wrong` or
    ///   `secrets.sealed_value_damaged`.
    package func open(owner: String, field: String, in transaction: any Transaction) throws -> Secret {
        guard let stored = try find(owner: owner, field: field, in: transaction) else {
            throw SecretsError(.secretMissing(owner: owner, field: field))
        }
        return try envelope(under: stored.keyNumber, in: transaction).open(stored.sealed, owner: owner, field: field)
    }

    /// The stored secret's fingerprint; nil when there is none.
    package func fingerprint(
        owner: String, field: String, in transaction: any Transaction
    ) throws -> Fingerprint? {
        guard let stored = try find(owner: owner, field: field, in: transaction) else { return nil }
        let envelope = try envelope(under: stored.keyNumber, in: transaction)
        return envelope.fingerprint(of: try envelope.open(stored.sealed, owner: owner, field: field))
    }

    /// When the secret was put here; nil when there is none. Sealing it anew with another key does not count.
    package static func storedAt(
        owner: String, field: String, of scope: OrganizationScope, in transaction: any Transaction
    ) throws -> Instant? {
        try transaction.first(
            """
            SELECT stored_at FROM vault_secrets
            WHERE organization_id = \(scope.organizationID) AND owner = \(owner) AND field = \(field)
            """
        ) { try $0.instant(0) }
    }

    /// Forgets everything that `owner` has here.
    /// - Returns: how many secrets that were.
    @discardableResult
    package func deleteAll(of owner: String, in transaction: any Transaction) throws -> Int {
        try transaction.execute(
            "DELETE FROM vault_secrets WHERE organization_id = \(scope.organizationID) AND owner = \(owner)")
    }

    private func find(
        owner: String, field: String, in transaction: any Transaction
    ) throws -> (keyNumber: Int64, sealed: [UInt8])? {
        try transaction.first(
            """
            SELECT key_number, sealed FROM vault_secrets
            WHERE organization_id = \(scope.organizationID) AND owner = \(owner) AND field = \(field)
            """
        ) { (try $0.integer(0), try $0.bytes(1)) }
    }
}
