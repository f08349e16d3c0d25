import Basics
import Commerce
import Records
import Secrets
import Storage
import TestSupport

/// A customer as a store answers it.
struct GivenCustomer: Sendable {
    static let anasCPF = "529.982.247-25"
    static let biasCPF = "111.444.777-35"

    var id: String
    var name: String?
    var cpf: String?
    var email: String?
    var phone: String?
    var profile: String?
    var birth: String?
    /// Seconds after noon.
    var at: Int64 = 0

    var prepared: PreparedRecord {
        get throws {
            var customer = Customer(externalID: id)
            customer.profileID = profile
            customer.changedAt = Shop.noon + .seconds(at)
            customer.person.firstName = name
            customer.person.document = cpf
            customer.person.email = email
            customer.person.phone = phone
            customer.person.birthDate = birth
            let document = RecordDocument(customer)
            let payload = document.core + (document.person ?? [])
            return try PreparedRecord(
                document, payload: payload, contentHash: payload, fetchedAt: Shop.noon + .seconds(at),
                mapperVersion: 1)
        }
    }
}

extension Shop {
    /// An organization with two stores.
    static func openPair(_ engine: Engine, _ body: (Shop, Shop) async throws -> Void) async throws {
        try await withDatabase(engine, migrations: migrations) { database in
            let keyring = Keyring.ephemeral()
            let shop = try await found(in: database, keyring: keyring)
            let other = try await database.write { transaction in
                try Connections(shop.scope).create(
                    newConnection(account: "other"), keyring: keyring, by: actor, at: noon, in: transaction)
            }
            try await body(shop, Shop(database: database, scope: shop.scope, connection: other.id))
        }
    }

    func meet(_ customers: GivenCustomer...) async throws { try await meet(customers) }

    func meet(_ customers: [GivenCustomer]) async throws {
        let prepared = try customers.map { try $0.prepared }
        let now = Shop.noon + .seconds(customers.map(\.at).max() ?? 0)
        _ = try await database.write { try records.apply(prepared, to: connection, at: now, in: $0) }
    }

    /// The external ids of those who are one person, each group sorted, the groups by their first; nobody alone.
    func people() async throws -> [[String]] {
        let rows = try await database.read { transaction in
            try transaction.all(
                """
                SELECT m.person_id, r.external_id FROM person_members m
                JOIN records r ON r.organization_id = m.organization_id AND r.id = m.record_id
                WHERE m.organization_id = \(scope.organizationID)
                """
            ) { (person: try $0.text(0), id: try $0.text(1)) }
        }
        return Dictionary(grouping: rows, by: \.person).values.map { $0.map(\.id).sorted() }.sorted { $0[0] < $1[0] }
    }
}
