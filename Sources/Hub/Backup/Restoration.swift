import Basics
import Journal
import Logging
import Operations
import Records
import Secrets
import Storage

/// A backup put back into an empty place, and looked through before anybody relies on it.
package enum Restoration {
    /// What was restored, and what is not as it should be.
    package struct Report: Sendable {
        package let manifest: BackupManifest
        /// Where it is now.
        package let database: String
        /// Every audit chain and what a walk along it found.
        package let chains: [(chain: AuditedChain, verdict: AuditVerdict)]
        /// Why the master key at hand does not open the credentials; nil when it does, or there are none.
        package let keyTrouble: SecretsError?
        /// Migrations that the next start does.
        package let pendingMigrations: Int

        package var isSound: Bool { keyTrouble == nil && chains.allSatisfy(\.verdict.isWhole) }
    }

    /// Reads the whole backup and compares it with its manifest. Nothing is restored.
    ///
    /// - Throws: `FileError`, `BackupError`.
    package static func check(_ path: String) throws -> BackupManifest { try checked(path).manifest }

    /// Restores a backup into the database that the configuration names, which must be empty or not there.
    ///
    /// The installation's audit chain says that its history was set back, and by whom.
    /// - Throws: `HubError`, `FileError`, `BackupError`, `StorageError`; nothing is restored then, but for `backup.unlike`.
    package static func restore(
        _ path: String, _ configuration: HubConfiguration, by actor: Actor, clock: any WallClock, logger: Logger
    ) async throws -> Report {
        let url = try Services.databaseURL(configuration)
        let backup = try checked(path)
        let manifest = backup.manifest
        guard manifest.engine == url.engine else { throw BackupError.otherEngine(manifest.engine) }
        guard manifest.schema <= HubMigrations.all.count else {
            throw BackupError.newerSchema(manifest, known: HubMigrations.all.count)
        }
        guard try await DatabaseDump.isVacant(url, logger: logger) else {
            throw BackupError.targetTaken(url.description)
        }
        try await DatabaseDump.read(
            url, from: backup.file, at: BackupFile.payloadOffset, length: manifest.length,
            toolPath: configuration.toolPath, logger: logger)
        let database = try await Databases.open(url, logger: logger)
        do {
            let report = try await look(into: database, url, manifest, configuration)
            let now = clock.now()
            try await database.write { transaction in
                let since = AuditEntry.Detail("backup", after: manifest.createdAt.iso8601)
                try AuditChain(.installation).append(
                    AuditEntry("installation.restored", subject: manifest.sha256, details: [since]), by: actor, at: now,
                    in: transaction)
            }
            await database.close()
            return report
        } catch {
            await database.close()
            throw error
        }
    }

    private static func checked(_ path: String) throws -> BackupFile {
        let backup = try BackupFile(reading: path)
        try backup.check()
        return backup
    }

    private static func look(
        into database: any Database, _ url: DatabaseURL, _ manifest: BackupManifest, _ configuration: HubConfiguration
    ) async throws -> Report {
        let rows = try await database.read { try TableCounts.all(in: $0) }
        let unlike = Set(rows.keys).union(manifest.rows.keys).filter { rows[$0] != manifest.rows[$0] }
        guard unlike.isEmpty else { throw BackupError.unlike(unlike.sorted()) }
        let chains = try await database.read { transaction in
            let organizations = try Organizations().list(in: transaction)
            let all =
                [AuditedChain(scope: .installation, name: "Ponte")]
                + organizations.map { AuditedChain(scope: $0.scope, name: $0.name) }
            return try all.map { (chain: $0, verdict: try AuditChain($0.scope).verify(in: transaction)) }
        }
        return Report(
            manifest: manifest, database: url.description, chains: chains,
            keyTrouble: try await keyTrouble(database, url, manifest, configuration),
            pendingMigrations: HubMigrations.all.count - manifest.schema)
    }

    private static func keyTrouble(
        _ database: any Database, _ url: DatabaseURL, _ manifest: BackupManifest, _ configuration: HubConfiguration
    ) async throws -> SecretsError? {
        guard !manifest.masterKeys.isEmpty else { return nil }
        do {
            let keyring = try Services.masterKeys(for: url, configuration, createIfMissing: false)
            try await database.read { try Vault.checkEvery(keyring, in: $0) }
            return nil
        } catch let trouble as SecretsError {
            return trouble
        }
    }
}
