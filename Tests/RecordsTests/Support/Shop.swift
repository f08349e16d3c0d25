import Basics
import Commerce
import Journal
import Records
import Secrets
import Storage
import TestSupport

/// An organization with one connection in a fresh database: what most tests of records begin with.
struct Shop: Sendable {
    static let noon = Instant(seconds: 1_790_000_000)
    static let actor = Actor("cli:ana")
    static let migrations = JournalMigrations.all + RecordsMigrations.all

    let database: any Database
    let scope: OrganizationScope
    let connection: ConnectionID

    var orders: OrderRecords { OrderRecords(scope) }
    var log: ChangeLog { ChangeLog(scope) }
    var payloads: SourcePayloads { SourcePayloads(scope) }

    static func open(_ engine: Engine, _ body: (Shop) async throws -> Void) async throws {
        try await withDatabase(engine, migrations: migrations) { database in
            try await body(try await found(in: database))
        }
    }

    static func found(
        in database: any Database, name: String = "Loja", keyring: Keyring = .ephemeral(), token: String = "token"
    ) async throws -> Shop {
        try await database.write { transaction in
            let agency = try Organizations().defaultAgency(at: noon, in: transaction)
            let organization = try Organizations().create(
                named: name, agency: agency.id, by: actor, at: noon, in: transaction)
            let connection = try Connections(organization.scope).create(
                newConnection(token: token), keyring: keyring, by: actor, at: noon, in: transaction)
            return Shop(database: database, scope: organization.scope, connection: connection.id)
        }
    }

    static func newConnection(account: String = "shop", token: String = "token") -> NewConnection {
        NewConnection(
            platform: "vtex", account: account, baseURL: "https://\(account).example", key: "vtexappkey-shop-ABCDEF",
            token: Secret(token), name: "Loja \(account)", timeZone: "America/Sao_Paulo")
    }

    /// Applies a batch at noon.
    @discardableResult
    func apply(
        _ batch: [IncomingOrder], at instant: Instant = noon, template: PayloadTemplate? = nil
    ) async throws -> OrderRecords.Outcome {
        let prepared = try batch.map { try PreparedOrder($0, template: template) }
        return try await database.write {
            try orders.apply(prepared, to: connection, cause: .platform, at: instant, in: $0)
        }
    }

    func changes(after position: Int64 = 0) async throws -> [Change] {
        try await database.read { try log.changes(after: position, limit: 10_000, in: $0) }
    }

    func stored(_ externalID: String) async throws -> StoredOrder? {
        try await database.read { try orders.find(externalID: externalID, connection: connection, in: $0) }
    }

    func history(_ externalID: String) async throws -> [SourcePayload] {
        try await database.read { transaction in
            guard let order = try orders.find(externalID: externalID, connection: connection, in: transaction) else {
                return []
            }
            return try payloads.history(of: order.id, in: transaction)
        }
    }

    func integer(_ query: SQL) async throws -> Int64? {
        try await database.read { try $0.first(query) { $0.isNull(0) ? nil : try $0.integer(0) } ?? nil }
    }
}

extension OrderRecords.Outcome {
    init(created: Int = 0, changed: Int = 0, unchanged: Int = 0, stale: Int = 0) {
        self.init()
        self.created = created
        self.changed = changed
        self.unchanged = unchanged
        self.stale = stale
    }
}
