import GRDBSQLite

/// A transaction on one connection. SQLite's own functions run the statements.
final class SQLiteTransaction: Transaction {
    let engine = Engine.sqlite
    private let connection: OpaquePointer
    private let statements: any SQLiteStatements
    private let file: String

    /// The first failed statement. As on PostgreSQL, a transaction does not outlive it.
    private var failure: (any Error)?
    /// Nil where there may be any number.
    private var statementsLeft: Int?

    init(_ statements: any SQLiteStatements, file: String) {
        connection = statements.connection
        self.statements = statements
        self.file = file
    }

    func execute(_ sql: SQL) throws -> Int {
        let before = sqlite3_total_changes64(connection)
        try forEach(sql) { _ in }
        return sqlite3_total_changes64(connection) == before ? 0 : Int(sqlite3_changes64(connection))
    }

    func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let rendered = sql.rendered(for: .sqlite)
        let values = rendered.parameters.map { parameter in
            switch parameter {
            case .value(let value): value
            case .texts(let texts): SQLValue.text(JSONTexts.array(texts))
            }
        }
        // What the caller's closure throws is its own affair: the transaction may go on.
        var refused: (any Error)?
        try withStatement(rendered.text) { statement in
            try statement.withBound(values[...]) {
                let row = Row(cells: SQLiteCells(handle: statement.handle))
                while try refused == nil && step(statement) {
                    do { try body(row) } catch { refused = error }
                }
            }
        }
        if let refused { throw refused }
    }

    func insert(_ rows: BulkRows, into table: String, onConflict rule: ConflictRule) throws -> Int {
        try runEach(rows, BulkSQL.insert(rows, into: table, onConflict: rule, on: .sqlite))
    }

    func update(_ table: String, with rows: BulkRows, keyCount: Int) throws -> Int {
        let count = rows.columns.count
        // Numbered placeholders: the keys come first in the row and last in the statement.
        precondition(keyCount > 0 && keyCount < count, "a bulk update needs keys and values")
        return try runEach(rows, BulkSQL.update(table, with: rows, keyCount: keyCount, on: .sqlite))
    }

    /// Begins, runs `body`, commits; undoes everything when either fails.
    func committing<Value>(_ body: (SQLiteTransaction) throws -> Value) throws -> Value {
        try run("BEGIN IMMEDIATE")
        do {
            let value = try body(self)
            if let failure { throw failure }
            try run("COMMIT")
            return value
        } catch {
            // A full disk or an interrupt may have rolled back already.
            if sqlite3_get_autocommit(connection) == 0 { sqlite3_exec(connection, "ROLLBACK", nil, nil, nil) }
            throw error
        }
    }

    /// Runs `body` in a read transaction whose begin and end are prepared once: parsed each time, they cost as much as
    /// reading an order.
    func glancing<Value>(_ body: (SQLiteTransaction) throws -> Value) throws -> Value {
        try forEach("BEGIN DEFERRED") { _ in }
        defer { if sqlite3_get_autocommit(connection) == 0 { finishGlance() } }
        return try body(self)
    }

    /// Runs `body`, which runs one statement: SQLite puts a transaction of its own around it.
    func looking<Value>(_ body: (SQLiteTransaction) throws -> Value) throws -> Value {
        statementsLeft = 1
        return try body(self)
    }

    private func finishGlance() {
        failure = nil
        // A read transaction has nothing to lose.
        do { try forEach("COMMIT") { _ in } } catch { sqlite3_exec(connection, "ROLLBACK", nil, nil, nil) }
    }

    /// Runs a statement that takes no part in a transaction's fate.
    func run(_ text: String) throws {
        guard sqlite3_exec(connection, text, nil, nil, nil) == SQLITE_OK else {
            throw SQLiteFailure.error(connection, file: file)
        }
    }

    private func runEach(_ rows: BulkRows, _ text: String) throws -> Int {
        guard !rows.isEmpty else { return 0 }
        var written = 0
        let width = rows.columns.count
        try withStatement(text) { statement in
            for start in stride(from: 0, to: rows.values.count, by: width) {
                try statement.withBound(rows.values[start..<start + width]) {
                    _ = try step(statement)
                }
                sqlite3_reset(statement.handle)
                written += Int(sqlite3_changes(connection))
            }
        }
        return written
    }

    private func step(_ statement: SQLiteStatement) throws -> Bool {
        switch sqlite3_step(statement.handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw SQLiteFailure.error(connection, file: file)
        }
    }

    private func withStatement(_ text: String, _ body: (SQLiteStatement) throws -> Void) throws {
        if let failure { throw failure }
        if let left = statementsLeft {
            precondition(left > 0, "a look is one statement: \(text)")
            statementsLeft = left - 1
        }
        do { try statements.withStatement(text, body) } catch {
            let translated = SQLiteFailure.translated(error, file: file)
            failure = translated
            throw translated
        }
    }
}
