import Basics
import ConnectorKit
import Journal
import Records
import Secrets
import Storage
import Sync

/// An organization with one connection in a fresh database of the whole schema below the apps.
package struct ConnectedStore: Sendable {
    package let database: any Database
    package let scope: OrganizationScope
    package let connection: Connection

    package var stream: StreamKey { StreamKey(scope, connection: connection.id, kind: .orders) }

    /// - Parameter name: of the organization; several may share a database.
    package init(
        _ database: any Database, named name: String = "Loja", timeZone: String = "America/Sao_Paulo"
    ) async throws {
        let now = Instant(seconds: 1_700_000_000)
        let (scope, connection) = try await database.write { transaction in
            let organizations = Organizations()
            let agency = try organizations.defaultAgency(at: now, in: transaction)
            let organization = try organizations.create(
                named: name, agency: agency.id, by: Actor("test"), at: now, in: transaction)
            let connection = try Connections(organization.scope).create(
                NewConnection(
                    platform: "scripted", account: "loja", baseURL: "http://localhost", key: "key",
                    token: Secret("token"), name: "Loja", timeZone: timeZone),
                keyring: .ephemeral(), by: Actor("test"), at: now, in: transaction)
            return (organization.scope, connection)
        }
        self.database = database
        self.scope = scope
        self.connection = connection
    }

    /// The connection as it stands now.
    package func current() async throws -> Connection? {
        try await database.read { [scope, connection] in try Connections(scope).find(connection.id, in: $0) }
    }

    /// All changes of the log.
    package func changes() async throws -> [Change] {
        try await database.read { [scope] in try ChangeLog(scope).changes(after: 0, limit: 100_000, in: $0) }
    }

    /// All stored orders.
    package func stored() async throws -> [StoredOrder] {
        try await database.read { [scope, connection] in
            try OrderRecords(scope).page(of: connection.id, after: nil, limit: 100_000, in: $0)
        }
    }
}

/// The schema of all rooms up to Sync.
package let syncSchema: [Migration] = JournalMigrations.all + RecordsMigrations.all + SyncMigrations.all
