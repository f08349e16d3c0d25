import Basics
import ConnectorKit
import Connectors
import Journal
import Records
import Storage
import Sync

extension Services {
    /// Puts a reconciliation up to be done by a serving node, or by `performReconciliation`; audited.
    ///
    /// - Throws: `reconciliation.already_open`, which may help to try again later, `reconciliation.not_imported`,
    ///   `reconciliation.empty_span`; `records.connection_missing`; `SyncError` for a connection that is stopped.
    package func requestReconciliation(
        of id: ConnectionID, _ span: Reconciliation.Span, in scope: OrganizationScope, by actor: Actor
    ) async throws -> Reconciliation {
        let now = clock.now()
        return try await database.write { transaction in
            guard let connection = try Connections(scope).find(id, in: transaction) else {
                throw RecordsError(.connectionMissing(id: id.text))
            }
            let requested = try Reconciliations(scope).request(connection, span, at: now, in: transaction)
            guard let requested else { throw RecordsError(.connectionMissing(id: id.text)) }
            try AuditChain(scope).append(
                AuditEntry(
                    "connection.reconciled", subject: id.text,
                    details: [
                        AuditEntry.Detail("from", after: span.from?.description),
                        AuditEntry.Detail("until", after: span.until?.description),
                    ].filter { $0.after != nil }),
                by: actor, at: now, in: transaction)
            return requested
        }
    }

    /// Does a reconciliation that is queued, here and now.
    ///
    /// - Returns: how it ended; nil when another node has it.
    /// - Throws: what ended it, as `ReconciliationRun.run` does.
    package func performReconciliation(
        _ id: ReconciliationID, of placed: PlacedConnection
    ) async throws -> Reconciliation? {
        try await reconciliationRun(placed).run(id)
    }

    private func reconciliationRun(_ placed: PlacedConnection) async throws -> ReconciliationRun {
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
        let traffic = Traffic()
        let gate = quotaGates.gate(
            for: QuotaAccount(platform: current.platform, account: current.baseURL),
            limits: quotaLimits(of: connector))
        let paced = PacedTransport(transport, gate: gate, traffic: traffic, clock: clock)
        var options = ReconciliationOptions()
        options.retry = syncOptions.retry
        return try ReconciliationRun(
            database: database, key: StreamKey(scope, connection: current.id, kind: .orders), credential: mark,
            store: connector.store(credential, transport: paced, clock: clock), traffic: traffic, clock: clock,
            options: options, logger: logger)
    }
}
