import Basics
import ConnectorKit
import Storage

/// The slices of one stream.
package struct SliceTable: Sendable {
    package let key: StreamKey

    package init(_ key: StreamKey) { self.key = key }

    package var here: SQL { key.matches(kindColumn: "stream") }

    /// Puts new slices up for claiming.
    package func add(
        _ queries: [OrderQuery], for purpose: Slice.Purpose, at instant: Instant, in transaction: any Transaction
    ) throws {
        for query in queries {
            try transaction.execute(
                """
                INSERT INTO slices (organization_id, connection_id, stream, id, purpose, claim_rank, filter, from_at,
                                    until_at, state, free_at)
                VALUES (\(key.scope.organizationID), \(key.connectionID), \(key.kind.rawValue),
                        \(SliceID(at: instant)), \(purpose.rawValue), \(purpose.rank), \(query.filter),
                        \(query.from), \(query.until), 'pending', \(instant))
                """)
        }
    }

    /// Takes the first slice that is free: never leased, given back, or its lease run out. Nil when there is none.
    ///
    /// - Parameter purpose: of the slices that are looked at; nil for all.
    package func claim(
        _ purpose: Slice.Purpose? = nil, for lease: Duration, at instant: Instant, in transaction: any Transaction
    ) throws -> SliceLease? {
        let only: SQL = purpose.map { " AND purpose = \($0.rawValue)" } ?? ""
        return try claim(only, for: lease, at: instant, in: transaction)
    }

    private func claim(
        _ only: SQL, for lease: Duration, at instant: Instant, in transaction: any Transaction
    ) throws -> SliceLease? {
        try transaction.first(
            """
            UPDATE slices
            SET state = 'leased', lease_token = lease_token + 1, free_at = \(instant + lease)
            WHERE \(here) AND id = (
                SELECT id FROM slices
                WHERE \(here) AND state IN ('pending', 'leased') AND free_at <= \(instant)\(only)
                ORDER BY claim_rank, from_at, id LIMIT 1)
            RETURNING id, purpose, filter, from_at, until_at, position_at, position_id, lease_token, batches, attempts
            """, Self.lease(from:))
    }

    private static func lease(from row: Row) throws -> SliceLease {
        let position: Slice.Position =
            if let placedAt = try row.optionalInstant(5) {
                .placedAt(placedAt)
            } else if let id = try row.optionalText(6) {
                .id(id)
            } else {
                .start
            }
        let purpose = try row.text(1)
        guard let purpose = Slice.Purpose(rawValue: purpose) else { throw SyncError.unknownPurpose(purpose) }
        let query = OrderQuery(filter: try row.text(2), from: try row.instant(3), until: try row.instant(4))
        return SliceLease(
            slice: Slice(id: try row.id(0), purpose: purpose, query: query, position: position),
            token: try row.integer(7), batches: try row.integer(8), attempts: try row.int(9))
    }

    // MARK: What the holder of a lease does. Each throws `sync.lease_lost` when the lease is no longer its own.

    /// Moves the checkpoint within the transaction that writes the batch, and renews the lease; the last batch ends it.
    package func commit(
        _ orders: Int, upTo position: Slice.Position, isLast: Bool, under lease: SliceLease,
        until leasedUntil: Instant, in transaction: any Transaction
    ) throws {
        var placedAt: Instant?
        var id: String?
        switch position {
        case .start: break
        case .placedAt(let instant): placedAt = instant
        case .id(let text): id = text
        }
        let changed = try transaction.execute(
            """
            UPDATE slices
            SET state = \(isLast ? "done" : "leased"), batches = batches + 1, orders = orders + \(orders),
                position_at = \(placedAt.sqlValue), position_id = \(id.sqlValue), free_at = \(leasedUntil), attempts = 0
            WHERE \(here) AND id = \(lease.slice.id) AND state = 'leased' AND lease_token = \(lease.token)
              AND batches = \(lease.batches)
            """)
        guard changed == 1 else { throw SyncError.leaseLost(lease.slice.id) }
    }

    package func renew(_ lease: SliceLease, until leasedUntil: Instant, in transaction: any Transaction) throws {
        try change(lease, "free_at = \(leasedUntil)", in: transaction)
    }

    /// Puts two slices in the place of one that is too wide to be listed.
    package func split(
        _ lease: SliceLease, into halves: (OrderQuery, OrderQuery), at instant: Instant, in transaction: any Transaction
    ) throws {
        try change(lease, "state = 'split'", in: transaction)
        try add([halves.0, halves.1], for: lease.slice.purpose, at: instant, in: transaction)
    }

    /// Gives the slice back. `setback` says why it got no further than its checkpoint; nil when it was merely stopped.
    package func release(
        _ lease: SliceLease, because setback: Trouble?, freeAt: Instant, in transaction: any Transaction
    ) throws {
        guard let setback else {
            return try change(lease, "state = 'pending', free_at = \(freeAt)", in: transaction)
        }
        try change(
            lease, "state = 'pending', free_at = \(freeAt), attempts = attempts + 1, \(setback.assignments)",
            in: transaction)
    }

    /// Sets the slice aside, so that the rest of the stream goes on.
    package func park(_ lease: SliceLease, because trouble: Trouble, in transaction: any Transaction) throws {
        try change(lease, "state = 'parked', attempts = attempts + 1, \(trouble.assignments)", in: transaction)
    }

    private func change(_ lease: SliceLease, _ assignments: SQL, in transaction: any Transaction) throws {
        let changed = try transaction.execute(
            """
            UPDATE slices SET \(assignments)
            WHERE \(here) AND id = \(lease.slice.id) AND state = 'leased' AND lease_token = \(lease.token)
            """)
        guard changed == 1 else { throw SyncError.leaseLost(lease.slice.id) }
    }
}
