import Basics
import ConnectorKit
import Journal
import Logging
import Operations
import Secrets
import Storage

/// The one place where an installation is put together; the commands and the end-to-end tests both come through here.
extension Services {
    /// Opens the database, brings its schema up, and opens the master keys that its credentials are sealed under.
    ///
    /// - Throws: `HubError`, `StorageError`, `SecretsError`; nothing is left open then.
    package static func open(
        _ configuration: HubConfiguration, transport: any Transport, clock: any WallClock, logger: Logger
    ) async throws -> Services {
        let url = try databaseURL(configuration)
        let database = try await Databases.open(url, logger: logger)
        do {
            try await Migrator(HubMigrations.all).migrate(database, at: clock.now(), logger: logger)
            let keyring = try await openKeyring(for: url, database, configuration)
            return Services(
                database: database, keyring: keyring, transport: transport, clock: clock,
                syncOptions: configuration.sync, quotaPerMinute: configuration.quotaPerMinute,
                passwordCost: configuration.passwordCost, logger: logger)
        } catch {
            await database.close()
            throw error
        }
    }

    /// - Throws: `HubError` with code `configuration.no_database`.
    static func databaseURL(_ configuration: HubConfiguration) throws(HubError) -> DatabaseURL {
        guard let url = configuration.database else { throw .databaseUnnamed }
        return url
    }

    /// A master key is made only for a database that holds nothing sealed yet.
    private static func openKeyring(
        for url: DatabaseURL, _ database: any Database, _ configuration: HubConfiguration
    ) async throws -> Keyring {
        let isInUse = try await database.read { try Vault.holdsKeys(in: $0) }
        let keyring = try masterKeys(for: url, configuration, createIfMissing: !isInUse)
        try await database.read { try Vault.check(keyring, in: $0) }
        return keyring
    }

    static func masterKeys(
        for url: DatabaseURL, _ configuration: HubConfiguration, createIfMissing: Bool
    ) throws -> Keyring {
        if let key = configuration.masterKey { return try Keyring(parsing: key, source: "PONTE_MASTER_KEY") }
        let path = try MasterKeyPlace.path(for: url, configuration)
        return try Keyring.open(file: path, createIfMissing: createIfMissing)
    }
}
