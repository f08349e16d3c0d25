import Basics
import Foundation
import GRDBSQLite
import Storage
import TestSupport
import Testing

/// What can go wrong around a file, each with its own sentence.
@Suite struct SQLiteFailureTests {
    static let table: SQL = "CREATE TABLE pages (number \(type: .integer) PRIMARY KEY, body \(type: .bytes) NOT NULL)"

    @Test func `a new database and its log are for their owner's eyes only`() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/shop.db")
            try await database.write { try $0.execute(Self.table) }

            for name in ["shop.db", "shop.db-wal", "shop.db-shm"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
                #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
            }
            await database.close()
        }
    }

    @Test func `a database that another program has locked is busy, and works once it is free`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/shop.db"
            let database = try SQLiteDatabase(path: path, busyTimeout: .zero)
            try await database.write { try $0.execute(Self.table) }
            var other: OpaquePointer?
            #expect(sqlite3_open(path, &other) == SQLITE_OK)
            #expect(sqlite3_exec(other, "BEGIN IMMEDIATE", nil, nil, nil) == SQLITE_OK)

            let error = await #expect(throws: StorageError.self) {
                try await database.write { try $0.execute("INSERT INTO pages (number, body) VALUES (1, x'00')") }
            }
            #expect(sqlite3_exec(other, "ROLLBACK", nil, nil, nil) == SQLITE_OK)
            sqlite3_close(other)
            let written = try await database.write {
                try $0.execute("INSERT INTO pages (number, body) VALUES (1, x'00')")
            }
            await database.close()

            #expect(error?.code == "storage.busy")
            #expect(error?.isRetryable == true)
            #expect(error?.explanation.english == "The database \(path) is locked by another program.")
            #expect(written == 1)
        }
    }

    @Test func `a full disk undoes the transaction and leaves the database whole`() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/shop.db")
            try await database.write { transaction in
                try transaction.execute(Self.table)
                try transaction.execute("INSERT INTO pages (number, body) VALUES (0, x'00')")
            }
            // SQLite's own limit of the file answers as a full disk does.
            try await database.write { try $0.execute("PRAGMA max_page_count = 16") }
            var rows = BulkRows(columns: [BulkColumn("number", .integer), BulkColumn("body", .bytes)])
            for number in 1...100 { rows.append(.integer(Int64(number)), .bytes([UInt8](repeating: 7, count: 4000))) }
            let sent = rows

            let error = await #expect(throws: StorageError.self) {
                try await database.write { try $0.insert(sent, into: "pages", onConflict: .fail) }
            }
            try await database.write { try $0.execute("PRAGMA max_page_count = 100000") }
            let kept = try await database.read { try $0.all("SELECT number FROM pages") { try $0.int(0) } }
            let health = try await database.read { try $0.all("PRAGMA integrity_check") { try $0.text(0) } }
            let written = try await database.write { try $0.insert(sent, into: "pages", onConflict: .fail) }
            await database.close()

            #expect(error?.code == "storage.disk_full")
            #expect(kept == [0])
            #expect(health == ["ok"])
            #expect(written == 100)
        }
    }

    @Test func `a folder that is not there is named`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/nowhere/shop.db"

            let error = await #expect(throws: StorageError.self) {
                try await Databases.open(DatabaseURL(sqlitePath: path), logger: .silent)
            }

            #expect(error?.code == "storage.not_found")
            #expect(error?.explanation.portuguese == "A pasta de \(path) não existe.")
        }
    }

    @Test func `a folder that cannot be written is named`() async throws {
        let error = await #expect(throws: StorageError.self) {
            try await Databases.open(DatabaseURL(sqlitePath: "/proc/ponte-test.db"), logger: .silent)
        }

        #expect(error?.code == "storage.no_permission")
    }

    @Test func `a file that is no database is left alone`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/letter.db"
            let letter = Data(String(repeating: "Dear sir, ", count: 1000).utf8)
            try letter.write(to: URL(fileURLWithPath: path))

            let error = await #expect(throws: StorageError.self) {
                try await Databases.open(DatabaseURL(sqlitePath: path), logger: .silent)
            }

            #expect(error?.code == "storage.corrupt")
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == letter)
        }
    }

    @Test func `every commit is synced, foreign keys hold and the log is written ahead`() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase(path: folder + "/shop.db")

            let settings = try await database.write { transaction in
                [
                    try transaction.first("PRAGMA journal_mode") { try $0.text(0) },
                    try transaction.first("PRAGMA synchronous") { "\(try $0.int(0))" },
                    try transaction.first("PRAGMA foreign_keys") { "\(try $0.int(0))" },
                ]
            }
            await database.close()

            #expect(settings == ["wal", "2", "1"])
        }
    }
}
