import Basics
import Storage
import TestSupport
import Testing

/// What goes into a column comes out of it, on both engines.
@Suite struct ValueTests {
    static let table: [Migration] = [
        Migration(
            1, "values",
            [
                """
                CREATE TABLE samples (
                    id \(type: .key) PRIMARY KEY,
                    amount \(type: .integer),
                    body \(type: .text),
                    payload \(type: .bytes)
                )
                """
            ])
    ]

    static let rows: [[SQLValue]] = [
        [.text("empty"), .integer(0), .text(""), .bytes([])],
        [.text("nulls"), .null, .null, .null],
        [.text("largest"), .integer(.max), .text("ação 日本語 🛒 \u{1}'\"\\"), .bytes([0, 1, 0, 255, 0])],
        [.text("smallest"), .integer(.min), .text("e\u{301}"), .bytes([0])],
    ]

    static func read(_ row: Row) throws -> [SQLValue] {
        [
            .text(try row.text(0)),
            try row.optionalInteger(1).map { .integer($0) } ?? .null,
            try row.optionalText(2).map { .text($0) } ?? .null,
            try row.optionalBytes(3).map { .bytes($0) } ?? .null,
        ]
    }

    @Test(arguments: Engine.allCases)
    func `values come back as they went in, one by one`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            try await database.write { transaction in
                for row in Self.rows {
                    try transaction.execute(
                        "INSERT INTO samples (id, amount, body, payload) VALUES (\(row[0]), \(row[1]), \(row[2]), \(row[3]))"
                    )
                }
            }

            let stored = try await database.read { transaction in
                try transaction.all("SELECT id, amount, body, payload FROM samples", Self.read)
            }

            #expect(Set(stored) == Set(Self.rows))
        }
    }

    @Test(arguments: Engine.allCases)
    func `values come back as they went in, in bulk`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            var rows = BulkRows(columns: [
                BulkColumn("id", .key), BulkColumn("amount", .integer), BulkColumn("body", .text),
                BulkColumn("payload", .bytes),
            ])
            for row in Self.rows { rows.append(row[0], row[1], row[2], row[3]) }
            let sent = rows

            let written = try await database.write { transaction in
                try transaction.insert(sent, into: "samples", onConflict: .fail)
            }

            let stored = try await database.read { transaction in
                try transaction.all("SELECT id, amount, body, payload FROM samples", Self.read)
            }
            #expect(written == 4)
            #expect(Set(stored) == Set(Self.rows))
        }
    }

    @Test(arguments: Engine.allCases)
    func `keys compare as bytes`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            try await database.write { transaction in
                for id in ["é", "a", "Z", "z", "A", "10", "9", "_"] {
                    try transaction.execute("INSERT INTO samples (id) VALUES (\(id))")
                }
            }

            let sorted = try await database.read { transaction in
                try transaction.all("SELECT id FROM samples ORDER BY id") { try $0.text(0) }
            }
            let afterZ = try await database.read { transaction in
                try transaction.all("SELECT id FROM samples WHERE id > \("Z") AND id < \("b") ORDER BY id") {
                    try $0.text(0)
                }
            }

            #expect(sorted == ["10", "9", "A", "Z", "_", "a", "z", "é"])
            #expect(afterZ == ["_", "a"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `any of none, one and many texts`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            let strange = "quote \" slash \\ comma , brace } line \n"
            try await database.write { transaction in
                for id in ["a", "b", "c", strange] {
                    try transaction.execute("INSERT INTO samples (id) VALUES (\(id))")
                }
            }

            let found = try await database.read { transaction in
                try [[], ["b"], ["c", "a", "nobody", strange]].map { (ids: [String]) in
                    try transaction.all("SELECT id FROM samples WHERE id \(anyOf: ids) ORDER BY id") { try $0.text(0) }
                }
            }

            #expect(found == [[], ["b"], ["a", "c", strange]])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a text with a zero byte is refused and nothing is written`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO samples (id) VALUES (\("good"))")
                    try transaction.execute("INSERT INTO samples (id, body) VALUES (\("bad"), \("a\0b"))")
                }
            }

            #expect(error?.code == "storage.nul_in_text")
            let count = try await database.read { try $0.first("SELECT count(*) FROM samples") { try $0.int(0) } }
            #expect(count == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `reading a column as something else is a defect that names the column`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            try await database.write { try $0.execute("INSERT INTO samples (id) VALUES ('a')") }

            let asInteger = await #expect(throws: StorageError.self) {
                try await database.read { try $0.first("SELECT id FROM samples") { try $0.integer(0) } }
            }
            let ofNull = await #expect(throws: StorageError.self) {
                try await database.read { try $0.first("SELECT id, body FROM samples") { try $0.text(1) } }
            }

            #expect(asInteger?.code == "storage.unexpected_column")
            #expect(asInteger?.subject == "0 id")
            #expect(ofNull?.subject == "1 body")
        }
    }

    @Test(arguments: Engine.allCases)
    func `sums, counts and conditions are integers`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            try await database.write { transaction in
                for (id, amount) in [("a", 9_000_000_000_000_000), ("b", -12_345), ("c", 100_000_000)] {
                    try transaction.execute("INSERT INTO samples (id, amount) VALUES (\(id), \(amount))")
                }
            }

            let figures = try await database.read { transaction in
                try transaction.first(
                    """
                    SELECT count(*), sum(amount), min(amount), sum(amount) - \(9_000_000_000_000_000),
                        sum(CASE WHEN amount < 0 THEN amount END), EXISTS (SELECT 1 FROM samples WHERE id = \("b")), 7
                    FROM samples
                    """
                ) { row in try (0..<7).map { try row.integer($0) } }
            }

            #expect(figures == [3, 9_000_000_099_987_655, -12_345, 99_987_655, -12_345, 1, 7])
        }
    }
}
