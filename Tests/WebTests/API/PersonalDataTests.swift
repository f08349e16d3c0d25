import AccessControl
import Basics
import Commerce
import HTTPTypes
import Operations
import Records
import Storage
import TestSupport
import Testing
import Web

/// An order whose person is known word by word, and every route asked by somebody who may not read people.
struct PersonalDataTests {
    /// Parts of what is planted, as they would show.
    private static let planted = [
        "Zuleide", "Quaresma", "98765432100", "exemplo.com", "987650000", "Armarinho", "11222333000181", "Girass",
        "campainha", "afilhada",
    ]

    /// Words that find the planted order for those who may.
    private static let questions = [
        "zuleide", "quaresma", "98765432100", "zuleide.quaresma@exemplo.com", "armarinho", "11222333000181",
    ]

    private static func plant(in world: WebWorld) async throws -> OrderID {
        var order = WebWorld.sample(77, "casa")
        var person = OrderPerson()
        person.firstName = "Zuleide"
        person.lastName = "Quaresma"
        person.document = "98765432100"
        person.email = "zuleide.quaresma@exemplo.com"
        person.phone = "+5511987650000"
        var company = OrderPerson.Company()
        company.legalName = "Quaresma Aviamentos"
        company.tradeName = "Armarinho Quaresma"
        company.document = "11222333000181"
        person.company = company
        var address = Address()
        address.receiver = "Zuleide Quaresma"
        address.street = "Rua dos Girassóis"
        person.addresses = [address]
        person.note = "Tocar a campainha"
        person.giftMessage = "Parabéns, afilhada"
        order.person = person
        let scope = world.own.organization.scope
        try await WebWorld.store([order], of: scope, world.own.connection.id, world.services)
        order.status = .delivered
        order.changedAt = order.changedAt + .seconds(60)
        try await WebWorld.store([order], of: scope, world.own.connection.id, world.services)
        let list = try await world.get("orders?externalId=casa-1077-01")
        return OrderID(stored: try #require(list.items.first?["id"] as? String))
    }

    private static func found(in text: String) -> [String] { planted.filter { text.contains($0) } }

    @Test(arguments: Engine.allCases)
    func `a key without people reads none of a person at any route`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 1, records: true) { world in
            let id = try await Self.plant(in: world)
            let all = Permission.allCases.filter(\.isForKeys)
            let blind = try await WebWorld.makeKey(
                all.filter { $0 != .readPeople }, world.own.organization.scope, world.services
            ).token
            let seeing = try await world.get("orders/\(id)")
            #expect(Self.found(in: seeing.text) == Self.planted)
            for (path, kind) in WebWorld.recordPaths {
                let record = try #require(world.own.records[kind])
                #expect(Self.found(in: try await world.get("\(path)/\(record)").text) == ["Zuleide"])
                #expect(Self.found(in: try await world.get(path).text) == ["Zuleide"])
                #expect(try await world.get("\(path)?q=zuleide").items.count == 1)
                #expect(try await world.ask(.get, "/api/v1/\(path)?q=zuleide", key: blind).items.isEmpty)
            }

            for route in world.routes where route.face == .api {
                let path = world.path(of: route, on: world.own).replacing(world.own.orders[0].text, with: id.text)
                let body: String? =
                    switch route.method {
                    case .get: nil
                    case .patch: #"{"name":"Minha"}"#
                    default: "{}"
                    }
                let answer = try await world.ask(route.method, path, key: blind, body: body)
                #expect(answer.status != 401 && answer.status != 403, "\(route.method) \(path)")
                #expect(Self.found(in: answer.text).isEmpty, "\(route.method) \(path)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a key without people finds nobody by any word of theirs`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 1) { world in
            _ = try await Self.plant(in: world)
            let blind = try await world.key(.readOrders)

            for question in Self.questions {
                let seeing = try await world.get("orders?q=\(question)")
                let seen = try await world.ask(.get, "/api/v1/orders?q=\(question)", key: blind)
                #expect(seeing.items.count == 1, "\(question)")
                #expect(seen.items.isEmpty, "\(question)")
            }
        }
    }

    @Test
    func `a member who may not read people sees none of a person on any page`() async throws {
        try await WebWorld.open(.sqlite, orders: 1) { world in
            let id = try await Self.plant(in: world)
            let reader = try await Browser.signedIn(as: .reader, in: world)
            let owner = try await Browser.signedIn(as: .owner, in: world)
            var ids = world.own.ids
            ids["order"] = id.text
            var shown: Set<String> = []

            for route in world.clientRoutes where route.method == .get {
                let path = world.path(of: route, client: world.own, ids: ids)
                shown.formUnion(Self.found(in: try await owner.ask(.get, path).text))
                let page = try await reader.ask(.get, path)
                #expect([200, 403].contains(page.status), "\(path)")
                #expect(Self.found(in: page.text).isEmpty, "\(path)")
            }
            for question in Self.questions {
                let path = ConsolePath.orders(world.own.organization.id.text)
                let answer = try await reader.ask(.get, path, [("q", question)])
                #expect(!answer.text.contains("casa-1077"), "\(question)")
            }
            #expect(shown.isSuperset(of: ["Zuleide", "Quaresma", "98765432100", "Girass"]))
        }
    }
}
