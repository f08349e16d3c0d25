import Basics
import Storage
import TestSupport
import Testing

/// Short reads see what a read sees, whichever connection they run on.
@Suite struct GlanceTests {
    private struct Refusal: Error {}

    private static func sum(_ transaction: any Transaction) throws -> Int64 {
        try transaction.all("SELECT amount FROM counters ORDER BY id") { try $0.integer(0) }.reduce(0, +)
    }

    @Test(arguments: Engine.allCases)
    func `a glance and a look see every commit before them`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: TransactionTests.counters) { database in
            for number in 1...3 {
                try await database.write {
                    try $0.execute("INSERT INTO counters (id, amount) VALUES (\("c\(number)"), 10)")
                }

                let glanced = try await database.glance { try Self.sum($0) }
                let looked = try await database.look { try Self.sum($0) }

                #expect(glanced == Int64(number * 10))
                #expect(looked == Int64(number * 10))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a statement of a glance can be read again within itself`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: TransactionTests.counters) { database in
            try await database.write {
                try $0.execute("INSERT INTO counters (id, amount) VALUES ('a', 1), ('b', 2)")
            }

            for _ in 1...2 {
                let pairs = try await database.glance { transaction in
                    var pairs: [Int64] = []
                    try transaction.forEach("SELECT amount FROM counters ORDER BY id") { outer in
                        let amount = try outer.integer(0)
                        try transaction.forEach("SELECT amount FROM counters ORDER BY id") { inner in
                            pairs.append(amount * 10 + (try inner.integer(0)))
                        }
                    }
                    return pairs
                }
                // PostgreSQL sends rows as it likes; both engines answer whole.
                #expect(pairs == [11, 12, 21, 22])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a glance that fails leaves nothing behind for the next`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: TransactionTests.counters) { database in
            await #expect(throws: Refusal.self) {
                try await database.glance { transaction in
                    _ = try Self.sum(transaction)
                    throw Refusal()
                }
            }
            await #expect(throws: StorageError.self) {
                try await database.glance { try $0.all("SELECT amount FROM nowhere") { try $0.integer(0) } }
            }
            try await database.write { try $0.execute("INSERT INTO counters (id, amount) VALUES ('a', 7)") }

            let sum = try await database.glance { try Self.sum($0) }

            #expect(sum == 7)
        }
    }

    @Test func `a glance cannot write`() async throws {
        try await withDatabase(.sqlite, migrations: TransactionTests.counters) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.glance { try $0.execute("INSERT INTO counters (id, amount) VALUES ('a', 1)") }
            }

            #expect(error?.code == "storage.read_only")
            let kept = try await TransactionTests.counters(database)
            #expect(kept == [:])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a closed database answers no glance`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: TransactionTests.counters) { database in
            _ = try await database.glance { try Self.sum($0) }
            await database.close()

            let error = await #expect(throws: StorageError.self) { try await database.glance { try Self.sum($0) } }

            #expect(error?.code == "storage.closed")
        }
    }
}
