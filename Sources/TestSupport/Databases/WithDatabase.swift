import Basics
import Logging
import Storage

/// Runs `body` with a fresh, migrated database of its own, which is removed afterwards.
///
/// SQLite lives in a temporary folder. PostgreSQL is a new database on the server that `PONTE_TEST_POSTGRES` names, which
/// `Scripts/with-postgres` sets; without it the test fails and says so.
///
/// - Parameter migrations: of the rooms that the test needs; they are numbered anew, since the other rooms' are not there.
package func withDatabase<Value: Sendable>(
    _ engine: Engine, migrations: [Migration] = [], _ body: (any Database) async throws -> Value
) async throws -> Value {
    try await withDatabaseURL(engine) { url in
        let database = try await Databases.open(url, logger: .silent)
        do {
            try await Migrator(migrations.numberedAnew).migrate(
                database, at: Instant(seconds: 1_700_000_000), logger: .silent)
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }
}

/// The same one level lower: the address of a fresh and empty database, for tests that open it themselves.
package func withDatabaseURL<Value: Sendable>(
    _ engine: Engine, _ body: (DatabaseURL) async throws -> Value
) async throws -> Value {
    switch engine {
    case .sqlite:
        return try await withTemporaryFolder { folder in
            try await body(DatabaseURL(sqlitePath: folder + "/test.db"))
        }
    case .postgres:
        return try await withPostgresDatabase(body)
    }
}

extension [Migration] {
    /// Some rooms' migrations as if the other rooms did not exist.
    package var numberedAnew: [Migration] {
        sorted { $0.number < $1.number }.enumerated().map { position, migration in
            Migration(position + 1, migration.name, migration.statements)
        }
    }
}

extension Logger {
    /// Says nothing.
    package static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
