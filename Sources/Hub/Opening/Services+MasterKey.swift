import Basics
import Journal
import Logging
import Operations
import Records
import Secrets
import Storage

/// What a change of the master key did.
package struct MasterKeyRotation: Sendable {
    package let newKeyID: String
    /// Data keys that were wrapped anew, one for each organization with a secret.
    package let rewrapped: Int
    package let file: String
}

extension Services {
    /// Changes the master key while everything goes on: a new key is added to the file, all data keys are wrapped under
    /// it, then the old keys leave the file. Killed in between, it is run again.
    ///
    /// Other nodes that share the database need the file with both keys before, or a restart after.
    /// - Throws: `HubError` with code `configuration.master_key_in_environment` when the key is not in a file.
    package func rotateMasterKey(_ configuration: HubConfiguration) async throws -> MasterKeyRotation {
        guard configuration.masterKey == nil else { throw HubError.masterKeyInEnvironment }
        let path = try MasterKeyPlace.path(for: try Self.databaseURL(configuration), configuration)
        let grown = try Keyring.addKey(toFile: path)
        var rewrapped = 0
        while true {
            let count = try await database.write { try Vault.rewrap(grown, limit: 100, in: $0) }
            rewrapped += count
            if count == 0 { break }
        }
        let final = try Keyring.dropOlderKeys(inFile: path)
        return MasterKeyRotation(newKeyID: final.sealingKeyID, rewrapped: rewrapped, file: path)
    }

    /// The way on when the master key is lost for good: gives up the credentials that the keys at hand do not open, and
    /// makes a new master key where there is none. Connections that lose theirs need attention until it is entered again.
    /// All of it is in the audit chains.
    ///
    /// - Returns: how many credentials are gone.
    /// - Throws: `HubError`, `StorageError`, `SecretsError`.
    package static func abandonLostCredentials(
        _ configuration: HubConfiguration, by actor: Actor, clock: any WallClock, logger: Logger
    ) async throws -> Int {
        let url = try databaseURL(configuration)
        let database = try await Databases.open(url, logger: logger)
        do {
            try await Migrator(HubMigrations.all).migrate(database, at: clock.now(), logger: logger)
            let keyring = try masterKeys(for: url, configuration, createIfMissing: true)
            let now = clock.now()
            let count = try await database.write { transaction in
                let abandoned = try Vault.abandonLost(keyring, in: transaction)
                for secret in abandoned { try note(secret, by: actor, at: now, in: transaction) }
                return abandoned.count
            }
            await database.close()
            return count
        } catch {
            await database.close()
            throw error
        }
    }

    private static func note(
        _ secret: AbandonedSecret, by actor: Actor, at now: Instant, in transaction: any Transaction
    ) throws {
        let scope = OrganizationScope(secret.organizationID)
        try AuditChain(scope).append(
            AuditEntry(
                "vault.secret_abandoned", subject: secret.owner,
                details: [AuditEntry.Detail("field", before: secret.field)]),
            by: actor, at: now, in: transaction)
        guard let id = ConnectionID(parsing: secret.owner) else { return }
        let connections = Connections(scope)
        if try connections.find(id, in: transaction)?.isDraft == true {
            try connections.forgetCredential(ofDraft: id, in: transaction)
            return
        }
        let missing = SecretsError(.secretMissing(owner: secret.owner, field: secret.field))
        try connections.setState(
            .needsAttention(code: missing.code, reason: missing.explanation, remedy: missing.remedy), of: id, by: actor,
            at: now, in: transaction)
    }
}
