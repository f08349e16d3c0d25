import AccessControl
import Basics
import ConnectorKit
import Journal
import Operations
import Records
import Secrets
import Storage
import Sync
import TestSupport

/// An organization in a fresh database, a scripted platform, and any number of nodes over both.
struct SetUpHouse: Sendable {
    static let actor = Actor("member:mem_1")
    static let key = "vtexappkey-minhaloja-ABCDEF"
    static let token = String(repeating: "ABCDEFGH", count: 16)

    let database: any Database
    let clock: ManualClock
    let transport: ScriptedTransport
    let services: Services
    let scope: OrganizationScope
    let otherScope: OrganizationScope

    /// - Parameter stuck: part of the addresses that the platform never answers; nil for none.
    static func open(
        _ engine: Engine, stuck: String? = nil, _ body: (SetUpHouse) async throws -> Void
    ) async throws {
        let rooms = JournalMigrations.all + RecordsMigrations.all + SyncMigrations.all + AccessMigrations.all
        try await withDatabase(engine, migrations: rooms) { database in
            let clock = ManualClock()
            let transport = ScriptedTransport()
            let services = Services(
                database: database, keyring: .ephemeral(),
                transport: StuckTransport(inner: transport, clock: clock, stuck: stuck ?? "nothing"), clock: clock,
                syncOptions: SyncOptions(), quotaPerMinute: nil, passwordCost: .forTests, logger: .silent)
            let scope = try await services.createOrganization(named: "Casa", by: actor).scope
            let other = try await services.createOrganization(named: "Vizinho", by: actor).scope
            try await body(
                SetUpHouse(
                    database: database, clock: clock, transport: transport, services: services, scope: scope,
                    otherScope: other))
            await services.finishKeyChecks()
        }
    }

    /// Another node: the same database, platform and master key.
    func anotherNode() -> Services {
        Services(
            database: database, keyring: services.keyring, transport: transport, clock: clock,
            syncOptions: SyncOptions(), quotaPerMinute: nil, passwordCost: .forTests, logger: .silent)
    }

    func wanted(
        account: String = "minhaloja", key: String? = key, token: String = token, name: String = ""
    ) -> Services.WantedDraft {
        Services.WantedDraft(
            platform: "vtex", account: account, baseURL: nil, credential: key.map { ($0, Secret(token)) }, name: name,
            timeZone: "America/Sao_Paulo")
    }

    func draft(key: String? = key) async throws -> Connection {
        try await services.draft(wanted(key: key), in: scope, by: Self.actor).connection
    }

    /// The draft's check, done.
    func checked(_ connection: Connection) async throws -> KeyCheckReport? {
        try await services.beginKeyCheck(of: connection, in: scope)
        await services.finishKeyChecks()
        return try await services.keyCheck(of: connection, in: scope)
    }

    func token(of connection: Connection) async throws -> Secret {
        try await database.read { [services, scope] in
            try Connections(scope).token(of: connection.id, keyring: services.keyring, in: $0)
        }
    }

    func deeds() async throws -> [String] {
        try await database.read { [scope] in try AuditChain(scope).entries(after: 0, limit: 100, in: $0) }
            .map(\.action)
    }

    func count(_ table: String) async throws -> Int {
        try await database.read { transaction in
            try transaction.first("SELECT count(*) FROM \(unsafeSQL: table)") { try $0.int(0) } ?? 0
        }
    }
}
