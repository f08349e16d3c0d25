import Basics
import ConnectorKit
import Foundation
import Hub
import Journal
import Operations
import Records
import Secrets
import Storage
import TestSupport

/// An installation that may burn down, a place for its backups, and an empty lot to restore it on.
struct BackupHouse: Sendable {
    static let actor = Actor("cli:ana")
    static let token = Secret(String(repeating: "ABCDEFGH", count: 16))
    static let now = Instant(seconds: 1_763_808_600)

    let source: HubConfiguration
    let target: HubConfiguration
    let targetURL: DatabaseURL
    /// An empty folder.
    let backups: String

    /// - Parameter migrations: how far the schema goes; nil for all.
    static func open(
        _ engine: Engine, migrations: Int? = nil, _ body: (BackupHouse) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/backups", withIntermediateDirectories: true)
            try await withDatabaseURL(engine) { source in
                let database = try await Databases.open(source, logger: .silent)
                let schema = Array(HubMigrations.all.prefix(migrations ?? HubMigrations.all.count))
                try await Migrator(schema).migrate(database, at: now, logger: .silent)
                await database.close()
                try await withDatabaseURL(engine) { target in
                    try await body(
                        BackupHouse(
                            source: configuration(source, key: folder + "/master.key"),
                            target: configuration(target, key: folder + "/master.key"), targetURL: target,
                            backups: folder + "/backups"))
                }
            }
        }
    }

    func connect() async throws -> PlacedConnection {
        let services = try await Services.open(
            source, transport: ScriptedTransport(), clock: ManualClock(), logger: .silent)
        let placed = try await services.ensureConnection(
            Services.WantedStore(
                platform: "vtex",
                pasted: PastedCredential(
                    account: "minhaloja", baseURL: nil, key: "vtexappkey-minhaloja-ABCDEF", token: Self.token),
                organization: nil),
            by: Self.actor)
        await services.close()
        return placed
    }

    func backUp() async throws -> Backup.Report {
        try await Backup.write(source, to: backups + "/one.tar", at: Self.now, logger: .silent)
    }

    func restore(_ file: String) async throws -> Restoration.Report {
        try await Restoration.restore(file, target, by: Self.actor, clock: ManualClock(), logger: .silent)
    }

    func openRestored(_ body: (Services) async throws -> Void) async throws {
        let services = try await Services.open(
            target, transport: ScriptedTransport(), clock: ManualClock(), logger: .silent)
        do { try await body(services) } catch {
            await services.close()
            throw error
        }
        await services.close()
    }

    static func token(of placed: PlacedConnection, in services: Services) async throws -> Secret {
        try await services.database.read {
            try Connections(placed.organization.scope).token(
                of: placed.connection.id, keyring: services.keyring, in: $0)
        }
    }

    private static func configuration(_ url: DatabaseURL, key: String) -> HubConfiguration {
        var configuration = HubConfiguration()
        configuration.database = url
        configuration.masterKeyFile = key
        configuration.toolPath = ProcessInfo.processInfo.environment["PATH"]
        return configuration
    }
}

extension HubConfiguration {
    /// The same with something else in it.
    func with(_ change: (inout HubConfiguration) throws -> Void) rethrows -> HubConfiguration {
        var copy = self
        try change(&copy)
        return copy
    }
}
