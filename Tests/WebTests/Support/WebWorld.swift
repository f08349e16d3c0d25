import AccessControl
import Apps
import Basics
import Commerce
import ConnectorKit
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Logging
import NIOCore
import Operations
import Records
import Secrets
import Storage
import Sync
import TestSupport
import Web

/// Two organizations with a connection, orders and keys each, in one fresh database, behind a server without a network.
struct WebWorld: Sendable {
    static let noon = Instant(seconds: 1_790_000_000)
    static let actor = Actor("test")
    static let plantedToken = "PLANTEDTOKENPLANTEDTOKENPLANTEDTOKEN"
    static let schema =
        JournalMigrations.all + RecordsMigrations.all + SyncMigrations.all + AppsMigrations.all + AccessMigrations.all

    let services: Services
    let server: WebServer
    let client: any TestClientProtocol
    let own: Side
    let other: Side

    /// One organization and what it has.
    struct Side: Sendable {
        let organization: Organization
        let connection: Connection
        /// By the order in which they were placed.
        let orders: [OrderID]
        /// With every right that a key can have.
        let key: String
        let keyID: AppKeyID
        /// One that has ended: a day that agrees, and one with an order that was brought.
        let reconciliation: ReconciliationID
        /// One of each kind besides orders, where they were asked for.
        let records: [RecordKind: RecordID]
    }

    static func open(
        _ engine: Engine, orders: Int = 5, records: Bool = false, settings: WebSettings = WebSettings(),
        transport: any Transport = ScriptedTransport(),
        _ body: @escaping @Sendable (WebWorld) async throws -> Void
    ) async throws {
        try await withDatabase(engine, migrations: schema) { database in
            let services = Services(
                database: database, keyring: .ephemeral(), transport: transport, clock: SystemClock(),
                syncOptions: SyncOptions(), quotaPerMinute: nil, logger: .silent)
            let own = try await side("Casa", "casa", orders: orders, records: records, services)
            let other = try await side("Vizinho", "vizinho", orders: orders, records: records, services)
            let server = WebServer(services: services, settings: settings, logger: .silent)
            try await server.application.test(.router) { client in
                try await body(
                    WebWorld(services: services, server: server, client: client, own: own, other: other))
            }
        }
    }

    private static func side(
        _ name: String, _ account: String, orders count: Int, records hasRecords: Bool, _ services: Services
    ) async throws -> Side {
        let keyring = services.keyring
        let (organization, connection) = try await services.database.write { transaction in
            let agency = try Organizations().defaultAgency(at: noon, in: transaction)
            let organization = try Organizations().create(
                named: name, agency: agency.id, by: actor, at: noon, in: transaction)
            let connection = try Connections(organization.scope).create(
                NewConnection(
                    platform: "vtex", account: account, baseURL: "https://\(account).example",
                    key: "vtexappkey-\(account)-ABCDEF", token: Secret(plantedToken), name: "Loja \(account)",
                    timeZone: "America/Sao_Paulo"),
                keyring: keyring, by: actor, at: noon, in: transaction)
            return (organization, connection)
        }
        try await store((0..<count).map { sample($0, account) }, of: organization.scope, connection.id, services)
        let stored = try await services.orders(
            OrderFilter(seesPeople: true), of: organization.scope, after: nil, limit: 1_000)
        let (key, token) = try await makeKey(Permission.allCases.filter(\.isForKeys), organization.scope, services)
        let reconciliation = try await reconcile(organization.scope, connection, services)
        let records = try await hasRecords ? records(of: organization.scope, connection, services) : [:]
        return Side(
            organization: organization, connection: connection, orders: stored.orders.map(\.id).reversed(),
            key: token, keyID: key.id, reconciliation: reconciliation, records: records)
    }

    /// A record of every kind, each with a person of the account's name.
    private static func records(
        of scope: OrganizationScope, _ connection: Connection, _ services: Services
    ) async throws -> [RecordKind: RecordID] {
        let samples = RecordKind.allCases.map { kind in
            SampleRecord(kind, "\(connection.account)-\(kind.rawValue)", note: connection.account, name: "Zuleide")
        }
        let prepared = try samples.map { sample in
            try PreparedRecord(
                sample.document, payload: sample.payload, contentHash: sample.contentHash, fetchedAt: noon,
                mapperVersion: 1)
        }
        return try await services.database.write { transaction in
            let store = RecordStore(scope)
            _ = try store.apply(prepared, to: connection.id, at: noon, in: transaction)
            let stored = try store.all(of: connection.id, seesPeople: false, limit: 100, in: transaction)
            return Dictionary(stored.map { ($0.kind, $0.id) }) { first, _ in first }
        }
    }

    /// What a reconciliation leaves behind.
    private static func reconcile(
        _ scope: OrganizationScope, _ connection: Connection, _ services: Services
    ) async throws -> ReconciliationID {
        let id = ReconciliationID(at: noon)
        let day = 20_717
        let account = connection.account
        try await services.database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO reconciliations (organization_id, id, connection_id, cause, state, from_day, until_day,
                    time_zone, requested_at, finished_at, compared_until, verdict, free_at, days_total, days_done)
                VALUES (\(scope.organizationID), \(id), \(connection.id), 'person', 'done', \(day), \(day + 1),
                    'America/Sao_Paulo', \(noon), \(noon), \(noon), 'repaired', \(noon), 2, 2)
                """)
            for (offset, here, verdict) in [(0, 418, "equal"), (1, 417, "repaired")] {
                try transaction.execute(
                    """
                    INSERT INTO statement_lines (organization_id, reconciliation_id, connection_id, stream, day, there,
                        here, beyond, differences, repaired, sampled, verdict, is_newest)
                    VALUES (\(scope.organizationID), \(id), \(connection.id), 'orders', \(day + offset), 418, \(here), 0,
                        \(offset), \(offset), 0, \(verdict), 1)
                    """)
            }
            try transaction.execute(
                """
                INSERT INTO statement_differences (organization_id, reconciliation_id, stream, day, external_id, kind,
                    outcome, has_there, there_status, there_amount, there_units, has_here, currency, scale)
                VALUES (\(scope.organizationID), \(id), 'orders', \(day + 1), \(account + "-1001-01"), 'missing_here',
                    'repaired', 1, 'invoiced', 12990, 2, 0, 'BRL', 2)
                """)
        }
        return id
    }

    static func sample(_ number: Int, _ account: String) -> Order {
        var order = Order.sample(
            "\(account)-\(1000 + number)-01", status: number.isMultiple(of: 2) ? .invoiced : .canceled,
            placedAt: noon + .seconds(60 * number), amount: Int64(1_000 + number))
        var person = OrderPerson()
        person.firstName = number == 3 ? "João" : "Maria"
        person.lastName = number == 3 ? "Conceição" : "Souza"
        person.document = "1234567890\(number % 10)"
        person.email = "cliente\(number)@example.com"
        order.person = person
        return order
    }

    static func store(
        _ orders: [Order], of scope: OrganizationScope, _ connection: ConnectionID, _ services: Services,
        at instant: Instant = noon
    ) async throws {
        guard !orders.isEmpty else { return }
        let prepared = try orders.map { order in
            let digest = Array((order.externalID + order.status.rawValue).utf8)
            return try PreparedOrder(
                IncomingOrder(
                    order: order, payload: digest,
                    contentHash: Array((digest + [UInt8](repeating: 0, count: 64)).prefix(64)),
                    fetchedAt: order.changedAt, listDigest: nil, mapperVersion: 1))
        }
        _ = try await services.database.write {
            try OrderRecords(scope).apply(prepared, to: connection, cause: .platform, at: instant, in: $0)
        }
    }

    static func makeKey(
        _ permissions: [Permission], _ scope: OrganizationScope, _ services: Services
    ) async throws -> (key: AppKey, token: String) {
        let (key, token) = try await services.createKey(
            Services.WantedKey(label: "test", permissions: PermissionSet(permissions), lifetime: nil), in: scope,
            by: actor)
        return (key, token.reveal { $0 })
    }

    /// A key of the own organization.
    func key(_ permissions: Permission...) async throws -> String {
        try await Self.makeKey(permissions, own.organization.scope, services).token
    }
}
