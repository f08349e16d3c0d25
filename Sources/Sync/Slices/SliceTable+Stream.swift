import Basics
import ConnectorKit
import Storage

/// What concerns a stream's slices together.
extension SliceTable {
    /// How much of a stream's work is open, and when the next piece of it may be claimed.
    package struct Outlook: Hashable, Sendable {
        package var openBackfill = 0
        package var openSweep = 0
        package var parked = 0
        /// Orders committed by the backfill.
        package var backfilled = 0
        /// Whether orders that were set aside may be tried again.
        package var hasDueRetries = false
        /// The earliest end of a lease or backoff among the open slices.
        package var nextFreeAt: Instant?
        /// Slices that somebody has claimed, and when the last claim ends by itself.
        package var leased = 0
        package var leasedUntil: Instant?

        package init() {}
    }

    /// Orders of the past that have been read since the backfill began, by all nodes.
    func backfilled(in transaction: any Transaction) throws -> Int {
        try transaction.first(
            """
            SELECT CAST(COALESCE(SUM(orders), 0) AS BIGINT) FROM slices
            WHERE \(here) AND purpose = \(Slice.Purpose.backfill.rawValue)
            """
        ) { try $0.int(0) } ?? 0
    }

    package func outlook(at now: Instant, in transaction: any Transaction) throws -> Outlook {
        var outlook = Outlook()
        outlook.hasDueRetries = try ParkedOrders(key).hasDue(at: now, in: transaction)
        try transaction.forEach(
            """
            SELECT purpose, state, COUNT(*), CAST(SUM(orders) AS BIGINT), MIN(free_at), MAX(free_at)
            FROM slices WHERE \(here) GROUP BY purpose, state
            """
        ) { row in
            let isBackfill = try row.text(0) == Slice.Purpose.backfill.rawValue
            let count = try row.int(2)
            if isBackfill { outlook.backfilled += try row.int(3) }
            let state = try row.text(1)
            if state == "leased" {
                outlook.leased += count
                let until = try row.instant(5)
                outlook.leasedUntil = max(outlook.leasedUntil ?? until, until)
            }
            switch state {
            case "pending", "leased":
                if isBackfill { outlook.openBackfill += count } else { outlook.openSweep += count }
                let freeAt = try row.instant(4)
                outlook.nextFreeAt = min(outlook.nextFreeAt ?? freeAt, freeAt)
            case "parked": outlook.parked += count
            default: break
            }
        }
        return outlook
    }

    /// Puts the slices that were set aside up for claiming again.
    package func unpark(at instant: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            "UPDATE slices SET state = 'pending', free_at = \(instant) WHERE \(here) AND state = 'parked'")
    }

    /// Sets windows aside that hold something nobody could read, so that each sweep lists them again.
    ///
    /// A window that is aside already counts one more attempt.
    package func addParked(
        _ windows: [(query: OrderQuery, trouble: Trouble)], at instant: Instant, in transaction: any Transaction
    ) throws {
        let purpose = Slice.Purpose.sweep
        for (query, trouble) in windows {
            let changed = try transaction.execute(
                """
                UPDATE slices SET attempts = attempts + 1, \(trouble.assignments)
                WHERE \(here) AND state = 'parked' AND purpose = \(purpose.rawValue) AND filter = \(query.filter)
                    AND from_at = \(query.from) AND until_at = \(query.until)
                """)
            guard changed == 0 else { continue }
            try transaction.execute(
                """
                INSERT INTO slices (organization_id, connection_id, stream, id, purpose, claim_rank, filter, from_at,
                                    until_at, state, free_at, attempts, error_code, error_pt, error_es, error_en)
                VALUES (\(key.scope.organizationID), \(key.connectionID), \(key.kind.rawValue),
                        \(SliceID(at: instant)), \(purpose.rawValue), \(purpose.rank), \(query.filter),
                        \(query.from), \(query.until), 'parked', \(instant), 1, \(trouble.code),
                        \(trouble.explanation.portuguese), \(trouble.explanation.spanish),
                        \(trouble.explanation.english))
                """)
        }
    }

    /// Drops what a sweep has finished: unlike the backfill's, these slices tell nothing any more.
    package func removeFinishedSweep(in transaction: any Transaction) throws {
        try transaction.execute(
            "DELETE FROM slices WHERE \(here) AND purpose <> 'backfill' AND state IN ('done', 'split')")
    }

    /// Drops all slices; whoever holds one commits nothing any more.
    package func removeAll(in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM slices WHERE \(here)")
    }

    /// Slices that were set aside, oldest window first: what the stream does not cover.
    package func parked(in transaction: any Transaction) throws -> [ParkedSlice] {
        try transaction.all(
            """
            SELECT purpose, filter, from_at, until_at, attempts, error_code, error_pt, error_es, error_en
            FROM slices WHERE \(here) AND state = 'parked' ORDER BY from_at, id
            """
        ) { row in
            ParkedSlice(
                purpose: try row.text(0), filter: try row.text(1), from: try row.instant(2), until: try row.instant(3),
                attempts: try row.int(4), trouble: try Trouble(row, from: 5))
        }
    }
}

/// A window of the platform's list that could not be read; it is tried again at every sweep.
package struct ParkedSlice: Hashable, Sendable {
    package let purpose: String
    package let filter: String
    package let from: Instant
    package let until: Instant
    package let attempts: Int
    package let trouble: Trouble
}
