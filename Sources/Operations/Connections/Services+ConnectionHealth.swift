import Basics
import ConnectorKit
import Connectors
import Records
import Storage
import Sync

/// A connection with how its stream of orders does, as lists show it.
package struct ConnectionHealth: Sendable {
    package let connection: Connection
    package let stored: Int
    /// Of the past, what has been read since its reading began, stored before or not; nil when none is on its way.
    package let read: Int?
    /// Nil when the stream was never begun.
    package let stream: StreamState?
    package let parkedOrders: Int
    package let parkedWindows: Int
    /// Orders a second that all nodes import; for the first seconds of watching, this node's own. Nil when none come.
    package let rate: Double?
    /// Nil when this node sends nothing, and the platform has asked for no pause.
    package let quota: Quota?

    /// How much of the platform's allowance this node takes.
    package struct Quota: Sendable {
        package let usedPerMinute: Int
        /// Of the group of endpoints that orders are read from.
        package let limitPerMinute: Int
        package let stoppedUntil: Instant?
        /// Whether other nodes may take their share beside it, of which this one does not know.
        package let isSharedByNodes: Bool
    }
}

extension Services {
    /// All connections of an organization with how they do, by name.
    package func health(of scope: OrganizationScope) async throws -> [ConnectionHealth] {
        let found = try await database.glance { transaction in
            try Connections(scope).list(in: transaction).map { try Self.look($0, scope, in: transaction) }
        }
        return found.map(health)
    }

    /// One connection with how it does. Nil when the organization has none of this id.
    package func health(of id: ConnectionID, in scope: OrganizationScope) async throws -> ConnectionHealth? {
        let found = try await database.glance { transaction in
            try Connections(scope).find(id, in: transaction).map { try Self.look($0, scope, in: transaction) }
        }
        return found.map(health)
    }

    private struct Look: Sendable {
        let connection: Connection
        let stored: Int
        let read: Int?
        let stream: StreamState?
        let parkedOrders: Int
        let parkedWindows: Int
        let stoppedUntil: Instant?
    }

    private static func look(
        _ connection: Connection, _ scope: OrganizationScope, in transaction: any Transaction
    ) throws -> Look {
        let key = StreamKey(scope, connection: connection.id, kind: .orders)
        let account = QuotaAccount(platform: connection.platform, account: connection.baseURL)
        let stream = try StreamControl(key).state(in: transaction)
        let isImporting = stream.map { $0.isSurveyed && $0.backfillDoneAt == nil } ?? false
        return Look(
            connection: connection, stored: try OrderRecords(scope).count(of: connection.id, in: transaction),
            read: isImporting ? try StreamControl(key).backfilled(in: transaction) : nil, stream: stream,
            parkedOrders: try ParkedOrders(key).count(in: transaction),
            parkedWindows: try StreamControl(key).parkedSlices(in: transaction).count,
            stoppedUntil: try QuotaTable(account: account).stoppedUntil(in: transaction))
    }

    private func health(_ look: Look) -> ConnectionHealth {
        let now = clock.now()
        let live = liveProgress.latest(of: look.connection.id, at: now)
        let stop = look.stoppedUntil.flatMap { $0 > now ? $0 : nil }
        let connector = try? platforms.connector(look.connection.platform)
        let documented = connector.flatMap { $0.requestsPerMinute[$0.ordersQuotaGroup] }
        let limit = quotaPerMinute.flatMap { $0 > 0 ? $0 : nil } ?? documented
        var quota: ConnectionHealth.Quota?
        if let limit, live != nil || stop != nil {
            quota = .init(
                usedPerMinute: live?.perMinute ?? 0, limitPerMinute: limit, stoppedUntil: stop,
                isSharedByNodes: database.engine == .postgres)
        }
        let own = live.flatMap { $0.progress.phase == .backfill ? $0.progress.rate : nil }
        let importing = look.read.flatMap { liveProgress.rate(of: look.connection.id, stored: $0, at: now) ?? own }
        return ConnectionHealth(
            connection: look.connection, stored: look.stored, read: look.read, stream: look.stream,
            parkedOrders: look.parkedOrders,
            parkedWindows: look.parkedWindows, rate: importing, quota: quota)
    }

    /// Lets what could not be read be tried by the next sweep, however long it had to wait.
    package func retryParked(_ id: ConnectionID, of scope: OrganizationScope) async throws {
        let now = clock.now()
        try await database.write { transaction in
            try ParkedOrders(StreamKey(scope, connection: id, kind: .orders)).retryNow(at: now, in: transaction)
            try ParkedRecords.retryNow(of: id, in: scope, at: now, transaction)
        }
    }
}
