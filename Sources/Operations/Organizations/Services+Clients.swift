import Basics
import Journal
import Records
import Storage

extension Services {
    /// Makes a client in the installation's own agency.
    /// - Throws: `records.organization_exists`, `records.name_empty`.
    package func createOrganization(named name: String, by actor: Actor) async throws -> Organization {
        let now = clock.now()
        return try await database.write { transaction in
            let organizations = Organizations()
            let agency = try organizations.defaultAgency(at: now, in: transaction)
            return try organizations.create(named: name, agency: agency.id, by: actor, at: now, in: transaction)
        }
    }

    /// As in `SQLite` or `PostgreSQL`.
    package var databaseName: String { database.engine == .sqlite ? "SQLite" : "PostgreSQL" }
}
