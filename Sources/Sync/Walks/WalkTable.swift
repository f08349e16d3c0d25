import Basics
import ConnectorKit
import Storage

/// The row of one stream's walk.
package struct WalkTable: Sendable {
    package let key: StreamKey

    package init(_ key: StreamKey) { self.key = key }

    private var here: SQL { key.matches(kindColumn: "stream") }

    private static let columns: SQL = """
        goal, since_at, until_at, started_at, phase, cursor, place_kind, place_id, looks, records, free_at, lease_token,
        commits, attempts
        """

    /// The last walk, open or done; nil when there never was one.
    package func find(in transaction: any Transaction) throws -> Walk? {
        try transaction.first("SELECT \(Self.columns) FROM walks WHERE \(here)") { try Self.lease(from: $0).walk }
    }

    /// How often the walk was given back since it last came any further.
    package func attempts(in transaction: any Transaction) throws -> Int {
        try transaction.first("SELECT attempts FROM walks WHERE \(here)") { try $0.int(0) } ?? 0
    }

    /// Puts a new walk in the place of the last one. The token goes on, so that whoever held that one commits nothing more.
    package func begin(
        _ goal: Walk.Goal, since: Instant, until: Instant, at now: Instant, in transaction: any Transaction
    ) throws {
        let phase: Walk.Phase = goal == .retry ? .looking : .walking
        try transaction.execute(
            """
            INSERT INTO walks (organization_id, connection_id, stream, goal, since_at, until_at, started_at, phase, free_at)
            VALUES (\(key.scope.organizationID), \(key.connectionID), \(key.kind.rawValue), \(goal.rawValue), \(since),
                    \(until), \(now), \(phase.rawValue), \(now))
            ON CONFLICT (organization_id, connection_id, stream) DO UPDATE
            SET goal = excluded.goal, since_at = excluded.since_at, until_at = excluded.until_at,
                started_at = excluded.started_at, phase = excluded.phase, cursor = NULL, place_kind = '',
                place_id = '', looks = 0, records = 0, free_at = excluded.free_at,
                lease_token = walks.lease_token + 1, commits = 0, attempts = 0, error_code = NULL
            """)
    }

    /// Takes the open walk when it is free: never leased, given back, or its lease run out. Nil when it is not.
    package func claim(
        for lease: Duration, at instant: Instant, in transaction: any Transaction
    ) throws -> WalkLease? {
        try transaction.first(
            """
            UPDATE walks SET lease_token = lease_token + 1, free_at = \(instant + lease)
            WHERE \(here) AND phase <> 'done' AND free_at <= \(instant)
            RETURNING \(Self.columns)
            """, Self.lease(from:))
    }

    /// Ends the open walk where it stands; whoever holds it commits nothing any more.
    package func abandon(in transaction: any Transaction) throws {
        try transaction.execute(
            "UPDATE walks SET phase = 'done', lease_token = lease_token + 1 WHERE \(here) AND phase <> 'done'")
    }

    // MARK: What the holder of a lease does. Each throws `sync.lease_lost` when the lease is no longer its own.

    /// Moves the walk to where `next` stands, within the transaction that writes its records, and renews the lease.
    package func commit(
        _ next: Walk, under lease: WalkLease, until leasedUntil: Instant, in transaction: any Transaction
    ) throws {
        let changed = try transaction.execute(
            """
            UPDATE walks
            SET phase = \(next.phase.rawValue), cursor = \(next.cursor.sqlValue), place_kind = \(next.place.kind),
                place_id = \(next.place.externalID), looks = \(next.looks), records = \(next.records),
                commits = commits + 1, attempts = 0, free_at = \(leasedUntil)
            WHERE \(here) AND phase <> 'done' AND lease_token = \(lease.token) AND commits = \(lease.commits)
            """)
        guard changed == 1 else { throw SyncError.walkLost(key.kind) }
    }

    package func renew(_ lease: WalkLease, until leasedUntil: Instant, in transaction: any Transaction) throws {
        try change(lease, "free_at = \(leasedUntil)", in: transaction)
    }

    /// Gives the walk back. `setback` says why it got no further; nil when it was merely stopped.
    ///
    /// - Parameter isRestarted: the walk begins anew, because its cursor leads nowhere any more.
    package func release(
        _ lease: WalkLease, because setback: Trouble?, freeAt: Instant, isRestarted: Bool = false,
        in transaction: any Transaction
    ) throws {
        var assignments: SQL = "free_at = \(freeAt)"
        if let setback { assignments = "\(assignments), attempts = attempts + 1, \(setback.assignments)" }
        if isRestarted { assignments = "\(assignments), cursor = NULL, records = 0" }
        try change(lease, assignments, in: transaction)
    }

    private func change(_ lease: WalkLease, _ assignments: SQL, in transaction: any Transaction) throws {
        let changed = try transaction.execute(
            """
            UPDATE walks SET \(assignments)
            WHERE \(here) AND phase <> 'done' AND lease_token = \(lease.token)
            """)
        guard changed == 1 else { throw SyncError.walkLost(key.kind) }
    }

    private static func lease(from row: Row) throws -> WalkLease {
        let (goal, phase) = (try row.text(0), try row.text(4))
        guard let goal = Walk.Goal(rawValue: goal) else { throw SyncError.unknownPurpose(goal) }
        guard let phase = Walk.Phase(rawValue: phase) else { throw SyncError.unknownPurpose(phase) }
        return WalkLease(
            walk: Walk(
                goal: goal, since: try row.instant(1), until: try row.instant(2), startedAt: try row.instant(3),
                phase: phase, cursor: try row.optionalText(5),
                place: Walk.Place(kind: try row.text(6), externalID: try row.text(7)), looks: try row.int(8),
                records: try row.int(9), freeAt: try row.instant(10)),
            token: try row.integer(11), commits: try row.integer(12), attempts: try row.int(13))
    }
}
