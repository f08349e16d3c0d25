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

/// The services over a fresh database with cheap passwords, and the clock that they go by.
struct AccessHouse: Sendable {
    static let actor = Actor("cli:ana")
    static let password = Secret("correct horse battery")
    static let token = Secret(String(repeating: "ABCDEFGH", count: 16))
    static let visitor = Visitor(address: "192.0.2.7", agent: "Firefox")

    let services: Services
    let clock: ManualClock

    static func open(_ engine: Engine, _ body: (AccessHouse) async throws -> Void) async throws {
        let rooms = JournalMigrations.all + RecordsMigrations.all + SyncMigrations.all + AccessMigrations.all
        let migrations = rooms.sorted { $0.number < $1.number }.enumerated().map {
            Migration($0.offset + 1, $0.element.name, $0.element.statements)
        }
        try await withDatabase(engine, migrations: migrations) { database in
            let clock = ManualClock()
            let services = Services(
                database: database, keyring: .ephemeral(), transport: ScriptedTransport(), clock: clock,
                syncOptions: SyncOptions(), quotaPerMinute: nil, passwordCost: .forTests, logger: .silent)
            try await body(AccessHouse(services: services, clock: clock))
        }
    }

    func add(_ email: String, role: MemberRole = .owner) async throws -> Member {
        let new = try NewMember(email: email, name: "Ana", language: .portuguese, role: role)
        return try await services.addMember(new, password: Self.password, by: Self.actor)
    }

    func signIn(
        _ email: String, _ password: Secret = password
    ) async throws -> (signedIn: SignedIn, token: SessionToken) {
        try await services.signIn(email: email, password: password, from: Self.visitor)
    }

    func connect() async throws -> PlacedConnection {
        try await services.ensureConnection(
            Services.WantedStore(
                platform: "vtex",
                pasted: PastedCredential(
                    account: "minhaloja", baseURL: nil, key: "vtexappkey-minhaloja-ABCDEF", token: Self.token),
                organization: nil),
            by: Self.actor)
    }

    func storedToken(of placed: PlacedConnection) async throws -> Secret {
        try await services.database.read { [services] in
            try Connections(placed.organization.scope).token(
                of: placed.connection.id, keyring: services.keyring, in: $0)
        }
    }

    func deeds(in scope: OrganizationScope) async throws -> [String] {
        try await services.database.read { try AuditChain(scope).entries(after: 0, limit: 100, in: $0) }.map(\.action)
    }
}
