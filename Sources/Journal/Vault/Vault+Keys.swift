import Basics
import Secrets
import Storage

extension Vault {
    /// Whether the database holds a wrapped data key of any organization: a new master key would open none of them.
    package static func holdsKeys(in transaction: any Transaction) throws -> Bool {
        try transaction.first("SELECT 1 FROM vault_keys LIMIT 1") { _ in true } ?? false
    }

    /// Finds out at the start, and not at the first order, that the master keys at hand do not open this database.
    ///
    /// - Throws: `SecretsError` with code `secrets.master_key_wrong`.
    package static func check(_ keyring: Keyring, in transaction: any Transaction) throws {
        if let lacking = try neededMasterKeys(in: transaction).first(where: { !keyring.holds($0) }) {
            throw SecretsError(.masterKeyWrong(needed: lacking, held: keyring.ids))
        }
    }

    /// The ids of the master keys that it takes to open everything here, sorted.
    package static func neededMasterKeys(in transaction: any Transaction) throws -> [String] {
        try transaction.all("SELECT DISTINCT master_key_id FROM vault_keys ORDER BY master_key_id") { try $0.text(0) }
    }

    /// As `check`, and opens every data key: a key of the right id that is not the right key shows, and so does damage.
    ///
    /// - Throws: `SecretsError` with code `secrets.master_key_wrong` or `secrets.sealed_value_damaged`.
    package static func checkEvery(_ keyring: Keyring, in transaction: any Transaction) throws {
        try transaction.forEach(
            "SELECT organization_id, master_key_id, wrapped FROM vault_keys ORDER BY organization_id"
        ) {
            let wrapped = WrappedDataKey(masterKeyID: try $0.text(1), bytes: try $0.bytes(2))
            _ = try keyring.unwrap(wrapped, for: try $0.text(0))
        }
    }

    /// Wraps data keys of all organizations under the newest master key, `limit` at a time; call it until it returns 0.
    ///
    /// Nothing that is sealed changes, so that readers with both master keys go on meanwhile.
    /// - Returns: how many were wrapped anew.
    package static func rewrap(_ keyring: Keyring, limit: Int, in transaction: any Transaction) throws -> Int {
        let stale = try transaction.all(
            """
            SELECT organization_id, number, master_key_id, wrapped FROM vault_keys
            WHERE master_key_id <> \(keyring.sealingKeyID) ORDER BY organization_id, number LIMIT \(limit)
            """
        ) { row in
            (
                organization: try row.id(0, OrganizationKind.self), number: try row.integer(1),
                wrapped: WrappedDataKey(masterKeyID: try row.text(2), bytes: try row.bytes(3))
            )
        }
        for row in stale {
            let key = try keyring.unwrap(row.wrapped, for: row.organization.text)
            let wrapped = try keyring.wrap(key, for: row.organization.text)
            try transaction.execute(
                """
                UPDATE vault_keys SET master_key_id = \(wrapped.masterKeyID), wrapped = \(wrapped.bytes)
                WHERE organization_id = \(row.organization) AND number = \(row.number)
                """)
        }
        return stale.count
    }

    /// Gives up what no master key at hand opens, of all organizations: the way on when a master key is lost for good.
    ///
    /// - Returns: what is gone and has to be entered again.
    package static func abandonLost(
        _ keyring: Keyring, in transaction: any Transaction
    ) throws -> [AbandonedSecret] {
        let keys = try transaction.all(
            "SELECT organization_id, number, master_key_id FROM vault_keys ORDER BY organization_id, number"
        ) { (organization: try $0.id(0, OrganizationKind.self), number: try $0.integer(1), master: try $0.text(2)) }
        var abandoned: [AbandonedSecret] = []
        for key in keys where !keyring.holds(key.master) {
            abandoned += try transaction.all(
                """
                DELETE FROM vault_secrets
                WHERE organization_id = \(key.organization) AND key_number = \(key.number) RETURNING owner, field
                """
            ) {
                AbandonedSecret(organizationID: key.organization, owner: try $0.text(0), field: try $0.text(1))
            }
            try transaction.execute(
                "DELETE FROM vault_keys WHERE organization_id = \(key.organization) AND number = \(key.number)")
        }
        return abandoned
    }

    /// Gives the organization a new data key and seals all of its secrets with it. Fingerprints change with the key.
    ///
    /// - Returns: how many secrets were sealed anew.
    @discardableResult
    package func rotateDataKey(at instant: Instant, in transaction: any Transaction) throws -> Int {
        let stored = try transaction.all(
            """
            SELECT owner, field, key_number, sealed FROM vault_secrets
            WHERE organization_id = \(scope.organizationID) ORDER BY owner, field
            """
        ) { (owner: try $0.text(0), field: try $0.text(1), keyNumber: try $0.integer(2), sealed: try $0.bytes(3)) }
        let last = try newestKeyNumber(in: transaction) ?? 0
        let fresh = try makeKey(number: last + 1, at: instant, in: transaction)
        var opened: [Int64: Envelope] = [:]
        for row in stored {
            let old = try opened[row.keyNumber] ?? envelope(under: row.keyNumber, in: transaction)
            opened[row.keyNumber] = old
            let secret = try old.open(row.sealed, owner: row.owner, field: row.field)
            let sealed = try fresh.seal(secret, owner: row.owner, field: row.field)
            try transaction.execute(
                """
                UPDATE vault_secrets SET key_number = \(last + 1), sealed = \(sealed)
                WHERE organization_id = \(scope.organizationID) AND owner = \(row.owner) AND field = \(row.field)
                """)
        }
        try transaction.execute(
            "DELETE FROM vault_keys WHERE organization_id = \(scope.organizationID) AND number <= \(last)")
        return stored.count
    }

    /// The envelope that seals from now on; made with the organization's first secret.
    func sealingEnvelope(
        at instant: Instant, in transaction: any Transaction
    ) throws -> (number: Int64, envelope: Envelope) {
        guard let number = try newestKeyNumber(in: transaction) else {
            return (1, try makeKey(number: 1, at: instant, in: transaction))
        }
        return (number, try envelope(under: number, in: transaction))
    }

    func envelope(under number: Int64, in transaction: any Transaction) throws -> Envelope {
        let organization = scope.organizationID
        let wrapped = try transaction.first(
            """
            SELECT master_key_id, wrapped FROM vault_keys
            WHERE organization_id = \(organization) AND number = \(number)
            """
        ) { WrappedDataKey(masterKeyID: try $0.text(0), bytes: try $0.bytes(1)) }
        guard let wrapped else {
            throw SecretsError(.sealedValueDamaged(owner: organization.text, field: "data key"))
        }
        return Envelope(organization: organization.text, key: try keyring.unwrap(wrapped, for: organization.text))
    }

    private func newestKeyNumber(in transaction: any Transaction) throws -> Int64? {
        try transaction.first(
            """
            SELECT number FROM vault_keys WHERE organization_id = \(scope.organizationID)
            ORDER BY number DESC LIMIT 1
            """
        ) { try $0.integer(0) }
    }

    private func makeKey(number: Int64, at instant: Instant, in transaction: any Transaction) throws -> Envelope {
        let organization = scope.organizationID
        let key = DataKey.generate()
        let wrapped = try keyring.wrap(key, for: organization.text)
        try transaction.execute(
            """
            INSERT INTO vault_keys (organization_id, number, master_key_id, wrapped, created_at)
            VALUES (\(organization), \(number), \(wrapped.masterKeyID), \(wrapped.bytes), \(instant))
            """)
        return Envelope(organization: organization.text, key: key)
    }
}
