import Basics
import Dispatch
import GRDB
import GRDBSQLite
import Logging

/// SQLite in one file: write-ahead log, every commit synced to the disk, one writer, readers beside it.
package final class SQLiteDatabase: Database {
    package let engine = Engine.sqlite
    /// Absolute path of the database file.
    package let path: String
    private let pool: DatabasePool
    private let glances: SQLiteGlances

    /// Opens the file, or makes it; its folder must be there.
    /// - Throws: `storage.not_found`, `storage.no_permission`, `storage.read_only`, `storage.corrupt`, `storage.busy`.
    package init(path: String, busyTimeout: Duration = .seconds(5)) throws {
        self.path = path
        try SQLiteFile.check(path)
        SQLiteFile.make(path)
        var configuration = Configuration()
        configuration.label = "ponte.sqlite"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout.seconds)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // Debian's build leaves 2 MB of cache, too small for the dirty pages of one batch.
            try database.execute(sql: "PRAGMA cache_size = \(database.configuration.readonly ? -4_000 : -32_000)")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            // For a new file only. An order's document and payload are 2 to 4 KiB each: pages of 4 KiB hold one, with
            // much room left over, or spill.
            if !database.configuration.readonly { try database.execute(sql: "PRAGMA page_size = 16384") }
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { database in
                // GRDB sets NORMAL with the write-ahead log, which may lose the last commits with the power.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                // 40 MB in pages of 16 KiB: a checkpoint every few batches of a backfill, not at each.
                try database.execute(sql: "PRAGMA wal_autocheckpoint = 2500")
                try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
            }
            glances = SQLiteGlances(path: path, busyTimeout: busyTimeout)
        } catch {
            throw SQLiteFailure.translated(error, file: path)
        }
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await translating {
            try await self.pool.writeWithoutTransaction { [path] database in
                try SQLiteTransaction(ManagedStatements(database, file: path), file: path).committing { try body($0) }
            }
        }
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await translating {
            try await self.pool.read { [path] database in
                try body(SQLiteTransaction(ManagedStatements(database, file: path), file: path))
            }
        }
    }

    package func glance<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await atOnce(body) { try $0.glancing { try body($0) } }
    }

    package func look<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await atOnce(body) { try $0.looking { try body($0) } }
    }

    /// On the caller's thread where a connection is free for that.
    private func atOnce<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value, _ run: (SQLiteTransaction) throws -> Value
    ) async throws -> Value {
        do {
            let value = try glances.run { [path] in try run(SQLiteTransaction($0, file: path)) }
            if let value { return value }
        } catch {
            throw SQLiteFailure.translated(error, file: path)
        }
        return try await read(body)
    }

    package func close() async {
        // Waits for readers and the writer, so it goes to a thread that may block.
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [pool, glances] in
                glances.close()
                // SQLite empties the log when its last connection closes, and here that is a reader, which may not.
                // Passive: it waits for nobody. What another process still reads stays in the log, as durable as the file.
                // A pool that is closed already has no connection to ask.
                try? pool.writeWithoutTransaction { writer in
                    if writer.sqliteConnection != nil { try writer.checkpoint(.passive) }
                }
                // It fails only for statements that still run, and there are none behind the barrier.
                try? pool.close()
                continuation.resume()
            }
        }
    }

    /// Writes a consistent copy to `target`, which must not exist, and syncs it to the disk.
    func backUp(to target: String) async throws {
        try await translating {
            try await self.pool.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM INTO ?", arguments: [target])
            }
            try SQLiteFile.sync(target)
        }
    }

    private func translating<Value>(_ body: () async throws -> Value) async throws -> Value {
        do { return try await body() } catch { throw SQLiteFailure.translated(error, file: path) }
    }
}
