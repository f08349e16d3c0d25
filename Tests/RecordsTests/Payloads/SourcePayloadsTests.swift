import Basics
import Commerce
import Records
import Storage
import TestSupport
import Testing

struct SourcePayloadsTests {
    @Test(arguments: Engine.allCases, [0, 1, 10_000, 2_000_000])
    func `a payload comes back byte for byte`(engine: Engine, size: Int) async throws {
        try await Shop.open(engine) { shop in
            var random = SeededGenerator(seed: 7)
            var incoming = Answer().incoming
            incoming.payload = (0..<size).map { _ in UInt8.random(in: 0...63, using: &random) }

            try await shop.apply([incoming])

            let history = try await shop.history("1001-01")
            #expect(history.count == 1)
            #expect(history.first?.bytes == incoming.payload)
            #expect(history.first?.contentHash == incoming.contentHash)
            #expect(history.first?.fetchedAt == incoming.fetchedAt)
        }
    }

    @Test(arguments: Engine.allCases) func `payloads are kept compressed`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            var incoming = Answer().incoming
            incoming.payload = Array(String(repeating: #"{"name":"Camiseta","price":12990},"#, count: 1000).utf8)

            try await shop.apply([incoming])

            let size = try #require(try await shop.integer("SELECT LENGTH(body) FROM order_payloads"))
            #expect(size < Int64(incoming.payload.count / 50))
        }
    }

    @Test(arguments: Engine.allCases) func `history goes with age and the current payload stays`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            let day: Int64 = 86_400
            let answers = [OrderStatus.paid, .handling, .shipped].enumerated().map { index, status in
                Answer(status: status, changed: Int64(index) * day, fetched: Int64(index) * day)
            }
            for answer in answers { try await shop.apply([answer.incoming], at: answer.incoming.fetchedAt) }

            let before = try await drop(shop, at: Shop.noon + .seconds(31 * day))
            let first = try await drop(shop, at: Shop.noon + .seconds(31 * day + 1))
            let kept = try await shop.history("1001-01")
            let second = try await drop(shop, at: Shop.noon + .seconds(10_000 * day))

            #expect([before, first, second] == [0, 1, 1])
            #expect(kept.map(\.bytes) == [answers[1].payload, answers[2].payload])
            #expect(try await shop.history("1001-01").map(\.bytes) == [answers[2].payload])
        }
    }

    @Test(arguments: Engine.allCases) func `a source that comes back is current again`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.apply([Answer(changed: 1, content: "a").incoming])
            try await shop.apply([Answer(changed: 2, content: "b").incoming])

            try await shop.apply([Answer(changed: 3, content: "a").incoming])

            let history = try await shop.history("1001-01")
            #expect(history.map(\.bytes) == [Answer(content: "b").payload, Answer(content: "a").payload])
            #expect(history.map(\.supersededAt) == [Shop.noon, nil])
            #expect(history.map(\.changedAt) == [Shop.noon + .seconds(2), Shop.noon + .seconds(3)])
        }
    }

    @Test(arguments: Engine.allCases) func `dropping goes on in steps`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            for index in 0..<6 { try await shop.apply([Answer(changed: Int64(index), content: "\(index)").incoming]) }
            let later = Shop.noon + .seconds(100 * 86_400)

            var dropped: [Int] = []
            for _ in 0..<3 { dropped.append(try await drop(shop, at: later, limit: 3)) }

            #expect(dropped == [3, 2, 0])
            #expect(try await shop.integer("SELECT COUNT(*) FROM order_payloads") == 1)
        }
    }

    @Test(arguments: Engine.allCases) func `a damaged payload is told and not guessed`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.apply([Answer().incoming])
            let id = try #require(try await shop.stored("1001-01")).id
            try await shop.database.write { try $0.execute("UPDATE order_payloads SET body = \([UInt8](1...9))") }

            await #expect(throws: RecordsError(.unreadablePayload(record: id.text))) {
                try await shop.history("1001-01")
            }
        }
    }

    private func drop(_ shop: Shop, at instant: Instant, limit: Int = 100) async throws -> Int {
        try await shop.database.write {
            try shop.payloads.dropHistory(olderThan: 30, at: instant, limit: limit, in: $0)
        }
    }
}
