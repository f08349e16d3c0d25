/// How much there is of everything.
package enum TableCounts {
    /// Every table of the database by its name, and its rows.
    package static func all(in transaction: any Transaction) throws -> [String: Int64] {
        let names: [String] =
            switch transaction.engine {
            case .sqlite:
                try transaction.all(
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
                ) { try $0.text(0) }
            case .postgres:
                try transaction.all(
                    """
                    SELECT CAST(table_name AS text) FROM information_schema.tables
                    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                    """
                ) { try $0.text(0) }
            }
        var counts: [String: Int64] = [:]
        for name in names {
            let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
            counts[name] = try transaction.first("SELECT COUNT(*) FROM \(unsafeSQL: quoted)") { try $0.integer(0) }
        }
        return counts
    }
}
