import Apps
import Basics
import Commerce
import ConnectorKit
import Hub
import Operations
import Records
import Storage
import Sync
import Testing

struct SyncTests {
    @Test(arguments: Engine.allCases)
    func `a store is synced whole, and a second time finds nothing new`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 180) { world in
            let placed = try await world.connect()

            let first = try await world.syncOnce(placed)
            let second = try await world.syncOnce(placed)

            let totals = try await world.store.totals()
            let orders = try await world.orders(of: placed)
            #expect(first.created == totals.count)
            #expect(first.changed == 0)
            #expect(first.refused == 0)
            #expect(orders.count == totals.count)
            #expect(orders.values.reduce(0) { $0 + $1.order.total.amount } == totals.value)
            #expect(second.created == 0)
            #expect(second.changed == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that moved arrives by the sweep, with its fact in the log`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 40) { world in
            let placed = try await world.connect()
            let id = try await world.store.placeOrder(status: "handling")
            try await world.syncOnce(placed)
            let before = try #require(try await world.orders(of: placed)[id])
            try await world.store.advance(id, to: "invoiced")

            let report = try await world.syncOnce(placed)

            let after = try #require(try await world.orders(of: placed)[id])
            let changes = try await world.hub.changedOrders(of: placed.organization, after: 0, limit: 1000).orders
            let last = try #require(changes.last)
            #expect(before.order.status == .handling)
            #expect(after.order.status == .invoiced)
            #expect(after.version == before.version + 1)
            #expect(report.changed == 1)
            #expect(report.created == 0)
            #expect(last.change.recordID == after.id.text)
            #expect(last.change.facts.first { $0.field == "status" }?.from == "handling")
            #expect(last.change.facts.first { $0.field == "status" }?.to == "invoiced")
        }
    }

    @Test(arguments: Engine.allCases)
    func `the log has no gap and tells of each order once`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 120) { world in
            let placed = try await world.connect()

            try await world.syncOnce(placed)

            let changes = try await world.hub.changedOrders(of: placed.organization, after: 0, limit: 1000).orders
            #expect(changes.map(\.change.number) == (1...120).map(Int64.init))
            #expect(Set(changes.map(\.change.recordID)).count == 120)
        }
    }

    @Test(arguments: Engine.allCases)
    func `two organizations with the same store see their own orders only`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 20) { world in
            let one = try await world.connect(organization: "Um")
            let other = try await world.connect(organization: "Outro")

            try await world.syncOnce(one)

            let ofOne = try await world.orders(of: one)
            let ofOther = try await world.orders(of: other)
            #expect(ofOne.count == 20)
            #expect(ofOther.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `daily totals come to what the store says`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 90) { world in
            let placed = try await world.connect()
            try await world.syncOnce(placed)

            let totals = try await world.hub.totals(of: placed, since: CivilDate(year: 2015, month: 1, day: 1))

            let orders = try await world.orders(of: placed).values.map(\.order)
            let counted = orders.filter {
                ![.incomplete, .canceled, .replaced, .paymentDenied].contains($0.status)
            }
            #expect(totals.sums.map(\.orders) == [counted.count])
            #expect(totals.sums.map(\.amount) == [counted.reduce(0) { $0 + $1.total.amount }])
            #expect(totals.days.reduce(0) { $0 + $1.orders } == counted.count)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a remap of the same mapping leaves every order as it is`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 60) { world in
            let placed = try await world.connect()
            try await world.syncOnce(placed)
            let before = try await world.orders(of: placed).mapValues(\.order)
            let none = try await world.hub.remap(placed)
            try await world.hub.database.write { try $0.execute("UPDATE orders SET mapper_version = 0") }

            let outcome = try await world.hub.remap(placed)

            let after = try await world.orders(of: placed).mapValues(\.order)
            #expect(none.changed + none.unchanged == 0)
            #expect(outcome.unchanged == 60)
            #expect(outcome.changed == 0)
            #expect(outcome.unreadable.isEmpty)
            #expect(after == before)
        }
    }
}
