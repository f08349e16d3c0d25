import Basics
import ConnectorKit
import Storage

/// The row of one stream.
package struct StreamTable: Sendable {
    package let key: StreamKey

    package init(_ key: StreamKey) { self.key = key }

    var here: SQL { key.matches(kindColumn: "kind") }

    /// The stream as it stands; made when it is not there.
    package func open(in transaction: any Transaction) throws -> StreamState {
        if let state = try find(in: transaction) { return state }
        try transaction.execute(
            """
            INSERT INTO streams (organization_id, connection_id, kind)
            VALUES (\(key.scope.organizationID), \(key.connectionID), \(key.kind.rawValue))
            """)
        return StreamState()
    }

    package func find(in transaction: any Transaction) throws -> StreamState? {
        try transaction.first(
            """
            SELECT known_total, backfill_from, backfill_until, backfill_done_at, sweep_until, swept_until, reread_at,
                   paused, refused_code, refused_pt, refused_es, refused_en, refused_remedy_pt, refused_remedy_es,
                   refused_remedy_en, refused_since, refused_at, refused_until
            FROM streams WHERE \(here)
            """
        ) { row in
            var state = StreamState()
            state.knownTotal = try row.optionalInteger(0).map(Int.init)
            state.backfillFrom = try row.optionalInstant(1)
            state.backfillUntil = try row.optionalInstant(2)
            state.backfillDoneAt = try row.optionalInstant(3)
            state.sweepUntil = try row.optionalInstant(4)
            state.sweptUntil = try row.optionalInstant(5)
            state.rereadAt = try row.optionalInstant(6)
            state.isPaused = try row.bool(7)
            state.refusal = try StreamRefusal(row, from: 8)
            return state
        }
    }

    /// Writes the survey down.
    /// - Returns: false when another node has done so already.
    package func recordSurvey(
        _ survey: OrderSurvey, until: Instant, in transaction: any Transaction
    ) throws -> Bool {
        let recorded = try transaction.execute(
            """
            UPDATE streams
            SET known_total = \(survey.total), backfill_from = \(survey.oldestPlacedAt.sqlValue), backfill_until = \(until),
                swept_until = \(until), reread_at = \(until)
            WHERE \(here) AND backfill_until IS NULL
            """)
        return recorded == 1
    }

    package func recordBackfillDone(at instant: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            "UPDATE streams SET backfill_done_at = \(instant) WHERE \(here) AND backfill_done_at IS NULL")
    }

    /// Opens a sweep that looks until `instant`.
    package func beginSweep(until instant: Instant, rereads: Bool, in transaction: any Transaction) throws {
        try transaction.execute("UPDATE streams SET sweep_until = \(instant) WHERE \(here) AND sweep_until IS NULL")
        guard rereads else { return }
        try transaction.execute("UPDATE streams SET reread_at = \(instant) WHERE \(here)")
    }

    package func endSweep(in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE streams SET swept_until = sweep_until, sweep_until = NULL
            WHERE \(here) AND sweep_until IS NOT NULL
            """)
    }

    package func setPaused(_ isPaused: Bool, in transaction: any Transaction) throws {
        try transaction.execute("UPDATE streams SET paused = \(isPaused) WHERE \(here)")
    }

    /// Forgets the survey, so that the backfill begins anew.
    package func forgetSurvey(in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE streams
            SET known_total = NULL, backfill_from = NULL, backfill_until = NULL, backfill_done_at = NULL,
                sweep_until = NULL, swept_until = NULL, reread_at = NULL
            WHERE \(here)
            """)
    }
}
