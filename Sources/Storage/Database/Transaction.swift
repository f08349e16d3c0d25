/// One open transaction, used on the driver's own thread inside the closure that receives it.
///
/// Every call may throw `StorageError`. A closure that throws rolls everything back.
package protocol Transaction {
    var engine: Engine { get }

    /// Runs a statement that returns no rows.
    /// - Returns: how many rows it inserted, updated or deleted.
    @discardableResult
    func execute(_ sql: SQL) throws -> Int

    /// Runs a query (or a statement with RETURNING) and hands over its rows one by one, in order.
    func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws

    /// Writes many rows in few round trips: one prepared statement stepped per row on SQLite, arrays and `unnest` on PostgreSQL.
    /// - Returns: how many rows were written; with `.ignore`, those that were not there yet.
    @discardableResult
    func insert(_ rows: BulkRows, into table: String, onConflict: ConflictRule) throws -> Int

    /// Updates many rows by key in few round trips: the first `keyCount` columns of `rows` find the row, the others are set.
    /// - Returns: how many rows were changed.
    @discardableResult
    func update(_ table: String, with rows: BulkRows, keyCount: Int) throws -> Int
}

extension Transaction {
    package func all<Value>(_ sql: SQL, _ read: (Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEach(sql) { values.append(try read($0)) }
        return values
    }

    /// The first row's value; later rows are not read.
    package func first<Value>(_ sql: SQL, _ read: (Row) throws -> Value) throws -> Value? {
        var value: Value?
        try forEach(sql) { row in
            if value == nil { value = try read(row) }
        }
        return value
    }
}

/// What an insert does with a row whose key is taken.
package enum ConflictRule: Sendable {
    /// The transaction fails with `storage.conflict`.
    case fail
    /// The stored row stays.
    case ignore
    /// The stored row takes the new values of all columns outside `key`.
    case update(key: [String])
}

/// Rows for a bulk write, kept flat: one array of values, as many a row as there are columns.
package struct BulkRows: Sendable {
    package let columns: [BulkColumn]
    package private(set) var values: [SQLValue] = []

    package init(columns: [BulkColumn], capacity: Int = 0) {
        self.columns = columns
        values.reserveCapacity(capacity * columns.count)
    }

    package var count: Int { values.count / columns.count }
    package var isEmpty: Bool { values.isEmpty }

    /// Adds a row; as many values as there are columns, in their order.
    package mutating func append(_ row: SQLValue...) {
        precondition(row.count == columns.count, "a row of \(row.count) values for \(columns.count) columns")
        values.append(contentsOf: row)
    }

    /// Adds a row that is in one piece already.
    mutating func append(contentsOf row: ArraySlice<SQLValue>) { values.append(contentsOf: row) }
}

/// A column of a bulk write: its name and the type that its values have.
package struct BulkColumn: Sendable {
    package let name: String
    package let type: SQLType

    package init(_ name: String, _ type: SQLType) {
        self.name = name
        self.type = type
    }
}
