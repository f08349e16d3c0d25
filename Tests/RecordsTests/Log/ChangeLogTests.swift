import Basics
import Records
import Storage
import TestSupport
import Testing

struct ChangeLogTests {
    @Test(arguments: Engine.allCases) func `changes come in pages after a position`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await append(5, to: shop)

            let page = try await shop.database.read { try shop.log.changes(after: 2, limit: 2, in: $0) }

            #expect(page.map(\.number) == [3, 4])
            #expect(page.map(\.recordID) == ["mem_3", "mem_4"])
            #expect(try await shop.database.read { try shop.log.head(in: $0) } == 5)
        }
    }

    @Test(arguments: Engine.allCases) func `facts survive as they were written`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let facts = [
                Change.Fact(field: "status", from: nil, to: "p\"ai\\d\n"),
                Change.Fact(field: "coupon", from: "ÃÇ🎁", to: nil),
                Change.Fact(field: "person", from: nil, to: nil),
            ]

            try await append(1, to: shop, facts: facts)

            #expect(try await shop.changes().first?.facts == facts)
        }
    }

    @Test(arguments: Engine.allCases) func `a position before what is kept is told the way back in`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            try await append(10, to: shop)

            try await shop.database.write { try shop.log.compact(through: 4, in: $0) }

            #expect(try await shop.changes(after: 4).map(\.number) == [5, 6, 7, 8, 9, 10])
            let error = await #expect(throws: RecordsError.self) { try await shop.changes(after: 3) }
            #expect(error?.problem == .logCompacted(position: 3, through: 4, head: 10))
            #expect(error?.code == "records.log_compacted")
        }
    }

    @Test(arguments: Engine.allCases) func `compaction never runs backwards or past the head`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            try await append(3, to: shop)

            try await shop.database.write { transaction in
                try shop.log.compact(through: 2, in: transaction)
                try shop.log.compact(through: 1, in: transaction)
            }
            let kept = try await shop.changes(after: 2).map(\.number)
            try await shop.database.write { try shop.log.compact(through: 100, in: $0) }
            try await append(1, to: shop)

            #expect(kept == [3])
            #expect(try await shop.changes(after: 3).map(\.number) == [4])
        }
    }

    @Test(arguments: Engine.allCases) func `writers at the same time leave neither gap nor repeat`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            let heads = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        var heads: [Int64] = []
                        for step in 0..<5 {
                            heads.append(try await append(step % 3 + 1, to: shop, writer: writer))
                        }
                        return heads
                    }
                }
                return try await group.reduce(into: [[Int64]]()) { $0.append($1) }
            }

            let numbers = try await shop.changes().map(\.number)
            let count: Int64 = 8 * (1 + 2 + 3 + 1 + 2)
            #expect(numbers == Array(1...count))
            #expect(heads.allSatisfy { $0 == $0.sorted() })
            #expect(Set(heads.joined()).count == 40)
            #expect(heads.joined().max() == count)
        }
    }

    @Test(arguments: Engine.allCases) func `batches of the same orders at the same time are written once`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            let batch = (0..<20).map { Answer(id: "\($0)-01").incoming }

            let outcomes = try await withThrowingTaskGroup(of: OrderRecords.Outcome.self) { group in
                for _ in 0..<6 { group.addTask { try await shop.apply(batch) } }
                return try await group.reduce(into: [OrderRecords.Outcome]()) { $0.append($1) }
            }

            #expect(outcomes.map(\.created).reduce(0, +) == 20)
            #expect(outcomes.map(\.unchanged).reduce(0, +) == 100)
            #expect(try await shop.changes().map(\.number) == Array(1...20))
            #expect(try await shop.integer("SELECT COUNT(*) FROM orders") == 20)
        }
    }

    @Test(arguments: Engine.allCases) func `a reader that follows the head sees every number in order`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            let total = 60

            async let written: Void = {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for writer in 0..<4 {
                        group.addTask { for _ in 0..<15 { try await append(1, to: shop, writer: writer) } }
                    }
                    try await group.waitForAll()
                }
            }()
            var seen: [Int64] = []
            while seen.count < total { seen += try await shop.changes(after: seen.last ?? 0).map(\.number) }
            try await written

            #expect(seen == Array(1...Int64(total)))
        }
    }

    @discardableResult
    private func append(
        _ count: Int, to shop: Shop, facts: [Change.Fact] = [], writer: Int = 0
    ) async throws -> Int64 {
        try await shop.database.write { transaction in
            let changes = (1...count).map { index in
                NewChange(
                    recordKind: "member", recordID: "mem_\(index)", connectionID: nil, version: Int64(writer + 1),
                    facts: facts, cause: .app, occurredAt: Shop.noon)
            }
            return try shop.log.append(changes, at: Shop.noon, in: transaction)
        }
    }
}
