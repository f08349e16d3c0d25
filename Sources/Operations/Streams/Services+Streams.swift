import Basics
import ConnectorKit
import Journal
import Records
import Storage
import Sync

/// Where a stream of a connection stands, as people are told.
package struct StreamStanding: Sendable {
    package let stream: StreamKind
    /// Nil when it was never begun.
    package let state: StreamState?
    package let stored: Int
    /// Orders that could not be read or kept, and windows of the platform's list that could not be listed.
    package let parkedOrders: [ParkedOrder]
    package let parkedSlices: [ParkedSlice]
}

extension Services {
    package func standing(of placed: PlacedConnection, stream: StreamKind) async throws -> StreamStanding {
        let scope = placed.organization.scope
        let key = StreamKey(scope, connection: placed.connection.id, kind: stream)
        return try await database.read { transaction in
            let control = StreamControl(key)
            return StreamStanding(
                stream: stream, state: try control.state(in: transaction),
                stored: try OrderRecords(scope).count(of: placed.connection.id, in: transaction),
                parkedOrders: try ParkedOrders(key).list(limit: 100, in: transaction),
                parkedSlices: try control.parkedSlices(in: transaction))
        }
    }

    /// Begins the backfill anew: every order is read again and compared with what is stored.
    package func rerun(_ placed: PlacedConnection, stream: StreamKind, by actor: Actor) async throws {
        let scope = placed.organization.scope
        let now = clock.now()
        try await database.write { transaction in
            try StreamControl(StreamKey(scope, connection: placed.connection.id, kind: stream)).rerun(in: transaction)
            try AuditChain(scope).append(
                AuditEntry(
                    "stream.rerun", subject: placed.connection.id.text,
                    details: [
                        AuditEntry.Detail("stream", after: stream.rawValue)
                    ]),
                by: actor, at: now, in: transaction)
        }
    }
}
