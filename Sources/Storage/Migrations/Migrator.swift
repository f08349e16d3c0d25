import Basics
import Logging

/// Brings a database to the schema of this program, or says why it will not.
///
/// Applied migrations are kept by number and name. The program's list must begin with exactly those: a gap, a renamed one
/// or one that the program does not know stops everything before anything is written.
package struct Migrator: Sendable {
    /// What `migrate` did.
    package struct Report: Sendable {
        package let applied: [Migration]
        /// Path of the copy that was made first; nil when there was nothing to migrate or to keep, and on PostgreSQL.
        package let backup: String?
    }

    private let migrations: [Migration]

    /// - Throws: `storage.schema_gap` unless the numbers are 1, 2, 3, … in this order.
    package init(_ migrations: [Migration]) throws(StorageError) {
        for (position, migration) in migrations.enumerated() where migration.number != position + 1 {
            throw StorageError(
                .schemaGap, "ponte", detail: "migration \(migration.number) \(migration.name) at \(position + 1)")
        }
        self.migrations = migrations
    }

    /// The migrations that `migrate` would apply, in order. Writes nothing.
    /// - Throws: `storage.schema_newer`, `storage.schema_gap`.
    package func pending(in database: any Database) async throws -> [Migration] {
        try await database.read { transaction in
            try pending(after: AppliedMigrations.list(transaction), in: transaction)
        }
    }

    /// Applies what is pending in one transaction: all or nothing. A copy of an SQLite file that holds data is made first,
    /// beside it. Two programs may do this at once; the second finds nothing left to do.
    /// - Throws: `storage.schema_newer`, `storage.schema_gap`, `storage.backup_failed`, `storage.statement`.
    @discardableResult
    package func migrate(_ database: any Database, at now: Instant, logger: Logger) async throws -> Report {
        let waiting = try await pending(in: database)
        guard !waiting.isEmpty else { return Report(applied: [], backup: nil) }
        var backup: String?
        if let file = database as? SQLiteDatabase, waiting.count < migrations.count {
            backup = try await copy(file, before: waiting[0].number, at: now)
        }
        try await database.write { try AppliedMigrations.prepare($0) }
        let applied = try await database.write { transaction in
            try AppliedMigrations.lock(transaction)
            let pending = try pending(after: AppliedMigrations.list(transaction), in: transaction)
            for migration in pending {
                for statement in migration.statements { try transaction.execute(statement) }
                try AppliedMigrations.record(migration, at: now, in: transaction)
            }
            return pending
        }
        for migration in applied {
            logger.info("migrated", metadata: ["migration": "\(migration.number) \(migration.name)"])
        }
        return Report(applied: applied, backup: backup)
    }

    private func pending(after applied: [AppliedMigrations.Entry], in transaction: any Transaction) throws
        -> [Migration]
    {
        let subject = transaction.engine == .sqlite ? "SQLite" : "PostgreSQL"
        for (position, entry) in applied.enumerated() {
            guard entry.number == position + 1 else {
                throw StorageError(.schemaGap, subject, detail: "\(position + 1) ≠ \(entry.number) \(entry.name)")
            }
            guard position < migrations.count else {
                throw StorageError(.schemaNewer, subject, detail: "\(entry.number) \(entry.name) > \(migrations.count)")
            }
            guard entry.name == migrations[position].name else {
                throw StorageError(
                    .schemaGap, subject, detail: "\(entry.number) \(entry.name) ≠ \(migrations[position].name)")
            }
        }
        return Array(migrations.dropFirst(applied.count))
    }

    private func copy(_ database: SQLiteDatabase, before number: Int, at now: Instant) async throws -> String {
        let date = now.iso8601.prefix(19).filter { $0 != "-" && $0 != ":" }
        let stem = database.path.hasSuffix(".db") ? String(database.path.dropLast(3)) : database.path
        let target = "\(stem).before-\(number).\(date)Z.db"
        do {
            try await database.backUp(to: target)
            return target
        } catch {
            let said = (error as? StorageError).map { "\($0.code) \($0.detail)" } ?? "\(error)"
            throw StorageError(.backupFailed, target, detail: said)
        }
    }
}
