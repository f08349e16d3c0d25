import Basics
import ConnectorKit
import Connectors
import Records
import Secrets
import Storage
import Sync

/// What a server runs for connections that hear of changes.
extension Services {
    /// Active connections for which it is turned on, each with the mark of the credential to work with and of the set-up.
    package func connectionsToHear() async throws -> [(placed: PlacedConnection, credential: CredentialMark)] {
        let active = try await connectionsToFollow()
        return try await database.read { transaction in
            try active.filter {
                try LiveTable($0.placed.organization.scope, connection: $0.placed.connection.id)
                    .find(in: transaction) != nil
            }
        }
    }

    /// A run for one connection that has not begun yet.
    ///
    /// - Throws: `SecretsError` when the token cannot be opened, `OperationsError`, `SyncError`.
    package func liveRun(_ placed: PlacedConnection, options: LiveOptions = LiveOptions()) async throws -> LiveRun {
        let (store, connection, mark) = try await eventfulStore(placed)
        return try LiveRun(
            database: database, scope: placed.organization.scope, connection: connection, credential: mark,
            store: store, clock: clock, options: options, logger: logger)
    }

    func liveSetUp(_ placed: PlacedConnection) async throws -> (LiveSetUp, Connection) {
        let (store, connection, _) = try await eventfulStore(placed)
        let setUp = LiveSetUp(
            database: database, scope: placed.organization.scope, connection: connection, store: store, clock: clock)
        return (setUp, connection)
    }

    private func eventfulStore(
        _ placed: PlacedConnection
    ) async throws -> (any EventfulStore, Connection, CredentialMark) {
        let scope = placed.organization.scope
        let connector = try ConnectorCatalog.connector(named: placed.connection.platform)
        // Read together: a key with another key's token opens nothing.
        let (current, token, mark) = try await database.read { [keyring] transaction in
            let connections = Connections(scope)
            let current = try connections.find(placed.connection.id, in: transaction) ?? placed.connection
            return (
                current, try connections.token(of: current.id, keyring: keyring, in: transaction),
                try connections.credentialMark(of: current, in: transaction)
            )
        }
        let credential = StoreCredential(
            account: current.account, baseURL: current.baseURL, key: current.key, token: token)
        let gate = quotaGates.gate(
            for: QuotaAccount(platform: current.platform, account: current.baseURL),
            limits: quotaLimits(of: connector))
        let paced = PacedTransport(transport, gate: gate, traffic: Traffic(), clock: clock)
        guard let store = connector.store(credential, transport: paced, clock: clock) as? any EventfulStore else {
            throw OperationsError.liveNotOffered(platform: current.platform)
        }
        return (store, current, mark)
    }
}
