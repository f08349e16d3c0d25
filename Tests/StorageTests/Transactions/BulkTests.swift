import Storage
import TestSupport
import Testing

/// Many rows in one call.
@Suite struct BulkTests {
    static func rows(_ values: [(String, Int64, String?)]) -> BulkRows {
        var rows = BulkRows(
            columns: [BulkColumn("id", .key), BulkColumn("amount", .integer), BulkColumn("note", .text)],
            capacity: values.count)
        for (id, amount, note) in values { rows.append(.text(id), .integer(amount), note.sqlValue) }
        return rows
    }

    static func stored(_ database: any Database) async throws -> [String] {
        try await database.read { transaction in
            try transaction.all("SELECT id, amount, note FROM counters ORDER BY id") { row in
                "\(try row.text(0)) \(try row.integer(1)) \(try row.optionalText(2) ?? "-")"
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an insert that fails on a taken key writes none of its rows`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: TransactionTests.counters) { database in
            try await database.write { try $0.execute("INSERT INTO counters (id, amount) VALUES ('b', 1)") }

            let error = await #expect(throws: StorageError.self) {
                try await database.write { transaction in
                    try transaction.insert(
                        Self.rows([("a", 1, nil), ("b", 2, nil), ("c", 3, nil)]), into: "counters", onConflict: .fail)
                }
            }

            #expect(error?.code == "storage.conflict")
            let kept = try await Self.stored(database)
            #expect(kept == ["b 1 -"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an insert that ignores keeps the stored row and counts the new ones`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: TransactionTests.counters) { database in
            try await database.write { try $0.execute("INSERT INTO counters (id, amount) VALUES ('b', 1)") }

            let written = try await database.write { transaction in
                try transaction.insert(
                    Self.rows([("a", 1, "first"), ("b", 2, nil), ("a", 3, "second"), ("c", 4, nil)]),
                    into: "counters", onConflict: .ignore)
            }

            #expect(written == 2)
            let kept = try await Self.stored(database)
            #expect(kept == ["a 1 first", "b 1 -", "c 4 -"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an insert that updates takes the new values, the last of a repeated key`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: TransactionTests.counters) { database in
            try await database.write { transaction in
                try transaction.execute("INSERT INTO counters (id, amount, note) VALUES ('b', 1, 'old')")
            }

            try await database.write { transaction in
                try transaction.insert(
                    Self.rows([("a", 1, "x"), ("b", 2, nil), ("a", 3, "y")]),
                    into: "counters", onConflict: .update(key: ["id"]))
            }

            let kept = try await Self.stored(database)
            #expect(kept == ["a 3 y", "b 2 -"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a bulk update changes the rows that are there and counts them`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: TransactionTests.counters) { database in
            try await database.write { transaction in
                try transaction.insert(
                    Self.rows([("a", 1, "x"), ("b", 2, "x"), ("c", 3, "x")]), into: "counters", onConflict: .fail)
            }

            let changed = try await database.write { transaction in
                try transaction.update(
                    "counters", with: Self.rows([("a", 10, nil), ("nobody", 5, "z"), ("c", 30, "y")]), keyCount: 1)
            }

            #expect(changed == 2)
            let kept = try await Self.stored(database)
            #expect(kept == ["a 10 -", "b 2 x", "c 30 y"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `no rows are no work`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: TransactionTests.counters) { database in
            let counts = try await database.write { transaction in
                [
                    try transaction.insert(Self.rows([]), into: "counters", onConflict: .update(key: ["id"])),
                    try transaction.update("counters", with: Self.rows([]), keyCount: 1),
                ]
            }

            #expect(counts == [0, 0])
        }
    }

    @Test(arguments: Engine.allCases)
    func `twenty thousand rows go in as one and keep their values`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: TransactionTests.counters) { database in
            let note = String(repeating: "ç", count: 700)
            let sent = Self.rows((0..<20_000).map { ("id\($0)", Int64($0 % 1000), note + String($0)) })

            let written = try await database.write { try $0.insert(sent, into: "counters", onConflict: .fail) }

            let figures = try await database.read { transaction in
                try transaction.first(
                    """
                    SELECT count(*), sum(amount), sum(length(note)),
                        (SELECT count(*) FROM counters WHERE note = \(note) || substr(id, 3)) FROM counters
                    """
                ) { row in try (0..<4).map { try row.integer($0) } }
            }
            #expect(written == 20_000)
            #expect(figures == [20_000, 9_990_000, 14_088_890, 20_000])
        }
    }
}
