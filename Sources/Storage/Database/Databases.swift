import Basics
import Logging

/// The one way to a database: the URL's scheme picks the engine.
package enum Databases {
    /// Opens the database and proves that it answers. The SQLite file is made if it is not there; its folder is not.
    /// - Throws: `StorageError`: `storage.not_found`, `storage.no_permission`, `storage.busy`, `storage.corrupt`,
    ///   `storage.unreachable`, `storage.refused`, `storage.no_database`.
    package static func open(_ url: DatabaseURL, logger: Logger) async throws -> any Database {
        switch url.place {
        case .file(let path):
            return try SQLiteDatabase(path: path)
        case .server(let text):
            let database = PostgresDatabase(url: text, address: url.description, logger: logger)
            do {
                try await database.read { _ in }
                return database
            } catch {
                await database.close()
                throw error
            }
        }
    }
}
