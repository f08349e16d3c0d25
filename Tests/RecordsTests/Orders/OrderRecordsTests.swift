import Basics
import Commerce
import Records
import Storage
import TestSupport
import Testing

struct OrderRecordsTests {
    @Test(arguments: Engine.allCases) func `a new order is stored whole with its change`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let answer = Answer(changed: 5, fetched: 7, mapper: 3, email: "someone@example.com")

            let outcome = try await shop.apply([answer.incoming])

            #expect(outcome == .init(created: 1))
            let stored = try #require(try await shop.stored("1001-01"))
            #expect(stored.order == answer.order)
            #expect(stored.version == 1)
            #expect(stored.mapperVersion == 3)
            #expect(stored.connectionID == shop.connection)
            let change = try #require(try await shop.changes().first)
            #expect(change.number == 1)
            #expect(change.recordKind == "order")
            #expect(change.recordID == stored.id.text)
            #expect(change.connectionID == shop.connection)
            #expect(change.cause == .platform)
            #expect(change.occurredAt == Shop.noon + .seconds(5))
            #expect(change.recordedAt == Shop.noon)
            #expect(change.facts.first == Change.Fact(field: "created", from: nil, to: Shop.noon.iso8601))
            #expect(change.facts.contains(Change.Fact(field: "status", from: nil, to: "paid")))
        }
    }

    @Test(arguments: Engine.allCases) func `a change tells what the order was and is`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.apply([Answer(status: .shipped).incoming])

            try await shop.apply([Answer(status: .delivered, changed: 9, delivered: 8).incoming])

            let facts = try await shop.changes(after: 1).flatMap(\.facts)
            #expect(
                facts == [
                    Change.Fact(field: "status", from: "shipped", to: "delivered"),
                    Change.Fact(field: "platformStatus", from: "shipped", to: "delivered"),
                    Change.Fact(field: "deliveredAt", from: nil, to: (Shop.noon + .seconds(8)).iso8601),
                ])
            #expect(try await shop.stored("1001-01")?.version == 2)
        }
    }

    @Test(arguments: Engine.allCases) func `a status seen once stays in the order's history`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            for (index, status) in [OrderStatus.paid, .handling, .shipped].enumerated() {
                try await shop.apply([Answer(status: status, changed: Int64(index)).incoming])
            }

            let events = try await shop.stored("1001-01")?.order.statusHistory

            #expect(events?.map(\.status) == [.handling, .shipped])
            #expect(events?.map(\.evidence) == [.observed, .observed])
        }
    }

    @Test(arguments: Engine.allCases) func `reading the same orders again writes nothing to the log`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            let batch = (0..<50).map { Answer(id: "\($0)-01", fetched: 1) }
            let first = try await shop.apply(batch.map(\.incoming))

            let again = try await shop.apply(
                batch.map { answer in
                    var answer = answer
                    answer.fetched = 100
                    return answer.incoming
                })

            #expect(first == .init(created: 50))
            #expect(again == .init(unchanged: 50))
            #expect(try await shop.changes().map(\.number) == Array(1...50))
            #expect(try await shop.integer("SELECT head FROM change_heads") == 50)
            #expect(try await shop.integer("SELECT COUNT(*) FROM order_payloads") == 50)
            #expect(try await shop.integer("SELECT MAX(version) FROM orders") == 1)
        }
    }

    @Test(arguments: Engine.allCases) func `an id twice in a batch is two arrivals in order`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            let batch = [
                Answer(status: .paid, changed: 1, fetched: 1), Answer(status: .handling, changed: 2, fetched: 2),
                Answer(status: .handling, changed: 2, fetched: 3), Answer(status: .paid, changed: 1, fetched: 4),
                Answer(id: "2002-01", status: .paid),
            ]

            let outcome = try await shop.apply(batch.map(\.incoming))

            #expect(outcome == .init(created: 2, changed: 1, unchanged: 1, stale: 1))
            let stored = try #require(try await shop.stored("1001-01"))
            #expect(stored.version == 2)
            #expect(stored.order.status == .handling)
            let changes = try await shop.changes()
            #expect(changes.map(\.number) == [1, 2, 3])
            #expect(changes.filter { $0.recordID == stored.id.text }.map(\.version) == [1, 2])
            let history = try await shop.history("1001-01")
            #expect(history.map(\.bytes) == [batch[3].payload, batch[1].payload])
            #expect(history.map(\.supersededAt) == [Shop.noon, nil])
        }
    }

    @Test(arguments: Engine.allCases) func `a batch that is refused leaves nothing behind`(engine: Engine) async throws
    {
        struct Refused: Error {}
        try await Shop.open(engine) { shop in
            let prepared = try [Answer().incoming].map { try PreparedOrder($0) }

            await #expect(throws: Refused.self) {
                try await shop.database.write { transaction in
                    _ = try shop.orders.apply(
                        prepared, to: shop.connection, cause: .platform, at: Shop.noon, in: transaction)
                    throw Refused()
                }
            }

            #expect(try await shop.integer("SELECT COUNT(*) FROM orders") == 0)
            #expect(try await shop.integer("SELECT COUNT(*) FROM order_payloads") == 0)
            #expect(try await shop.changes() == [])
            #expect(try await shop.integer("SELECT head FROM change_heads") == 0)
        }
    }

    @Test(arguments: Engine.allCases) func `an unknown organization is refused`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let stranger = OrganizationScope(OrganizationID(at: Shop.noon))

            let error = await #expect(throws: RecordsError.self) {
                try await shop.database.read { try ChangeLog(stranger).head(in: $0) }
            }

            #expect(error?.code == "records.organization_missing")
        }
    }

    @Test(arguments: Engine.allCases) func `pages go through all orders in the order of their ids`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            for start in stride(from: 0, to: 30, by: 10) {
                try await shop.apply(
                    (start..<start + 10).map { Answer(id: "\($0)-01").incoming },
                    at: Shop.noon + .seconds(start))
            }

            var seen: [StoredOrder] = []
            while true {
                let after = seen.last?.id
                let page = try await shop.database.read {
                    try shop.orders.page(of: shop.connection, after: after, limit: 7, in: $0)
                }
                if page.isEmpty { break }
                seen += page
            }

            #expect(seen.map(\.id) == seen.map(\.id).sorted())
            #expect(Set(seen.map(\.order.externalID)) == Set((0..<30).map { "\($0)-01" }))
            #expect(seen.count == 30)
            #expect(try await shop.database.read { try shop.orders.count(of: shop.connection, in: $0) } == 30)
            let last = seen[29]
            #expect(try await shop.database.read { try shop.orders.find(last.id, in: $0) }?.order == last.order)
        }
    }

    @Test(arguments: Engine.allCases) func `an order is handed on as the bytes that are stored`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            try await shop.apply(["1-01", "2-01"].map { Answer(id: $0, email: "someone@example.com").incoming })

            let documents = try await shop.database.read {
                try shop.orders.documents(of: shop.connection, after: nil, limit: 1, in: $0)
            }
            let document = try #require(documents.first)
            let bare = try JSONDocument(parsing: document.json(withPerson: false)).root
            let whole = document.json(withPerson: true)
            let stored = try #require(try await shop.database.read { try shop.orders.find(document.id, in: $0) })

            #expect(documents.count == 1)
            #expect(try bare.string("id") == stored.id.text)
            #expect(try bare.string("connectionId") == shop.connection.text)
            #expect(try bare.integer("version") == 1)
            #expect(bare["person"] == nil)
            #expect(try JSONDocument(parsing: whole).root["person"] != nil)
            #expect(try OrderDocument.order(core: whole, person: document.person) == stored.order)
        }
    }

    @Test(arguments: Engine.allCases) func `orders with the digest of the list are known`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.apply([
                Answer(id: "1", digest: "a").incoming, Answer(id: "2", digest: "b").incoming, Answer(id: "3").incoming,
            ])

            let known = try await shop.database.read {
                try shop.orders.known(
                    [("1", "a"), ("2", "changed"), ("3", "c"), ("4", "d")], of: shop.connection, in: $0)
            }

            #expect(known == ["1"])
        }
    }

    @Test(arguments: Engine.allCases) func `a refetch outside of the list keeps the list's digest`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            try await shop.apply([Answer(status: .paid, digest: "a").incoming])

            try await shop.apply([Answer(status: .handling, changed: 1, fetched: 1).incoming])

            let known = try await shop.database.read {
                try shop.orders.known([("1001-01", "a")], of: shop.connection, in: $0)
            }
            #expect(known == ["1001-01"])
        }
    }

    @Test(arguments: Engine.allCases) func `undelivered orders are those invoiced lately and not delivered`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            try await shop.apply([
                Answer(id: "a", status: .invoiced, invoiced: 100).incoming,
                Answer(id: "b", status: .invoiced, invoiced: 99).incoming,
                Answer(id: "c", status: .invoiced, invoiced: 200, delivered: 300).incoming,
                Answer(id: "d", status: .paid).incoming,
                Answer(id: "e", status: .invoiced, invoiced: 150).incoming,
                Answer(id: "f", status: .invoiced, invoiced: 120).incoming,
            ])

            func page(after cursor: String?) async throws -> [String] {
                try await shop.database.read {
                    try shop.orders.undelivered(
                        of: shop.connection, invoicedSince: Shop.noon + .seconds(100), after: cursor, limit: 2, in: $0)
                }
            }

            #expect(try await page(after: nil) == ["a", "e"])
            #expect(try await page(after: "e") == ["f"])
            #expect(try await page(after: "f") == [])
        }
    }
}
