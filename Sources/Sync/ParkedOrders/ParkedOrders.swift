import Basics
import ConnectorKit
import Storage

/// The orders of one stream that could not be read or kept.
package struct ParkedOrders: Sendable {
    let key: StreamKey

    package init(_ key: StreamKey) { self.key = key }

    private var here: SQL { key.matches(kindColumn: "stream") }

    /// Sets orders aside, or counts one more attempt for those that are aside already.
    func park(_ troubles: [(externalID: String, trouble: Trouble)], at now: Instant, in transaction: any Transaction)
        throws
    {
        for (externalID, trouble) in troubles {
            // No database keeps a NUL, and an id that has one must not hold up its whole batch.
            let externalID = externalID.replacing("\0", with: "\u{FFFD}")
            let attempts =
                try transaction.first(
                    "SELECT attempts FROM parked_orders WHERE \(here) AND external_id = \(externalID)"
                ) { try $0.int(0) } ?? 0
            let retryAt = now + ParkedOrder.pause(after: attempts + 1)
            try transaction.execute(
                """
                INSERT INTO parked_orders (organization_id, connection_id, stream, external_id, error_code, error_pt,
                                           error_es, error_en, attempts, first_seen_at, last_seen_at, retry_at)
                VALUES (\(key.scope.organizationID), \(key.connectionID), \(key.kind.rawValue), \(externalID),
                        \(trouble.code), \(trouble.explanation.portuguese), \(trouble.explanation.spanish),
                        \(trouble.explanation.english), 1, \(now), \(now), \(retryAt))
                ON CONFLICT (organization_id, connection_id, stream, external_id) DO UPDATE
                SET error_code = excluded.error_code, error_pt = excluded.error_pt, error_es = excluded.error_es,
                    error_en = excluded.error_en, attempts = parked_orders.attempts + 1,
                    last_seen_at = excluded.last_seen_at, retry_at = excluded.retry_at
                """)
        }
    }

    /// Forgets the troubles of orders that are stored now.
    func settle(_ externalIDs: [String], in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM parked_orders WHERE \(here) AND external_id \(anyOf: externalIDs)")
    }

    /// Lets all of them be tried by the next sweep.
    package func retryNow(at now: Instant, in transaction: any Transaction) throws {
        try transaction.execute("UPDATE parked_orders SET retry_at = \(now) WHERE \(here) AND retry_at > \(now)")
    }

    func hasDue(at now: Instant, in transaction: any Transaction) throws -> Bool {
        try transaction.first("SELECT 1 FROM parked_orders WHERE \(here) AND retry_at <= \(now) LIMIT 1") { _ in true }
            ?? false
    }

    /// External ids to try again, in order, after `cursor`.
    func due(at now: Instant, after cursor: String, limit: Int, in transaction: any Transaction) throws -> [String] {
        try transaction.all(
            """
            SELECT external_id FROM parked_orders
            WHERE \(here) AND retry_at <= \(now) AND external_id > \(cursor) ORDER BY external_id LIMIT \(limit)
            """
        ) { try $0.text(0) }
    }

    package func count(in transaction: any Transaction) throws -> Int {
        try transaction.first("SELECT COUNT(*) FROM parked_orders WHERE \(here)") { try $0.int(0) } ?? 0
    }

    /// Orders that are aside, by id, after `cursor`.
    package func list(after cursor: String = "", limit: Int, in transaction: any Transaction) throws -> [ParkedOrder] {
        try transaction.all(
            """
            SELECT external_id, attempts, first_seen_at, last_seen_at, retry_at, error_code, error_pt, error_es,
                   error_en
            FROM parked_orders WHERE \(here) AND external_id > \(cursor) ORDER BY external_id LIMIT \(limit)
            """
        ) { row in
            ParkedOrder(
                externalID: try row.text(0), trouble: try Trouble(row, from: 5), attempts: try row.int(1),
                firstSeenAt: try row.instant(2), lastSeenAt: try row.instant(3), retryAt: try row.instant(4))
        }
    }
}
