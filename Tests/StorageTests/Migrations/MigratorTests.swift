import Basics
import Foundation
import Storage
import TestSupport
import Testing

/// A schema moves forward in numbered steps, or not at all.
@Suite struct MigratorTests {
    static let first = Migration(1, "fruit", ["CREATE TABLE fruit (name \(type: .key) PRIMARY KEY)"])
    static let second = Migration(2, "vegetables", ["CREATE TABLE vegetables (name \(type: .key) PRIMARY KEY)"])
    static let third = Migration(
        3, "colours",
        [
            "ALTER TABLE fruit ADD COLUMN colour \(type: .text)",
            "CREATE INDEX fruit_by_colour ON fruit (colour)",
        ])
    static let now = Instant(seconds: 1_790_000_000)

    static func migrate(_ database: any Database, _ migrations: [Migration]) async throws -> Migrator.Report {
        try await Migrator(migrations).migrate(database, at: now, logger: .silent)
    }

    static func code(of error: (any Error)?) -> String? { (error as? StorageError)?.code }

    @Test(arguments: Engine.allCases)
    func `steps are applied in order and once`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let firstRun = try await Self.migrate(database, [Self.first, Self.second])
            let secondRun = try await Self.migrate(database, [Self.first, Self.second, Self.third])
            let thirdRun = try await Self.migrate(database, [Self.first, Self.second, Self.third])

            #expect(firstRun.applied.map(\.number) == [1, 2])
            #expect(secondRun.applied.map(\.number) == [3])
            #expect(thirdRun.applied.map(\.number) == [])
            try await database.write { try $0.execute("INSERT INTO fruit (name, colour) VALUES ('kiwi', 'green')") }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a dry run lists what is pending and writes nothing`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let migrator = try Migrator([Self.first, Self.second])

            let before = try await migrator.pending(in: database).map(\.name)
            let again = try await migrator.pending(in: database).map(\.name)
            try await migrator.migrate(database, at: Self.now, logger: .silent)
            let after = try await migrator.pending(in: database).map(\.name)

            #expect(before == ["fruit", "vegetables"])
            #expect(again == before)
            #expect(after == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a step that fails takes the whole run back`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let broken = Migration(
                2, "broken", ["CREATE TABLE half (name \(type: .key))", "CREATE TABLE fruit (x int)"])

            let error = await #expect(throws: StorageError.self) {
                try await Self.migrate(database, [Self.first, broken])
            }
            let applied = try await Self.migrate(database, [Self.first, Self.second]).applied.map(\.number)

            #expect(error?.code == "storage.statement")
            #expect(applied == [1, 2])
        }
    }

    @Test func `a list with a gap, a repeat or another beginning is refused`() {
        for list in [[Self.second], [Self.first, Self.third], [Self.first, Self.first], [Self.second, Self.first]] {
            let error = #expect(throws: StorageError.self) { try Migrator(list) }
            #expect(error?.code == "storage.schema_gap")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a database from a newer program is refused`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [Self.first, Self.second]) { database in
            let error = await #expect(throws: StorageError.self) { try await Self.migrate(database, [Self.first]) }

            #expect(error?.code == "storage.schema_newer")
            #expect(error?.remedy?.english.contains("newer ponte") == true)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a renamed step is refused`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [Self.first]) { database in
            let renamed = Migration(1, "fruits", Self.first.statements)

            let error = await #expect(throws: StorageError.self) {
                try await Self.migrate(database, [renamed, Self.second])
            }

            #expect(error?.code == "storage.schema_gap")
            #expect(error?.detail == "1 fruit ≠ fruits")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a database that has lost a step is refused`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: [Self.first, Self.second]) { database in
            try await database.write { try $0.execute("DELETE FROM ponte_migrations WHERE number = 1") }

            let error = await #expect(throws: StorageError.self) {
                try await Self.migrate(database, [Self.first, Self.second, Self.third])
            }

            #expect(error?.code == "storage.schema_gap")
        }
    }

    @Test(arguments: Engine.allCases)
    func `two programs that migrate at once apply each step once`(_ engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<4 {
                    group.addTask { try await Self.migrate(database, [Self.first, Self.second]).applied.map(\.number) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }

            #expect(applied.sorted() == [1, 2])
        }
    }

    @Test func `an SQLite file with data is copied first, and the copy is the old database`() async throws {
        try await withTemporaryFolder { folder in
            let url = DatabaseURL(sqlitePath: folder + "/shop.db")
            let database = try await Databases.open(url, logger: .silent)
            let fresh = try await Self.migrate(database, [Self.first])
            try await database.write { try $0.execute("INSERT INTO fruit (name) VALUES ('pera')") }

            let report = try await Self.migrate(database, [Self.first, Self.second])
            try await database.write { try $0.execute("DELETE FROM fruit") }
            await database.close()

            #expect(fresh.backup == nil)
            #expect(report.backup == folder + "/shop.before-2.20260921T141320Z.db")
            let copy = try await Databases.open(
                DatabaseURL(sqlitePath: try #require(report.backup)), logger: .silent)
            let kept = try await copy.read { try $0.all("SELECT name FROM fruit") { try $0.text(0) } }
            let pending = try await Migrator([Self.first, Self.second]).pending(in: copy).map(\.number)
            await copy.close()
            #expect(kept == ["pera"])
            #expect(pending == [2])
        }
    }

    @Test func `when the copy cannot be made nothing is changed`() async throws {
        try await withTemporaryFolder { folder in
            let database = try await Databases.open(
                DatabaseURL(sqlitePath: folder + "/shop.db"), logger: .silent)
            _ = try await Self.migrate(database, [Self.first])
            let taken = folder + "/shop.before-2.20260921T141320Z.db"
            try Data("in the way".utf8).write(to: URL(fileURLWithPath: taken))

            let error = await #expect(throws: StorageError.self) {
                try await Self.migrate(database, [Self.first, Self.second])
            }
            let pending = try await Migrator([Self.first, Self.second]).pending(in: database).map(\.number)
            await database.close()

            #expect(error?.code == "storage.backup_failed")
            #expect(pending == [2])
            #expect(try Data(contentsOf: URL(fileURLWithPath: taken)) == Data("in the way".utf8))
        }
    }
}
