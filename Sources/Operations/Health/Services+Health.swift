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
        /// Everything that the platform had until then has been seen, by stream; those that never began are left out.
        package let sweptUntil: [(stream: StreamKind, at: Instant)]
        package let parkedOrders: Int
        /// Records of the other streams that could not be read or kept.
        package let parkedRecords: [(stream: StreamKind, count: Int)]
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
                let connections = try Connections(scope).list(in: transaction).map {
                    try gauges(of: $0, scope, in: transaction)
                }
                return LogGauges(
                    organization: organization.id.text, head: try ChangeLog(scope).head(in: transaction),
                    connections: connections)
            }
        }
    }

    private func gauges(
        of connection: Connection, _ scope: OrganizationScope, in transaction: any Transaction
    ) throws -> ConnectionGauges {
        let keys = streams(of: connection).map { StreamKey(scope, connection: connection.id, kind: $0) }
        let swept = try keys.compactMap { key in
            try StreamControl(key).state(in: transaction)?.sweptUntil.map { (stream: key.kind, at: $0) }
        }
        let parked = try keys.filter { $0.kind != .orders }.map { key in
            (stream: key.kind, count: try ParkedRecords(key).outlook(in: transaction).count)
        }
        return ConnectionGauges(
            connection: connection.id, state: connection.state.name, sweptUntil: swept,
            parkedOrders: try ParkedOrders(StreamKey(scope, connection: connection.id, kind: .orders))
                .count(in: transaction), parkedRecords: parked)
    }
}
