import Basics
import Commerce
import Records
import Storage
import TestSupport
import Testing

struct CartClosingTests {
    @Test(arguments: Engine.allCases)
    func `a later order of the same person closes a cart, with a change that says which`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.leave(GivenCart(owner: "ana", leftAt: 10))

            try await shop.apply(
                [Answer(id: "7-01", placed: 70, profile: "ana").incoming], at: Shop.noon + .seconds(80))

            let cart = try #require(try await shop.record(.cart, "ana-cart"))
            let order = try #require(try await shop.stored("7-01"))
            let change = try #require(try await shop.changes().last)
            #expect(
                cart.closing == CartClosing(order: order.id, number: "7-01", closedAt: Shop.noon + .seconds(70)))
            #expect(cart.version == 2)
            #expect(cart.changedAt == Shop.noon + .seconds(70))
            #expect(change.recordKind == "cart" && change.recordID == cart.id.text && change.version == 2)
            #expect(change.facts == [Change.Fact(field: "closedBy", from: nil, to: "7-01")])
            #expect(change.occurredAt == Shop.noon + .seconds(70))
            #expect(change.recordedAt == Shop.noon + .seconds(80))
            #expect(String(decoding: cart.json, as: UTF8.self).contains(#""closedBy":{"order":"\#(order.id.text)""#))
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order of somebody else, of before, of nobody or begun only closes nothing`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.leave(GivenCart(owner: "ana", leftAt: 10))

            try await shop.apply([
                Answer(id: "1-01", placed: 9, profile: "ana").incoming,
                Answer(id: "2-01", placed: 90, profile: "bia").incoming,
                Answer(id: "3-01", placed: 90).incoming,
                Answer(id: "4-01", status: .incomplete, placed: 90, profile: "ana").incoming,
            ])

            #expect(try await shop.record(.cart, "ana-cart")?.closing == nil)
            #expect(try await shop.record(.cart, "ana-cart")?.version == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that was begun closes the cart once it is placed, and canceling opens it no more`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            try await shop.leave(GivenCart(owner: "ana", leftAt: 10))
            try await shop.apply([Answer(status: .incomplete, placed: 20, profile: "ana").incoming])

            try await shop.apply([
                Answer(status: .placed, changed: 30, fetched: 30, placed: 20, profile: "ana").incoming
            ])
            let placed = try await shop.record(.cart, "ana-cart")?.closing?.number
            try await shop.apply([
                Answer(status: .canceled, changed: 40, fetched: 40, placed: 20, profile: "ana").incoming
            ])

            #expect(placed == "1001-01")
            #expect(try await shop.record(.cart, "ana-cart")?.closing?.number == "1001-01")
            #expect(try await shop.changes().filter { $0.recordKind == "cart" }.count == 2)
        }
    }

    /// Five arrivals in every order: two carts and three orders, of which the first after the cart closes it.
    @Test(arguments: Engine.allCases)
    func `the end is the same in whatever order carts and orders come in`(engine: Engine) async throws {
        for order in permutations(of: [0, 1, 2, 3]) {
            try await Shop.open(engine) { shop in
                for step in order {
                    switch step {
                    case 0: try await shop.leave(GivenCart(owner: "ana", leftAt: 10))
                    case 1: try await shop.apply([Answer(id: "5-01", placed: 5, profile: "ana").incoming])
                    case 2:
                        // Two of one checkout, by two sellers.
                        try await shop.apply([
                            Answer(id: "20-02", placed: 20, profile: "ana").incoming,
                            Answer(id: "20-01", placed: 20, profile: "ana").incoming,
                        ])
                    default: try await shop.apply([Answer(id: "30-01", placed: 30, profile: "ana").incoming])
                    }
                }
                #expect(try await shop.record(.cart, "ana-cart")?.closing?.number == "20-01", "\(order)")
                let numbers = try await shop.changes().map(\.number)
                #expect(numbers == Array(1...Int64(numbers.count)))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a cart that is left again is open again, until the next order`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.leave(GivenCart(owner: "ana", leftAt: 10))
            try await shop.apply([Answer(id: "20-01", placed: 20, profile: "ana").incoming])

            try await shop.leave(GivenCart(owner: "ana", leftAt: 30))

            let open = try #require(try await shop.record(.cart, "ana-cart"))
            let facts = try await shop.changes().last?.facts
            #expect(open.closing == nil)
            #expect(facts == [Change.Fact(field: "closedBy", from: "20-01", to: nil)])

            try await shop.apply([Answer(id: "40-01", placed: 40, profile: "ana").incoming])
            let closed = try await shop.record(.cart, "ana-cart")
            #expect(closed?.closing?.number == "40-01")
            #expect(closed?.version == open.version + 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a list of carts says of each what closed it, however it is found`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.leave(GivenCart(owner: "ana", leftAt: 10), GivenCart(owner: "bia", leftAt: 11))
            try await shop.apply([Answer(id: "20-01", placed: 20, profile: "ana").incoming])

            var found = RecordFilter(.cart, seesPeople: false)
            let all = try await shop.list(found)
            found.text = "ana-cart"
            let one = try await shop.list(found)

            #expect(all.map(\.externalID) == ["ana-cart", "bia-cart"])
            #expect(all.map { $0.closing?.number } == ["20-01", nil])
            #expect(one.map { $0.closing?.number } == ["20-01"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `orders from before there were profile ids beside them get theirs, and close what they close`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            try await shop.apply([Answer(id: "20-01", placed: 20, profile: "ana").incoming])
            try await shop.database.write { transaction in
                try transaction.execute("UPDATE orders SET profile_id = NULL")
                try transaction.execute(
                    "INSERT INTO order_fillings (organization_id, position) VALUES (\(shop.scope.organizationID), '')")
            }
            try await shop.leave(GivenCart(owner: "ana", leftAt: 10))
            #expect(try await shop.record(.cart, "ana-cart")?.closing == nil)

            while try await shop.database.write({ try OrderFilling().step(at: Shop.noon, in: $0) }) {}

            #expect(try await shop.record(.cart, "ana-cart")?.closing?.number == "20-01")
        }
    }

    @Test func `closing walks no carts and no orders of others`() async throws {
        try await Shop.open(.sqlite) { shop in
            try await shop.leave(GivenCart(owner: "ana", leftAt: 10))
            let prepared = try [Answer(id: "20-01", placed: 20, profile: "ana").incoming].map {
                try PreparedOrder($0, template: nil)
            }
            let cart = try GivenCart(owner: "bia", leftAt: 11).prepared

            let steps = try await shop.database.write { transaction in
                let plans = PlannedTransaction.Plans()
                let planned = PlannedTransaction(inner: transaction, plans: plans)
                _ = try shop.orders.apply(
                    prepared, to: shop.connection, cause: .platform, at: Shop.noon, in: planned)
                _ = try shop.records.apply([cart], to: shop.connection, at: Shop.noon, in: planned)
                return plans.steps
            }

            let carts = steps.filter { $0.contains(" c USING") || $0.contains("SCAN c") }
            let orders = steps.filter { $0.contains(" f USING") || $0.contains("SCAN f") }
            #expect(carts.contains { $0.hasSuffix("(organization_id=? AND connection_id=? AND profile_id=?)") })
            #expect(carts.allSatisfy { $0.contains("profile_id=?") || $0.contains("record_id=?") }, "\(carts)")
            #expect(!orders.isEmpty)
            #expect(orders.allSatisfy { $0.contains("profile_id=? AND placed_at>?") }, "\(orders)")
        }
    }
}

/// A cart that somebody left.
private struct GivenCart {
    let owner: String
    /// Seconds after noon.
    let leftAt: Int64

    var prepared: PreparedRecord {
        get throws {
            var cart = AbandonedCart(externalID: owner + "-cart")
            cart.profileID = owner
            cart.leftAt = Shop.noon + .seconds(leftAt)
            cart.changedAt = cart.leftAt
            let payload = Array("\(owner) \(leftAt)".utf8)
            return try PreparedRecord(
                RecordDocument(cart), payload: payload, contentHash: payload, fetchedAt: Shop.noon + .seconds(leftAt),
                mapperVersion: 1)
        }
    }
}

extension Shop {
    fileprivate func leave(_ carts: GivenCart...) async throws {
        let prepared = try carts.map { try $0.prepared }
        _ = try await database.write { try records.apply(prepared, to: connection, at: Shop.noon, in: $0) }
    }
}
