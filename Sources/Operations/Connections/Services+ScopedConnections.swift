import Basics
import ConnectorKit
import Journal
import Records
import Storage

/// Connections as somebody reaches them who was let into one organization.
extension Services {
    package func connections(of scope: OrganizationScope) async throws -> [Connection] {
        try await database.glance { try Connections(scope).list(in: $0) }
    }

    /// Nil when the organization has none of this id.
    package func connection(_ id: ConnectionID, of scope: OrganizationScope) async throws -> Connection? {
        try await database.glance { try Connections(scope).find(id, in: $0) }
    }

    /// A connection with its organization. Nil when the organization has none of this id.
    package func placed(_ id: ConnectionID, of scope: OrganizationScope) async throws -> PlacedConnection? {
        try await database.glance { transaction in
            guard let organization = try Organizations().find(scope.organizationID, in: transaction),
                let connection = try Connections(scope).find(id, in: transaction)
            else { return nil }
            return PlacedConnection(organization: organization, connection: connection)
        }
    }

    /// Connects a store in an organization that is there.
    ///
    /// - Parameter name: for people; nil for the account's.
    /// - Throws: `IntakeError` for what was pasted, `UnknownPlatform`, `records.connection_exists`.
    package func connect(
        _ wanted: WantedStore, named name: String?, in scope: OrganizationScope, by actor: Actor
    ) async throws -> Connection {
        let credential = try platforms.connector(wanted.platform).normalise(wanted.pasted)
        let now = clock.now()
        let keyring = keyring
        return try await database.write { transaction in
            let new = NewConnection(
                platform: wanted.platform, account: credential.account, baseURL: credential.baseURL,
                key: credential.key, token: credential.token, name: name ?? credential.account,
                timeZone: wanted.timeZone)
            return try Connections(scope).create(new, keyring: keyring, by: actor, at: now, in: transaction)
        }
    }

    /// What somebody wants changed about a connection; nil leaves it as it is.
    package struct ConnectionEdit: Sendable, Hashable {
        package var name: String?
        package var isPaused: Bool?

        package init(name: String? = nil, isPaused: Bool? = nil) {
            self.name = name
            self.isPaused = isPaused
        }
    }

    /// Renames, pauses or resumes a connection, all in one transaction.
    ///
    /// - Returns: how it stands then.
    /// - Throws: `records.connection_missing`, `records.name_empty`.
    package func edit(
        _ id: ConnectionID, _ edit: ConnectionEdit, of scope: OrganizationScope, by actor: Actor
    ) async throws -> Connection {
        let now = clock.now()
        return try await database.write { transaction in
            let connections = Connections(scope)
            if let name = edit.name { try connections.rename(id, to: name, by: actor, at: now, in: transaction) }
            if let isPaused = edit.isPaused {
                try connections.setState(isPaused ? .paused : .active, of: id, by: actor, at: now, in: transaction)
            }
            guard let connection = try connections.find(id, in: transaction) else {
                throw RecordsError(.connectionMissing(id: id.text))
            }
            return connection
        }
    }
}
