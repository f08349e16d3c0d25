import Basics
import Commerce
import ConnectorKit
import Connectors
import Records
import Secrets
import Storage
import Sync

extension Services {
    /// The streams that a connection's platform offers: orders first, the others in the order of `StreamKind`.
    ///
    /// Asks nobody, and needs no key. Empty for a platform that this program does not know.
    package func streams(of connection: Connection) -> [StreamKind] {
        guard let store = keyless(connection) else { return [] }
        let others = Set(store.records.map(\.stream))
        return StreamKind.allCases.filter { $0 == .orders ? store.orders != nil : others.contains($0) }
    }

    /// The kinds of record that a stream of a connection yields; none for orders, which are kept apart.
    func kinds(of stream: StreamKind, _ connection: Connection) -> [RecordKind] {
        keyless(connection)?.records.filter { $0.stream == stream }.flatMap(\.kinds) ?? []
    }

    /// A store that is asked what it offers, never to answer.
    private func keyless(_ connection: Connection) -> (any Store)? {
        let credential = StoreCredential(
            account: connection.account, baseURL: connection.baseURL, key: connection.key, token: Secret(""))
        return try? ConnectorCatalog.connector(named: connection.platform)
            .store(credential, transport: transport, clock: clock)
    }

    /// A run of one stream that has not begun yet: watch its `progress`, then start it.
    ///
    /// - Throws: `SecretsError` when the token cannot be opened, `OperationsError`, `SyncError` with code
    ///   `sync.capability_missing` for a stream that the platform does not offer.
    package func syncRun(_ placed: PlacedConnection, stream: StreamKind) async throws -> any StreamRun {
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
        let store = connector.store(credential, transport: paced, clock: clock)
        let key = StreamKey(scope, connection: connection.id, kind: stream)
        guard stream == .orders else {
            return try RecordRun(
                database: database, key: key, credential: mark, store: store, traffic: traffic, clock: clock,
                options: syncOptions, logger: logger)
        }
        return try SyncRun(
            database: database, key: key, credential: mark, store: store, traffic: traffic, clock: clock,
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
