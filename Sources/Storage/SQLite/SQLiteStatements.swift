import GRDB
import GRDBSQLite

/// A connection's prepared statements, kept by their text.
protocol SQLiteStatements {
    var connection: OpaquePointer { get }

    /// Calls `body` with the statement of `text`, which nobody is running; what `body` leaves of it is reset afterwards.
    /// - Throws: what `body` throws, or why `text` cannot be prepared.
    func withStatement(_ text: String, _ body: (SQLiteStatement) throws -> Void) throws
}

/// Those of a connection that GRDB manages.
struct ManagedStatements: SQLiteStatements {
    let connection: OpaquePointer
    private let database: GRDB.Database

    init(_ database: GRDB.Database, file: String) throws {
        guard let connection = database.sqliteConnection else { throw StorageError(.closed, file) }
        self.connection = connection
        self.database = database
    }

    func withStatement(_ text: String, _ body: (SQLiteStatement) throws -> Void) throws {
        var prepared = try database.cachedStatement(sql: text)
        // The same text is being read further up the stack: a second statement of its own.
        if sqlite3_stmt_busy(prepared.sqliteStatement) != 0 { prepared = try database.makeStatement(sql: text) }
        let statement = SQLiteStatement(handle: prepared.sqliteStatement)
        defer { statement.clear() }
        try withExtendedLifetime(prepared) { try body(statement) }
    }
}
