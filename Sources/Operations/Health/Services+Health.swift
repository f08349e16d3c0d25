import Basics
import ConnectorKit
import Records
import Storage
import Sync

extension Services {
    /// Whether the database answers and holds this program's schema.
    ///
    /// - Throws: `StorageError` when it does not answer.
    package func isReady(expecting migrations: Int?) async throws -> Bool {
        let applied = try await database.read { try Migrator.appliedCount(in: $0) }
        return migrations.map { $0 == applied } ?? true
    }

    /// What `/metrics` tells of one connection; its id is the only name.
    package struct ConnectionGauges: Sendable {
        package let connection: ConnectionID
        package let state: String
        /// Everything that the platform had until then has been seen. Nil before the backfill's survey.
        package let sweptUntil: Instant?
        package let parkedOrders: Int
    }

    /// What `/metrics` tells of one organization's log; its id is the only name.
    package struct LogGauges: Sendable {
        package let organization: String
        package let head: Int64
        package let connections: [ConnectionGauges]
    }

    /// The state of all logs and connections, in a few short reads for each.
    package func gauges() async throws -> [LogGauges] {
        try await database.read { transaction in
            try Organizations().list(in: transaction).map { organization in
                let scope = organization.scope
                let connections = try Connections(scope).list(in: transaction).map { connection in
                    let key = StreamKey(scope, connection: connection.id, kind: .orders)
                    return ConnectionGauges(
                        connection: connection.id, state: connection.state.name,
                        sweptUntil: try StreamControl(key).state(in: transaction)?.sweptUntil,
                        parkedOrders: try ParkedOrders(key).count(in: transaction))
                }
                return LogGauges(
                    organization: organization.id.text, head: try ChangeLog(scope).head(in: transaction),
                    connections: connections)
            }
        }
    }
}
