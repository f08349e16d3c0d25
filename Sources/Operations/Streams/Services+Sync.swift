import Basics
import ConnectorKit
import Connectors
import Records
import Secrets
import Storage
import Sync

extension Services {
    /// A run of one stream that has not begun yet: watch its `progress`, then start it.
    ///
    /// - Throws: `SecretsError` when the token cannot be opened, `OperationsError`, `SyncError`.
    package func syncRun(_ placed: PlacedConnection, stream: StreamKind) async throws -> SyncRun {
        let scope = placed.organization.scope
        let connection = placed.connection
        let connector = try ConnectorCatalog.connector(named: connection.platform)
        // Read together: a key with another key's token opens nothing.
        let (current, token, mark) = try await database.read { [keyring] transaction in
            let connections = Connections(scope)
            let current = try connections.find(connection.id, in: transaction) ?? connection
            return (
                current, try connections.token(of: current.id, keyring: keyring, in: transaction),
                try connections.credentialMark(of: current, in: transaction)
            )
        }
        let credential = StoreCredential(
            account: current.account, baseURL: current.baseURL, key: current.key, token: token)
        let traffic = Traffic()
        let gate = quotaGates.gate(
            for: QuotaAccount(platform: connection.platform, account: connection.baseURL),
            limits: quotaLimits(of: connector))
        let paced = PacedTransport(transport, gate: gate, traffic: traffic, clock: clock)
        return try SyncRun(
            database: database, key: StreamKey(scope, connection: connection.id, kind: stream), credential: mark,
            store: connector.store(credential, transport: paced, clock: clock), traffic: traffic, clock: clock,
            options: syncOptions, logger: logger)
    }

    func quotaLimits(of connector: any Connector) -> QuotaLimits {
        switch quotaPerMinute {
        case .none: QuotaLimits(perMinute: connector.requestsPerMinute)
        case .some(0): .unlimited
        case .some(let limit): QuotaLimits(perMinute: [:], unnamedPerMinute: limit)
        }
    }
}
