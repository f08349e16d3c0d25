/// A value that crosses into or out of a database. Instants and booleans are integers; there are no floating-point columns.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

/// What a column holds; also what DDL names, so that one text serves both engines.
package enum SQLType: Sendable {
    /// A text that is compared as bytes: ids, codes, everything in a key. `TEXT COLLATE "C"` on PostgreSQL.
    case key
    case text
    /// 64 bits, signed.
    case integer
    case bytes
}
