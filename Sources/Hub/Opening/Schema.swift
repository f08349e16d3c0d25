import Basics
import Logging
import Operations
import Storage

/// The schema of a database beside that of this program, for `ponte migrate`.
package enum Schema {
    /// What would be done. Writes nothing.
    /// - Throws: `storage.schema_newer`, `storage.schema_gap`, what `Databases.open` throws.
    package static func pending(_ configuration: HubConfiguration, logger: Logger) async throws -> [Migration] {
        try await withDatabase(configuration, logger: logger) { database in
            try await Migrator(HubMigrations.all).pending(in: database)
        }
    }

    /// Does it; a copy of an SQLite file is made before.
    package static func migrate(
        _ configuration: HubConfiguration, at now: Instant, logger: Logger
    ) async throws -> Migrator.Report {
        try await withDatabase(configuration, logger: logger) { database in
            try await Migrator(HubMigrations.all).migrate(database, at: now, logger: logger)
        }
    }

    private static func withDatabase<Value: Sendable>(
        _ configuration: HubConfiguration, logger: Logger, _ body: @Sendable (any Database) async throws -> Value
    ) async throws -> Value {
        let database = try await Databases.open(Services.databaseURL(configuration), logger: logger)
        do {
            let value = try await body(database)
            await database.close()
            return value
        } catch {
            await database.close()
            throw error
        }
    }
}
