import Basics
import Dispatch
import Logging

/// Whole databases out into a file and back: SQLite by `VACUUM INTO`, PostgreSQL by its own `pg_dump` and `pg_restore`.
package enum DatabaseDump {
    /// Writes everything that the database holds into `file` from `offset` on, as of one moment, while others go on writing.
    ///
    /// - Parameters:
    ///   - toolPath: folders with PostgreSQL's programs, as `PATH` has them.
    ///   - inspect: looks at just what is written.
    /// - Returns: how many bytes were written, and what `inspect` found.
    /// - Throws: `StorageError` (`storage.tool_missing`, `storage.tool_failed`, …), `FileError`, what `inspect` throws.
    package static func write<Value: Sendable>(
        _ url: DatabaseURL, to file: OpenFile, at offset: Int64, toolPath: String?, logger: Logger,
        inspect: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> (length: Int64, found: Value) {
        switch url.place {
        case .file(let path):
            return try await SQLiteDump.write(path, to: file, at: offset, inspect: inspect)
        case .server(let text):
            let tool = try PostgresTool(named: "pg_dump", url: text, toolPath: toolPath)
            let database = try await Databases.open(url, logger: logger)
            do {
                let answer = try await PostgresDump.write(database, by: tool, to: file, at: offset, inspect: inspect)
                await database.close()
                return answer
            } catch {
                await database.close()
                throw error
            }
        }
    }

    /// Whether there is room for a whole database: no file of that name; on a server, a database without a table.
    ///
    /// - Throws: `StorageError` when the server does not answer or has no such database.
    package static func isVacant(_ url: DatabaseURL, logger: Logger) async throws -> Bool {
        switch url.place {
        case .file(let path):
            return SQLiteDump.isVacant(path)
        case .server:
            let database = try await Databases.open(url, logger: logger)
            do {
                let isVacant = try await database.read { try PostgresDump.isVacant(in: $0) }
                await database.close()
                return isVacant
            } catch {
                await database.close()
                throw error
            }
        }
    }

    /// Reads back what `write` wrote, into a database that `isVacant` said yes of: whole or not at all.
    ///
    /// - Throws: `StorageError`, `FileError`.
    package static func read(
        _ url: DatabaseURL, from file: OpenFile, at offset: Int64, length: Int64, toolPath: String?, logger: Logger
    ) async throws {
        switch url.place {
        case .file(let path):
            try SQLiteDump.read(path, from: file, at: offset, length: length)
        case .server(let text):
            let tool = try PostgresTool(named: "pg_restore", url: text, toolPath: toolPath)
            try await PostgresDump.read(url, by: tool, from: file, at: offset, logger: logger)
        }
    }
}
