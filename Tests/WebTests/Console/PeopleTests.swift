import AccessControl
import Basics
import Commerce
import Foundation
import HTTPTypes
import Operations
import Records
import Secrets
import Storage
import TestSupport
import Testing
import Web

/// Customers who are one person, by the API and in the console.
struct PeopleTests {
    /// Customers with one CPF, the first come first; `maria` has another name than the others.
    private static func meet(
        _ names: [String] = ["ana", "maria"], of connection: ConnectionID? = nil, in world: WebWorld
    ) async throws -> [RecordID] {
        let scope = world.own.organization.scope
        let connection = connection ?? world.own.connection.id
        let batch = try names.map { id in
            var customer = Customer(externalID: id)
            customer.profileID = id
            customer.person.firstName = id == "maria" ? "Maria" : "Ana"
            customer.person.document = "529.982.247-25"
            return try PreparedRecord(
                RecordDocument(customer), payload: Array(id.utf8), contentHash: Array(id.utf8),
                fetchedAt: WebWorld.noon, mapperVersion: 1)
        }
        return try await world.services.database.write { transaction in
            let store = RecordStore(scope)
            _ = try store.apply(batch, to: connection, at: WebWorld.noon, in: transaction)
            return try names.compactMap {
                try store.find(RecordLink(.customer, $0), of: connection, seesPeople: false, in: transaction)?.id
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `the API says who is one person, and takes a word that they are not`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 0) { world in
            let ids = try await Self.meet(in: world)

            let joined = try await world.get("customers/\(ids[1].text)")
            let parted = try await world.post("customers/\(ids[1].text)/separate", "")
            let apart = try await world.get("customers/\(ids[1].text)")
            let again = try await world.post("customers/\(ids[1].text)/separate", "")
            let united = try await world.post("customers/\(ids[0].text)/unite", "")
            let rejoined = try await world.get("customers/\(ids[1].text)")

            #expect(joined.json["personId"] as? String == ids[0].text)
            #expect(joined.json["joinedBy"] as? [String] == ["document"])
            #expect(parted.status == 200 && parted.json["customers"] as? Int == 1)
            #expect(apart.json["personId"] as? String == ids[1].text)
            #expect(apart.json["joinedBy"] == nil)
            #expect(again.status == 200 && again.json["customers"] as? Int == 0)
            #expect(united.json["customers"] as? Int == 1)
            #expect(rejoined.json["personId"] as? String == ids[0].text)
            #expect(rejoined.header("ETag") == "\"4p\"")
            let audit = try await world.get("audit?limit=100").items.compactMap { $0["action"] as? String }
            #expect(audit.suffix(2) == ["customer.separated", "customer.united"])
        }
    }

    @Test func `a customer's page shows the other one, by what, and tells them apart and back`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let ids = try await Self.meet(in: world)
            let browser = try await Browser.signedIn(as: .owner, in: world)
            let client = world.own.organization.id.text
            let paths = ids.map { ConsolePath.record(client, "customer", $0.text) }

            let joined = try await browser.get(paths[0])
            #expect(joined.text.contains("A mesma pessoa") && joined.text.contains("em comum: CPF ou CNPJ"))
            #expect(joined.text.contains(paths[1] + "/separate"))

            let parting = try await browser.post(paths[1] + "/separate", ["page": ids[0].text])
            #expect(parting.status == 303 && parting.header("Location") == paths[0])
            let parted = try await browser.get(paths[0])
            #expect(!parted.text.contains("A mesma pessoa"))
            #expect(parted.text.contains("Dito que não são a mesma pessoa"))

            _ = try await browser.post(paths[0] + "/unite")
            #expect(try await browser.get(paths[1]).text.contains("A mesma pessoa"))
        }
    }

    @Test func `a customer's page shows what the same person bought at another store`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let ids = try await Self.meet(in: world)
            let scope = world.own.organization.scope
            let (keyring, own) = (world.services.keyring, world.own.connection)
            let outlet = try await world.services.database.write { transaction in
                try Connections(scope).create(
                    NewConnection(
                        platform: "vtex", account: "outlet", baseURL: "https://outlet.example",
                        key: "vtexappkey-outlet-ABCDEF", token: Secret("t"), name: "Loja outlet",
                        timeZone: "America/Sao_Paulo"),
                    keyring: keyring, by: WebWorld.actor, at: WebWorld.noon, in: transaction)
            }
            _ = try await Self.meet(["ana-too"], of: outlet.id, in: world)
            for (number, profile, connection) in [(1, "ana", own.id), (2, "ana-too", outlet.id)] {
                var order = WebWorld.sample(number, "loja")
                order.customer.profileID = profile
                try await WebWorld.store([order], of: scope, connection, world.services)
            }
            let browser = try await Browser.signedIn(as: .owner, in: world)

            let page = try await browser.get(
                ConsolePath.record(world.own.organization.id.text, "customer", ids[0].text))

            #expect(page.text.contains("loja-1001-01") && page.text.contains("loja-1002-01"))
            #expect(page.text.components(separatedBy: " · Loja outlet</p>").count == 2)
        }
    }

    @Test func `a reader sees that there is another one, and may not tell them apart`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let ids = try await Self.meet(in: world)
            let browser = try await Browser.signedIn(as: .reader, in: world)
            let path = ConsolePath.record(world.own.organization.id.text, "customer", ids[0].text)

            let page = try await browser.get(path)
            let refused = try await browser.post(path + "/separate")

            #expect(page.text.contains("em comum: CPF ou CNPJ") && !page.text.contains("/separate"))
            #expect(!page.text.contains("Maria"))
            #expect(refused.status == 403)
        }
    }
}
