import Basics
import Storage
import TestSupport
import Testing

/// Writes are whole or not at all, reads see one moment.
@Suite struct TransactionTests {
    struct Refusal: Error {}

    static let counters: [Migration] = [
        Migration(
            1, "counters",
            [
                """
                CREATE TABLE counters (
                    id \(type: .key) PRIMARY KEY,
                    amount \(type: .integer) NOT NULL CHECK (amount < 1000),
                    note \(type: .text)
                )
                """,
                """
                CREATE TABLE steps (
                    counter_id \(type: .key) NOT NULL REFERENCES counters (id),
                    number \(type: .integer) NOT NULL,
                    PRIMARY KEY (counter_id, number)
                )
                """,
            ])
    ]

    static func counters(_ database: any Database) async throws -> [String: Int64] {
        try await database.read { transaction in
            let pairs = try transaction.all("SELECT id, amount FROM counters") { (try $0.text(0), try $0.integer(1)) }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a body that throws writes nothing`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.counters) { database in
            await #expect(throws: Refusal.self) {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO counters (id, amount) VALUES ('a', 1)")
                    throw Refusal()
                }
            }

            let kept = try await Self.counters(database)
            #expect(kept == [:])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a failed statement that the body swallows fails the transaction all the same`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.counters) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO counters (id, amount) VALUES ('a', 1)")
                    _ = try? transaction.execute("INSERT INTO counters (id, amount) VALUES ('a', 2)")
                }
            }

            #expect(error?.code == "storage.conflict")
            let kept = try await Self.counters(database)
            #expect(kept == [:])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an error thrown while reading rows leaves the transaction usable`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.counters) { database in
            try await database.write { transaction in
                try transaction.execute("INSERT INTO counters (id, amount) VALUES ('a', 1)")
                do {
                    try transaction.forEach("SELECT id FROM counters") { _ in throw Refusal() }
                } catch is Refusal {}
                try transaction.execute("INSERT INTO counters (id, amount) VALUES ('b', 2)")
            }

            let kept = try await Self.counters(database)
            #expect(kept == ["a": 1, "b": 2])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a query may run inside another, the same one too`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.counters) { database in
            try await database.write { transaction in
                for id in ["a", "b"] { try transaction.execute("INSERT INTO counters (id, amount) VALUES (\(id), 1)") }
            }

            let pairs = try await database.read { transaction in
                var pairs: [String] = []
                try transaction.forEach("SELECT id FROM counters ORDER BY id") { outer in
                    let left = try outer.text(0)
                    try transaction.forEach("SELECT id FROM counters ORDER BY id") { inner in
                        pairs.append(left + (try inner.text(0)))
                    }
                }
                return pairs
            }

            #expect(pairs == ["aa", "ab", "ba", "bb"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `the number of changed rows is told`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.counters) { database in
            let counts = try await database.write { transaction in
                [
                    try transaction.execute("INSERT INTO counters (id, amount) VALUES ('a', 1), ('b', 2), ('c', 3)"),
                    try transaction.execute("UPDATE counters SET amount = amount + 10 WHERE amount > \(1)"),
                    try transaction.execute("UPDATE counters SET amount = 0 WHERE id = \("nobody")"),
                    try transaction.execute("CREATE INDEX counters_by_amount ON counters (amount)"),
                    try transaction.execute("DELETE FROM counters"),
                ]
            }

            #expect(counts == [3, 2, 0, 0, 3])
        }
    }

    @Test(arguments: Engine.allCases)
    func `RETURNING hands over the changed rows`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.counters) { database in
            let head = try await database.write { transaction in
                try transaction.execute("INSERT INTO counters (id, amount) VALUES ('a', 41)")
                return try transaction.first("UPDATE counters SET amount = amount + 1 WHERE id = 'a' RETURNING amount")
                {
                    try $0.integer(0)
                }
            }

            #expect(head == 42)
            let kept = try await Self.counters(database)
            #expect(kept == ["a": 42])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a read refuses to write`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.counters) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.read { try $0.execute("INSERT INTO counters (id, amount) VALUES ('a', 1)") }
            }

            #expect(error?.code == "storage.read_only")
            let kept = try await Self.counters(database)
            #expect(kept == [:])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a read sees one moment, whatever is written meanwhile`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.counters) { database in
            try await database.write { try $0.execute("INSERT INTO counters (id, amount) VALUES ('a', 1)") }
            let (readerIsIn, readerEntered) = AsyncStream<Void>.makeStream()
            let written = Flag()
            async let seen = database.read { transaction in
                let before = try transaction.first("SELECT amount FROM counters") { try $0.integer(0) }
                readerEntered.finish()
                written.wait()
                return [before, try transaction.first("SELECT amount FROM counters") { try $0.integer(0) }]
            }
            for await _ in readerIsIn {}

            try await database.write { try $0.execute("UPDATE counters SET amount = 2") }
            written.raise()

            #expect(try await seen == [1, 1])
            let kept = try await Self.counters(database)
            #expect(kept == ["a": 2])
        }
    }

    @Test(arguments: Engine.allCases)
    func `writers that collide all get through, one after the other`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.counters) { database in
            try await database.write { try $0.execute("INSERT INTO counters (id, amount) VALUES ('head', 0)") }

            let numbers = try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await database.write { transaction in
                            let head = try transaction.first("SELECT amount FROM counters WHERE id = 'head'") {
                                try $0.integer(0)
                            }
                            let next = (head ?? 0) + 1
                            try transaction.execute("UPDATE counters SET amount = \(next) WHERE id = 'head'")
                            try transaction.execute("INSERT INTO steps (counter_id, number) VALUES ('head', \(next))")
                            return next
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            #expect(numbers.sorted() == Array(1...40))
            let kept = try await Self.counters(database)
            #expect(kept == ["head": 40])
        }
    }

    @Test(arguments: Engine.allCases)
    func `broken rules are told apart and name the rule, not the value`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.counters) { database in
            try await database.write { try $0.execute("INSERT INTO counters (id, amount) VALUES ('taken', 1)") }
            let statements: [SQL] = [
                "INSERT INTO counters (id, amount) VALUES (\("taken"), 1)",
                "INSERT INTO counters (id, amount) VALUES (\("secret"), \(SQLValue.null))",
                "INSERT INTO counters (id, amount) VALUES (\("secret"), 1000)",
                "INSERT INTO steps (counter_id, number) VALUES (\("secret"), 1)",
                "INSERT INTO nowhere (id) VALUES (\("secret"))",
            ]

            var codes: [String] = []
            for statement in statements {
                let error = await #expect(throws: StorageError.self) {
                    try await database.write { try $0.execute(statement) }
                }
                codes.append(error?.code ?? "")
                for language in Language.allCases {
                    #expect(error?.text(in: language).contains("secret") == false)
                    #expect(error?.text(in: language).contains("taken") == false)
                }
            }

            #expect(
                codes == [
                    "storage.conflict", "storage.constraint", "storage.constraint", "storage.constraint",
                    "storage.statement",
                ])
            let kept = try await Self.counters(database)
            #expect(kept == ["taken": 1])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a closed database says so`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.counters) { database in
            await database.close()

            let writing = await #expect(throws: StorageError.self) { try await database.write { _ in } }
            let reading = await #expect(throws: StorageError.self) { try await database.read { _ in } }

            #expect(writing?.code == "storage.closed")
            #expect(reading?.code == "storage.closed")
        }
    }
}
