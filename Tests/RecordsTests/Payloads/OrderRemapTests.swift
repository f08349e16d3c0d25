import Basics
import Commerce
import Records
import Storage
import TestSupport
import Testing

struct OrderRemapTests {
    private struct FixedClock: WallClock {
        func now() -> Instant { Shop.noon }
        func sleep(for duration: Duration) async throws {}
    }

    @Test(arguments: Engine.allCases) func `a better mapping makes a new version where the order differs`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            try await shop.apply([Answer(id: "1").incoming, Answer(id: "2").incoming])

            let outcome = try await remap(shop, to: 2) { payload in
                var order = order(of: payload)
                if order.externalID == "1" { order.marketing.coupon = "NATAL" }
                return order
            }

            #expect(outcome.changed == 1)
            #expect(outcome.unchanged == 1)
            #expect(outcome.unreadable == [])
            let first = try #require(try await shop.stored("1"))
            let second = try #require(try await shop.stored("2"))
            #expect([first.version, second.version] == [2, 1])
            #expect([first.mapperVersion, second.mapperVersion] == [2, 2])
            #expect(first.order.marketing.coupon == "NATAL")
            let changes = try await shop.changes(after: 2)
            #expect(changes.map(\.cause) == [.remap])
            #expect(changes.map(\.recordID) == [first.id.text])
            #expect(changes.first?.facts == [Change.Fact(field: "coupon", from: nil, to: "NATAL")])
        }
    }

    @Test(arguments: Engine.allCases) func `orders of the mapping at hand are left alone`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.apply([Answer(id: "1", mapper: 2).incoming, Answer(id: "2", mapper: 3).incoming])

            let outcome = try await remap(shop, to: 2) { order(of: $0) }

            #expect(outcome == OrderRemap.Outcome())
        }
    }

    @Test(arguments: Engine.allCases) func `many pages are gone through once and a second run finds nothing`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            try await shop.apply((0..<250).map { Answer(id: "\($0)").incoming })

            let first = try await remap(shop, to: 2) { order(of: $0) }
            let second = try await remap(shop, to: 2) { order(of: $0) }

            #expect(first.unchanged == 250)
            #expect(second == OrderRemap.Outcome())
            #expect(try await shop.integer("SELECT head FROM change_heads") == 250)
        }
    }

    @Test(arguments: Engine.allCases) func `an order that does not map stays and is told`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.apply([Answer(id: "1").incoming, Answer(id: "2").incoming])
            let id = try #require(try await shop.stored("1")).id

            let outcome = try await remap(shop, to: 2) { payload in
                let order = order(of: payload)
                if order.externalID == "1" { throw JSONError(.missing, path: "items") }
                return order
            }

            #expect(outcome.unchanged == 1)
            #expect(outcome.unreadable.map(\.orderID) == [id])
            #expect(try await shop.stored("1")?.mapperVersion == 1)
            #expect(try await shop.stored("2")?.mapperVersion == 2)
        }
    }

    @Test(arguments: Engine.allCases) func `a document always says its order's connection and version`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            try await shop.apply([Answer(id: "1").incoming, Answer(id: "2").incoming, Answer(id: "3").incoming])
            try await shop.apply([Answer(id: "1", status: .shipped, changed: 5).incoming])

            _ = try await remap(shop, to: 2) { payload in
                var order = order(of: payload)
                order.marketing.coupon = "NATAL"
                return order
            }

            let versions = try await shop.database.read { transaction in
                try transaction.all("SELECT version FROM order_documents ORDER BY version") { try $0.integer(0) }
            }
            #expect(versions == [2, 2, 3])
            let differing = try await shop.integer(
                """
                SELECT COUNT(*) FROM orders o
                JOIN order_documents d ON d.organization_id = o.organization_id AND d.order_id = o.id
                WHERE o.version <> d.version OR o.connection_id <> d.connection_id
                """)
            #expect(differing == 0)
        }
    }

    private func remap(
        _ shop: Shop, to version: Int, map: @escaping @Sendable ([UInt8]) throws -> Order
    ) async throws -> OrderRemap.Outcome {
        try await OrderRemap(shop.scope, connection: shop.connection, to: version)
            .run(on: shop.database, clock: FixedClock(), map: map)
    }
}

/// The order that `Answer` made this payload of.
private func order(of payload: [UInt8]) -> Order {
    let id = String(decoding: payload.prefix(while: { $0 != UInt8(ascii: " ") }), as: UTF8.self)
    return Answer(id: id).order
}
