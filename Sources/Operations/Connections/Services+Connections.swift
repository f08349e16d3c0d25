import Basics
import ConnectorKit
import Journal
import Records
import Secrets
import Storage

/// A connection with the organization that it belongs to.
package struct PlacedConnection: Sendable, Hashable {
    package let organization: Organization
    package let connection: Connection
}

extension Services {
    /// Which store somebody wants connected, and for whom.
    package struct WantedStore: Sendable {
        package var platform: String
        package var pasted: PastedCredential
        /// The organization's name; nil for that of the connection if there is one, else the account's name.
        package var organization: String?
        /// IANA name of the store's time zone.
        package var timeZone: String

        package init(
            platform: String, pasted: PastedCredential, organization: String?, timeZone: String = "America/Sao_Paulo"
        ) {
            self.platform = platform
            self.pasted = pasted
            self.organization = organization
            self.timeZone = timeZone
        }
    }

    /// The connection to a store, made with its organization if it is not there.
    ///
    /// A key or token that differs from the stored one replaces it. A connection that Ponte had stopped is tried again:
    /// somebody who asks by hand has done something about it, and one refused question stops it once more.
    /// - Throws: `IntakeError` for what was pasted, `OperationsError`, `StorageError`, `SecretsError`, `RecordsError`.
    package func ensureConnection(_ wanted: WantedStore, by actor: Actor) async throws -> PlacedConnection {
        let credential = try platforms.connector(wanted.platform).normalise(wanted.pasted)
        let now = clock.now()
        let keyring = keyring
        return try await database.write { transaction in
            let organization = try Self.organization(
                for: credential, wanted, by: actor, at: now, in: transaction)
            let connections = Connections(organization.scope)
            guard
                let found = try connections.find(
                    platform: wanted.platform, account: credential.account, baseURL: credential.baseURL, in: transaction
                ), !found.isDraft
            else {
                let new = NewConnection(
                    platform: wanted.platform, account: credential.account, baseURL: credential.baseURL,
                    key: credential.key, token: credential.token, name: credential.account, timeZone: wanted.timeZone)
                let made = try connections.create(new, keyring: keyring, by: actor, at: now, in: transaction)
                return PlacedConnection(organization: organization, connection: made)
            }
            let token = try Self.token(of: found, connections, keyring, in: transaction)
            if found.key != credential.key || token != credential.token {
                try connections.replaceCredential(
                    of: found.id, key: credential.key, token: credential.token, keyring: keyring, by: actor, at: now,
                    in: transaction)
            } else if case .needsAttention = found.state {
                try connections.setState(.active, of: found.id, by: actor, at: now, in: transaction)
            }
            let current = try connections.find(found.id, in: transaction) ?? found
            return PlacedConnection(organization: organization, connection: current)
        }
    }

    /// All connections of the installation, by organization and name.
    package func connections() async throws -> [PlacedConnection] {
        try await database.read { transaction in
            try Organizations().list(in: transaction).flatMap { organization in
                try Connections(organization.scope).list(in: transaction).map {
                    PlacedConnection(organization: organization, connection: $0)
                }
            }
        }
    }

    /// Connections that are to be followed now, each with the mark of the credential to follow it with.
    package func connectionsToFollow() async throws -> [(placed: PlacedConnection, credential: CredentialMark)] {
        try await database.read { transaction in
            try Organizations().list(in: transaction).flatMap { organization in
                let connections = Connections(organization.scope)
                return try connections.list(in: transaction).filter { $0.state == .active }.map {
                    (
                        PlacedConnection(organization: organization, connection: $0),
                        try connections.credentialMark(of: $0, in: transaction)
                    )
                }
            }
        }
    }

    package func organizations() async throws -> [Organization] {
        try await database.read { try Organizations().list(in: $0) }
    }

    /// Pauses or resumes a connection.
    package func setState(_ state: Connection.State, of placed: PlacedConnection, by actor: Actor) async throws {
        let now = clock.now()
        try await database.write { transaction in
            try Connections(placed.organization.scope).setState(
                state, of: placed.connection.id, by: actor, at: now, in: transaction)
        }
    }

    /// Replaces a connection's key and token, and makes it active.
    /// - Throws: `IntakeError` for what was pasted.
    package func replaceCredential(
        of placed: PlacedConnection, key: String, token: Secret, by actor: Actor
    ) async throws {
        let connection = placed.connection
        let pasted = PastedCredential(
            account: connection.account, baseURL: connection.baseURL, key: key, token: token)
        let credential = try platforms.connector(connection.platform).normalise(pasted)
        let now = clock.now()
        let keyring = keyring
        try await database.write { transaction in
            try Connections(placed.organization.scope).replaceCredential(
                of: connection.id, key: credential.key, token: credential.token, keyring: keyring, by: actor, at: now,
                in: transaction)
        }
    }

    /// Nil for one that was given up: the one that was pasted takes its place.
    private static func token(
        of connection: Connection, _ connections: Connections, _ keyring: Keyring, in transaction: any Transaction
    ) throws -> Secret? {
        do {
            return try connections.token(of: connection.id, keyring: keyring, in: transaction)
        } catch let error as SecretsError {
            guard case .secretMissing = error.problem else { throw error }
            return nil
        }
    }

    private static func organization(
        for credential: StoreCredential, _ wanted: WantedStore, by actor: Actor, at now: Instant,
        in transaction: any Transaction
    ) throws -> Organization {
        let organizations = Organizations()
        if wanted.organization == nil {
            for organization in try organizations.list(in: transaction) {
                let found = try Connections(organization.scope).find(
                    platform: wanted.platform, account: credential.account, baseURL: credential.baseURL, in: transaction
                )
                if found != nil { return organization }
            }
        }
        let name = wanted.organization ?? credential.account
        let agency = try organizations.defaultAgency(at: now, in: transaction)
        if let found = try organizations.find(named: name, agency: agency.id, in: transaction) { return found }
        return try organizations.create(named: name, agency: agency.id, by: actor, at: now, in: transaction)
    }
}
