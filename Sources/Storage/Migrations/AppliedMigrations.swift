import Basics

/// The table of the migrations that a database has been through.
enum AppliedMigrations {
    struct Entry: Sendable {
        let number: Int
        let name: String
    }

    /// Makes the table if it is not there.
    static func prepare(_ transaction: any Transaction) throws {
        try transaction.execute(
            """
            CREATE TABLE IF NOT EXISTS ponte_migrations (
                number \(type: .integer) PRIMARY KEY,
                name \(type: .key) NOT NULL,
                applied_at \(type: .integer) NOT NULL
            )
            """)
    }

    /// Keeps other migrating programs out until the transaction ends. It has to be the transaction's first statement, so
    /// that the snapshot is taken after the wait and shows what the other program has done.
    static func lock(_ transaction: any Transaction) throws {
        if transaction.engine == .postgres { try transaction.execute("LOCK TABLE ponte_migrations") }
    }

    static func list(_ transaction: any Transaction) throws -> [Entry] {
        guard try exists(transaction) else { return [] }
        return try transaction.all("SELECT number, name FROM ponte_migrations ORDER BY number") { row in
            Entry(number: try row.int(0), name: try row.text(1))
        }
    }

    static func record(_ migration: Migration, at now: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO ponte_migrations (number, name, applied_at)
            VALUES (\(migration.number), \(migration.name), \(now))
            """)
    }

    private static func exists(_ transaction: any Transaction) throws -> Bool {
        switch transaction.engine {
        case .sqlite:
            try transaction.first("SELECT 1 FROM sqlite_schema WHERE name = 'ponte_migrations'") { _ in true } ?? false
        case .postgres:
            try transaction.first("SELECT 1 WHERE to_regclass('ponte_migrations') IS NOT NULL") { _ in true } ?? false
        }
    }
}
