import Basics
import Commerce
import Records
import Storage
import TestSupport
import Testing

/// SQLite plans without counting: its index decides whether a page among a million orders costs what one among ten does.
struct QueryPlanTests {
    @Test func `no list of orders walks all orders, whatever is asked for`() async throws {
        try await Shop.open(.sqlite) { shop in
            try await shop.apply([
                Answer(id: "1001-01", email: "ana@example.com").incoming, Answer(id: "1002-01").incoming,
            ])
            let id = try #require(try await shop.stored("1001-01")).id
            let position = OrderPosition(placedAt: Shop.noon + .seconds(9), id: id)

            for filter in Self.filters(shop) {
                for after in [nil, position] {
                    let walks = try await shop.database.read { transaction in
                        let plans = PlannedTransaction.Plans()
                        let planned = PlannedTransaction(inner: transaction, plans: plans)
                        _ = try shop.orders.list(filter, after: after, limit: 50, in: planned)
                        return plans.fullWalks
                    }
                    #expect(walks == [], "\(filter)")
                }
            }
        }
    }

    @Test func `an order, its history, exports and sweeps walk no more than they give`() async throws {
        try await Shop.open(.sqlite) { shop in
            try await shop.apply([Answer(id: "1001-01").incoming])
            let id = try #require(try await shop.stored("1001-01")).id

            let walks = try await shop.database.read { transaction in
                let plans = PlannedTransaction.Plans()
                let planned = PlannedTransaction(inner: transaction, plans: plans)
                _ = try shop.orders.find(id, in: planned)
                _ = try shop.orders.find(externalID: "1001-01", connection: shop.connection, in: planned)
                _ = try shop.orders.documents(of: nil, after: id, limit: 50, in: planned)
                _ = try shop.orders.documents(of: shop.connection, after: id, limit: 50, in: planned)
                _ = try shop.orders.known([("1001-01", "digest")], of: shop.connection, in: planned)
                _ = try shop.orders.undelivered(
                    of: shop.connection, invoicedSince: Shop.noon, after: nil, limit: 50, in: planned)
                _ = try shop.orders.summaries(of: [id], in: planned)
                _ = try shop.orders.count(of: shop.connection, in: planned)
                _ = try shop.log.changes(after: 0, limit: 50, in: planned)
                _ = try shop.log.changes(ofRecord: id.text, kind: "order", limit: 50, in: planned)
                _ = try shop.payloads.history(of: id, in: planned)
                return plans.fullWalks
            }

            #expect(walks == [])
        }
    }

    @Test func `a batch of orders looks at no other orders`() async throws {
        try await Shop.open(.sqlite) { shop in
            try await shop.apply([Answer(id: "1001-01").incoming, Answer(id: "1002-01").incoming])
            let prepared = try [
                Answer(id: "1001-01", status: .delivered, changed: 9).incoming, Answer(id: "1003-01").incoming,
            ].map { try PreparedOrder($0, template: nil) }

            let walks = try await shop.database.write { transaction in
                let plans = PlannedTransaction.Plans()
                _ = try shop.orders.apply(
                    prepared, to: shop.connection, cause: .platform, at: Shop.noon,
                    in: PlannedTransaction(inner: transaction, plans: plans))
                return plans.fullWalks
            }

            #expect(walks == [])
        }
    }

    private static func filters(_ shop: Shop) -> [OrderFilter] {
        var plain = OrderFilter(seesPeople: true)
        var filters = [plain]
        func add(_ change: (inout OrderFilter) -> Void) {
            var filter = plain
            change(&filter)
            filters.append(filter)
        }
        for connection in [nil, shop.connection] {
            plain.connection = connection
            add { $0.statuses = [.paid] }
            add { $0.statuses = [.paid, .canceled] }
            add { $0.externalID = "1001-01" }
            add { $0.text = "1001" }
            add { $0.text = "1001 ana" }
            add { $0.recordedSince = Shop.noon }
            add { ($0.placedFrom, $0.placedUntil) = (Shop.noon, Shop.noon + .seconds(60)) }
            add { ($0.text, $0.statuses, $0.recordedSince) = ("1001", [.paid, .canceled], Shop.noon) }
        }
        return filters
    }
}
