import Basics
import Commerce
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
    /// Orders, or records of all of the stream's kinds.
    package let stored: Int
    /// Records of each of the stream's kinds; empty for orders.
    package let counts: [RecordKind: Int]
    /// Orders or other records that could not be read or kept, at most 100; and windows of the platform's list of orders
    /// that could not be listed.
    package let parkedOrders: [ParkedOrder]
    package let parkedSlices: [ParkedSlice]

    package init(
        stream: StreamKind, state: StreamState?, stored: Int, counts: [RecordKind: Int] = [:],
        parkedOrders: [ParkedOrder] = [], parkedSlices: [ParkedSlice] = []
    ) {
        self.stream = stream
        self.state = state
        self.stored = stored
        self.counts = counts
        self.parkedOrders = parkedOrders
        self.parkedSlices = parkedSlices
    }
}

extension Services {
    /// Where every stream that the platform offers stands.
    package func standings(of placed: PlacedConnection) async throws -> [StreamStanding] {
        var standings: [StreamStanding] = []
        for stream in streams(of: placed.connection) {
            standings.append(try await standing(of: placed, stream: stream))
        }
        return standings
    }

    package func standing(of placed: PlacedConnection, stream: StreamKind) async throws -> StreamStanding {
        let scope = placed.organization.scope
        let id = placed.connection.id
        let key = StreamKey(scope, connection: id, kind: stream)
        let kinds = Set(kinds(of: stream, placed.connection))
        return try await database.read { transaction in
            let control = StreamControl(key)
            let state = try control.state(in: transaction)
            guard stream == .orders else {
                let counts = try RecordStore(scope).counts(of: id, in: transaction).filter { kinds.contains($0.key) }
                return StreamStanding(
                    stream: stream, state: state, stored: counts.values.reduce(0, +), counts: counts,
                    parkedOrders: try ParkedRecords(key).list(limit: 100, in: transaction).map(\.record))
            }
            return StreamStanding(
                stream: stream, state: state, stored: try OrderRecords(scope).count(of: id, in: transaction),
                parkedOrders: try ParkedOrders(key).list(limit: 100, in: transaction),
                parkedSlices: try control.parkedSlices(in: transaction))
        }
    }

    /// Begins the backfill anew: everything is read again and compared with what is stored.
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
