import Basics
import GRDBSQLite

/// A connection that only reads, on the thread of whoever holds it, which is one caller at a time.
///
/// Made of SQLite's own functions: a queue to run on and a second look-up of the statement would cost a twentieth of what
/// reading an order does (docs/decisions/0016).
final class SQLiteGlance: SQLiteStatements, @unchecked Sendable {
    // Safe because SQLiteGlances gives it to one caller at a time.
    let connection: OpaquePointer
    private let file: String
    private var kept: [String: OpaquePointer] = [:]

    /// The program's own texts; were there more, somebody would be writing values into them.
    private static let keptMax = 200

    init(path: String, busyTimeout: Duration) throws {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard let opened else { throw StorageError(.inputOutput, path, detail: "\(code)") }
        connection = opened
        file = path
        guard code == SQLITE_OK else {
            defer { sqlite3_close_v2(opened) }
            throw SQLiteFailure.error(opened, file: path)
        }
        sqlite3_busy_timeout(connection, Int32(busyTimeout.seconds * 1000))
        sqlite3_exec(connection, "PRAGMA cache_size = -8000", nil, nil, nil)
    }

    deinit {
        for statement in kept.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(connection)
    }

    func withStatement(_ text: String, _ body: (SQLiteStatement) throws -> Void) throws {
        if let handle = kept[text], sqlite3_stmt_busy(handle) == 0 {
            let statement = SQLiteStatement(handle: handle)
            defer { statement.clear() }
            return try body(statement)
        }
        let handle = try prepare(text)
        defer { keep(handle, text) }
        let statement = SQLiteStatement(handle: handle)
        defer { statement.clear() }
        try body(statement)
    }

    private func prepare(_ text: String) throws -> OpaquePointer {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else { throw SQLiteFailure.error(connection, file: file) }
        return handle
    }

    /// One of a text: a second was made because the first was being read further up the stack.
    private func keep(_ handle: OpaquePointer, _ text: String) {
        if kept[text] == nil, kept.count < Self.keptMax {
            kept[text] = handle
        } else {
            sqlite3_finalize(handle)
        }
    }
}
