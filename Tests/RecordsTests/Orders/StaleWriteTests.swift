import Basics
import Commerce
import Records
import Storage
import TestSupport
import Testing

/// Law 1: a record is replaced only by a source version that is not older than the stored one.
struct StaleWriteTests {
    /// An answer that meets an order stored with `changed` 10 and `fetched` 10.
    struct Case: Sendable, CustomTestStringConvertible {
        let changed: Int64
        let fetched: Int64
        let sameContent: Bool
        let outcome: OrderRecords.Outcome

        var testDescription: String {
            "changed \(changed), fetched \(fetched), \(sameContent ? "same" : "other") content"
        }
    }

    private static let matrix: [Case] = [
        Case(changed: 9, fetched: 9, sameContent: false, outcome: .init(stale: 1)),
        Case(changed: 9, fetched: 10, sameContent: false, outcome: .init(stale: 1)),
        Case(changed: 9, fetched: 11, sameContent: false, outcome: .init(stale: 1)),
        Case(changed: 10, fetched: 9, sameContent: false, outcome: .init(stale: 1)),
        Case(changed: 10, fetched: 10, sameContent: false, outcome: .init(changed: 1)),
        Case(changed: 10, fetched: 11, sameContent: false, outcome: .init(changed: 1)),
        Case(changed: 11, fetched: 9, sameContent: false, outcome: .init(changed: 1)),
        Case(changed: 11, fetched: 10, sameContent: false, outcome: .init(changed: 1)),
        Case(changed: 11, fetched: 11, sameContent: false, outcome: .init(changed: 1)),
        Case(changed: 9, fetched: 11, sameContent: true, outcome: .init(unchanged: 1)),
        Case(changed: 10, fetched: 9, sameContent: true, outcome: .init(unchanged: 1)),
        Case(changed: 10, fetched: 10, sameContent: true, outcome: .init(unchanged: 1)),
        Case(changed: 10, fetched: 11, sameContent: true, outcome: .init(unchanged: 1)),
        Case(changed: 11, fetched: 9, sameContent: true, outcome: .init(unchanged: 1)),
    ]

    @Test(arguments: Engine.allCases, matrix)
    func `only an answer that is not older replaces the record`(engine: Engine, given: Case) async throws {
        try await Shop.open(engine) { shop in
            let stored = Answer(status: .shipped, changed: 10, fetched: 10)
            try await shop.apply([stored.incoming])
            var arriving = Answer(status: .shipped, changed: given.changed, fetched: given.fetched)
            if !given.sameContent { arriving.status = .delivered }

            let outcome = try await shop.apply([arriving.incoming])

            #expect(outcome == given.outcome)
            let isReplaced = given.outcome.changed == 1
            let order = try #require(try await shop.stored("1001-01"))
            #expect(order.version == (isReplaced ? 2 : 1))
            #expect(order.order.status == (isReplaced ? .delivered : .shipped))
            #expect(try await shop.changes().count == (isReplaced ? 2 : 1))
            #expect(try await shop.integer("SELECT head FROM change_heads") == (isReplaced ? 2 : 1))
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is known of the source moves forward only`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.apply([Answer(changed: 10, fetched: 10, digest: "d1").incoming])

            try await shop.apply([Answer(changed: 10, fetched: 5, digest: "d0").incoming])
            let afterOlder = try await sourceRow(shop)
            try await shop.apply([Answer(changed: 20, fetched: 30, digest: "d2").incoming])
            let afterNewer = try await sourceRow(shop)
            let late = try await shop.apply([Answer(status: .canceled, changed: 15, fetched: 40).incoming])

            #expect(afterOlder == ["10", "10", "d1"])
            #expect(afterNewer == ["20", "30", "d2"])
            #expect(late == .init(stale: 1))
            #expect(try await shop.stored("1001-01")?.order.changedAt == Shop.noon + .seconds(10))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a stale answer is kept in the payload history only`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let newer = Answer(status: .delivered, changed: 20, fetched: 20)
            let older = Answer(status: .shipped, changed: 10, fetched: 30)
            try await shop.apply([newer.incoming])

            let outcome = try await shop.apply([older.incoming], at: Shop.noon + .seconds(60))

            #expect(outcome == .init(stale: 1))
            let history = try await shop.history("1001-01")
            #expect(history.map(\.bytes) == [older.payload, newer.payload])
            #expect(history.map(\.supersededAt) == [Shop.noon + .seconds(60), nil])
            #expect(try await shop.stored("1001-01")?.order.status == .delivered)
        }
    }

    private func sourceRow(_ shop: Shop) async throws -> [String]? {
        try await shop.database.read { transaction in
            try transaction.first("SELECT source_changed_at, fetched_at, list_digest FROM orders") { row in
                [
                    "\((try row.instant(0) - Shop.noon).components.seconds)",
                    "\((try row.instant(1) - Shop.noon).components.seconds)", try row.text(2),
                ]
            }
        }
    }
}
