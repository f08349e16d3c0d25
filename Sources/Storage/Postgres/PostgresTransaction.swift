import CPostgres

/// One transaction on a connection of libpq, used on that connection's queue only.
final class PostgresTransaction: Transaction {
    let engine = Engine.postgres
    private let connection: PostgresConnection

    /// The first failed statement: the server refuses everything after it.
    private(set) var failure: (any Error)?

    init(_ connection: PostgresConnection) { self.connection = connection }

    func execute(_ sql: SQL) throws -> Int {
        try remembering {
            let rendered = sql.rendered(for: .postgres)
            return try connection.run(rendered.text, PostgresParameters(rendered.parameters), Self.changedRows)
        }
    }

    func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        // What the caller's closure throws is its own affair: the transaction may go on.
        let refused: (any Error)? = try remembering {
            let rendered = sql.rendered(for: .postgres)
            return try connection.run(rendered.text, PostgresParameters(rendered.parameters)) { result in
                do {
                    for row in 0..<PQntuples(result) {
                        try body(Row(cells: PostgresCells(result: result, row: row)))
                    }
                    return nil
                } catch {
                    return error
                }
            }
        }
        if let refused { throw refused }
    }

    func insert(_ rows: BulkRows, into table: String, onConflict rule: ConflictRule) throws -> Int {
        var rows = rows
        // ON CONFLICT DO UPDATE refuses a key that comes twice; SQLite lets the last one win.
        if case .update(let key) = rule {
            rows = rows.keepingLast(by: rows.columns.indices.filter { key.contains(rows.columns[$0].name) })
        }
        return try runArrays(rows, BulkSQL.insert(rows, into: table, onConflict: rule, on: .postgres))
    }

    func update(_ table: String, with rows: BulkRows, keyCount: Int) throws -> Int {
        precondition(keyCount > 0 && keyCount < rows.columns.count, "a bulk update needs keys and values")
        // Which of two rows with one key would win is not said by the server.
        let rows = rows.keepingLast(by: Array(0..<keyCount))
        return try runArrays(rows, BulkSQL.update(table, with: rows, keyCount: keyCount, on: .postgres))
    }

    private func runArrays(_ rows: BulkRows, _ text: String) throws -> Int {
        try remembering {
            var written = 0
            for range in rows.pieces(byteLimit: 16 << 20) {
                written += try connection.run(text, PostgresParameters(rows, range), Self.changedRows)
            }
            return written
        }
    }

    private func remembering<Value>(_ body: () throws -> Value) throws -> Value {
        if let failure { throw failure }
        do { return try body() } catch {
            failure = error
            throw error
        }
    }

    private static func changedRows(_ result: OpaquePointer) -> Int {
        Int(String(cString: PQcmdTuples(result))) ?? 0
    }
}
