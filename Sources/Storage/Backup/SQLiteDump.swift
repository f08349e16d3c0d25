import Basics
import GRDB
import Glibc

/// An SQLite file out and in.
enum SQLiteDump {
    /// `VACUUM INTO` reads one snapshot, beside which writers of any process go on. SQLite's backup API would begin again each
    /// time that another process writes, and would carry along the pages of what was erased.
    static func write<Value>(
        _ path: String, to file: OpenFile, at offset: Int64, inspect: (any Transaction) throws -> Value
    ) async throws -> (length: Int64, found: Value) {
        let scratch = file.path + ".sqlite"
        // Empty, and for nobody else's eyes, before SQLite fills it.
        _ = try OpenFile(creating: scratch)
        defer { remove(scratch) }
        let database = try SQLiteDatabase(path: path)
        do { try await database.backUp(to: scratch) } catch {
            await database.close()
            throw error
        }
        await database.close()
        let found = try look(into: scratch, inspect)
        let copy = try OpenFile(reading: scratch)
        let length = try copy.size()
        try copy.forEachPiece(at: 0, length: length) { try file.write($0, at: offset + $1) }
        return (length, found)
    }

    static func isVacant(_ path: String) -> Bool {
        ["", "-wal", "-shm", "-journal"].allSatisfy { access(path + $0, F_OK) != 0 }
    }

    static func read(_ path: String, from file: OpenFile, at offset: Int64, length: Int64) throws {
        let new = try NewFile(path: path)
        do {
            try file.forEachPiece(at: offset, length: length) { try new.file.write($0, at: $1) }
            try new.publish()
        } catch {
            new.discard()
            throw error
        }
    }

    /// Without a log beside it, so that the file stays as it is.
    private static func look<Value>(into path: String, _ inspect: (any Transaction) throws -> Value) throws -> Value {
        var configuration = Configuration()
        configuration.readonly = true
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let value = try queue.read { try inspect(SQLiteTransaction(ManagedStatements($0, file: path), file: path)) }
            try queue.close()
            return value
        } catch {
            throw SQLiteFailure.translated(error, file: path)
        }
    }

    private static func remove(_ scratch: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(scratch + suffix) }
    }
}
