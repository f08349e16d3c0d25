import Basics
import ConnectorKit
import Storage

/// What the walks of streams besides orders write into a stream's row.
extension StreamTable {
    /// Opens the backfill with the first whole walk; nothing at later ones.
    func openBackfill(until instant: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE streams SET backfill_until = \(instant), swept_until = \(instant), reread_at = \(instant)
            WHERE \(here) AND backfill_until IS NULL
            """)
    }

    func recordTotal(_ total: Int, in transaction: any Transaction) throws {
        try transaction.execute("UPDATE streams SET known_total = \(total) WHERE \(here)")
    }

    /// Notes up to when the stream has been seen.
    func endWalk(_ walk: Walk, at now: Instant, in transaction: any Transaction) throws {
        guard walk.goal != .retry else { return }
        let whole: SQL = walk.goal == .everything ? ", reread_at = \(walk.until)" : ""
        try transaction.execute(
            """
            UPDATE streams
            SET swept_until = \(walk.until), sweep_until = NULL,
                backfill_done_at = COALESCE(backfill_done_at, \(now))\(whole)
            WHERE \(here) AND backfill_until IS NOT NULL
            """)
    }

    /// Writes down that the key has no right to the stream, and when it is to be tried again.
    func refuse(
        code: String, _ explanation: Phrase, remedy: Phrase?, at now: Instant, retryAt: Instant,
        in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE streams
            SET refused_code = \(code), refused_pt = \(explanation.portuguese), refused_es = \(explanation.spanish),
                refused_en = \(explanation.english), refused_remedy_pt = \((remedy?.portuguese).sqlValue),
                refused_remedy_es = \((remedy?.spanish).sqlValue), refused_remedy_en = \((remedy?.english).sqlValue),
                refused_since = COALESCE(refused_since, \(now)), refused_at = \(now), refused_until = \(retryAt)
            WHERE \(here)
            """)
    }

    /// The stream answers again.
    func forgetRefusal(in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE streams
            SET refused_code = NULL, refused_pt = NULL, refused_es = NULL, refused_en = NULL, refused_remedy_pt = NULL,
                refused_remedy_es = NULL, refused_remedy_en = NULL, refused_since = NULL, refused_at = NULL,
                refused_until = NULL
            WHERE \(here) AND refused_code IS NOT NULL
            """)
    }
}
