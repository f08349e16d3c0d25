import Basics
import ConnectorKit
import Journal
import Operations
import Records
import Secrets
import Storage
import Sync
import TestSupport

/// The services over a fresh database, without a platform to ask.
struct Installation: Sendable {
    static let actor = Actor("cli:ana")
    static let token = String(repeating: "ABCDEFGH", count: 16)

    let services: Services

    static func open(_ engine: Engine, _ body: (Installation) async throws -> Void) async throws {
        try await withDatabase(engine, migrations: syncSchema) { database in
            let services = Services(
                database: database, keyring: .ephemeral(), transport: ScriptedTransport(), clock: ManualClock(),
                syncOptions: SyncOptions(), quotaPerMinute: nil, logger: .silent)
            try await body(Installation(services: services))
        }
    }

    /// Connects the store `minhaloja` as a person does.
    func connect(
        token: String = Installation.token, key: String = "vtexappkey-minhaloja-ABCDEF", organization: String? = nil
    ) async throws -> PlacedConnection {
        try await services.ensureConnection(
            Services.WantedStore(
                platform: "vtex",
                pasted: PastedCredential(account: "minhaloja", baseURL: nil, key: key, token: Secret(token)),
                organization: organization),
            by: Self.actor)
    }

    /// Moves the clock on.
    func pass(_ duration: Duration) { (services.clock as? ManualClock)?.advance(by: duration) }

    func token(of placed: PlacedConnection) async throws -> Secret {
        try await services.database.read { [services] in
            try Connections(placed.organization.scope).token(
                of: placed.connection.id, keyring: services.keyring, in: $0)
        }
    }

    /// What was done in the organization, oldest first; the chain itself must hold.
    func deeds(in organization: Organization) async throws -> [String] {
        guard try await services.verifyAudit(of: organization, against: nil).isWhole else { return ["broken"] }
        return try await services.auditEntries(of: organization, after: 0, limit: 100).map(\.action)
    }
}
