import Basics
import ConnectorKit
import Journal
import Logging
import Secrets
import Storage

/// One open installation: its database at this program's schema, its master keys, the way out to the platforms.
///
/// The one place where the house is put together; the commands and the end-to-end tests both come through here.
package struct HubServices: Sendable {
    package let configuration: HubConfiguration
    package let database: any Database
    package let keyring: Keyring
    package let platforms: Platforms
    package let transport: any Transport
    package let clock: any WallClock
    package let logger: Logger
    /// What was done to the schema on the way in.
    package let schema: Migrator.Report
    let quotaGates: QuotaGates

    /// Opens the database, brings its schema up, and opens the master keys that its credentials are sealed under.
    ///
    /// - Throws: `HubError`, `StorageError`, `SecretsError`; nothing is left open then.
    package static func open(
        _ configuration: HubConfiguration, transport: any Transport, clock: any WallClock, logger: Logger
    ) async throws -> HubServices {
        let url = try databaseURL(configuration)
        let database = try await Databases.open(url, logger: logger)
        do {
            let migrator = try Migrator(HubMigrations.all)
            let schema = try await migrator.migrate(database, at: clock.now(), logger: logger)
            let keyring = try await openKeyring(for: url, database, configuration)
            return HubServices(
                configuration: configuration, database: database, keyring: keyring,
                platforms: Platforms(transport: transport, clock: clock), transport: transport, clock: clock,
                logger: logger, schema: schema, quotaGates: QuotaGates(database: database, clock: clock))
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

    package func close() async { await database.close() }

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
