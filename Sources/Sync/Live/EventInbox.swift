import Basics
import ConnectorKit
import Records
import Storage

/// How an event came.
package enum EventSource: String, Hashable, Sendable {
    case hook, feed
}

/// The orders of one connection of which something was told and which are to be read: one row an order, however often it
/// was told.
///
/// A row goes in the transaction that writes its order, unless something newer was told meanwhile.
package struct EventInbox: Sendable {
    let key: StreamKey

    package init(_ key: StreamKey) { self.key = key }

    private var here: SQL { key.matches(kindColumn: "stream") }

    /// Takes an event in.
    ///
    /// - Returns: false when the order has been read in a state at least as new: there is nothing to do.
    package func take(
        _ event: OrderEvent, from source: EventSource, at now: Instant, in transaction: any Transaction
    ) throws -> Bool {
        if let happenedAt = event.happenedAt,
            let seen = try OrderRecords(key.scope).changedAt(
                event.externalID, of: key.connectionID, in: transaction), seen >= happenedAt
        {
            return false
        }
        // An event that was told before, or that is older than one told before, is counted and changes nothing.
        let isNews: SQL = "excluded.happened_at IS NULL OR event_inbox.happened_at IS NULL "
        let isNewer: SQL = "excluded.happened_at > event_inbox.happened_at"
        try transaction.execute(
            """
            INSERT INTO event_inbox (organization_id, connection_id, stream, external_id, state, source, happened_at,
                                     times, news, first_seen_at, last_seen_at, due_at)
            VALUES (\(key.scope.organizationID), \(key.connectionID), \(key.kind.rawValue), \(event.externalID),
                    \(event.state), \(source.rawValue), \(event.happenedAt.sqlValue), 1, 1, \(now), \(now), \(now))
            ON CONFLICT (organization_id, connection_id, stream, external_id) DO UPDATE
            SET times = event_inbox.times + 1, last_seen_at = excluded.last_seen_at, source = excluded.source,
                state = CASE WHEN \(isNews) OR \(isNewer) THEN excluded.state ELSE event_inbox.state END,
                news = CASE WHEN \(isNews) OR \(isNewer) THEN event_inbox.news + 1 ELSE event_inbox.news END,
                due_at = CASE WHEN \(isNews) OR \(isNewer) THEN excluded.due_at ELSE event_inbox.due_at END,
                attempts = CASE WHEN \(isNews) OR \(isNewer) THEN 0 ELSE event_inbox.attempts END,
                happened_at = CASE WHEN \(isNewer) THEN excluded.happened_at
                                   ELSE COALESCE(event_inbox.happened_at, excluded.happened_at) END
            """)
        return true
    }

    // MARK: Reading the orders

    /// An order that a worker has taken upon itself to read.
    package struct Claim: Hashable, Sendable {
        package let externalID: String
        package let state: String
        package let attempts: Int
        let news: Int64
        let token: Int64
    }

    func hasDue(at now: Instant, in transaction: any Transaction) throws -> Bool {
        try transaction.first(
            """
            SELECT 1 FROM event_inbox
            WHERE \(here) AND due_at <= \(now) AND (leased_until IS NULL OR leased_until <= \(now)) LIMIT 1
            """
        ) { _ in true } ?? false
    }

    /// Takes orders that are due and nobody's, those that wait longest first.
    package func claim(
        _ limit: Int, for lease: Duration, at now: Instant, in transaction: any Transaction
    ) throws -> [Claim] {
        // Not counted up: a row that goes and comes again must not give an old claim its token back.
        let token = Int64.random(in: 1...Int64.max)
        return try transaction.all(
            """
            UPDATE event_inbox SET leased_until = \(now + lease), lease_token = \(token)
            WHERE \(here) AND external_id IN (
                SELECT external_id FROM event_inbox
                WHERE \(here) AND due_at <= \(now) AND (leased_until IS NULL OR leased_until <= \(now))
                ORDER BY due_at, external_id LIMIT \(limit))
            RETURNING external_id, state, attempts, news
            """
        ) { row in
            Claim(
                externalID: try row.text(0), state: try row.text(1), attempts: try row.int(2),
                news: try row.integer(3), token: token)
        }
    }

    /// What became of a claim whose order is being written.
    package enum Settlement: Hashable, Sendable {
        case done
        /// Something newer was told since the claim: the order is written and stays due.
        case stillDue
        /// The row is somebody else's by now, and writing its order too.
        case lost
    }

    /// Ends a claim, in the transaction that writes its order.
    package func settle(_ claim: Claim, at now: Instant, in transaction: any Transaction) throws -> Settlement {
        let mine = matches(claim)
        if try transaction.execute("DELETE FROM event_inbox WHERE \(mine) AND news = \(claim.news)") == 1 {
            return .done
        }
        let kept = try transaction.execute(
            "UPDATE event_inbox SET leased_until = NULL, due_at = \(now) WHERE \(mine)")
        return kept == 1 ? .stillDue : .lost
    }

    /// Gives a claim back. `counts` when the order was at fault; a newer event makes it due at once.
    func release(_ claim: Claim, counts: Bool, dueAt: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE event_inbox
            SET leased_until = NULL,
                attempts = CASE WHEN news = \(claim.news) THEN attempts + \(counts ? 1 : 0) ELSE attempts END,
                due_at = CASE WHEN news = \(claim.news) THEN \(dueAt) ELSE due_at END
            WHERE \(matches(claim))
            """)
    }

    private func matches(_ claim: Claim) -> SQL {
        "\(here) AND external_id = \(claim.externalID) AND lease_token = \(claim.token)"
    }

    // MARK: What waits

    /// Those of `externalIDs` that are still to be read.
    func waiting(_ externalIDs: [String], in transaction: any Transaction) throws -> Set<String> {
        Set(
            try transaction.all(
                "SELECT external_id FROM event_inbox WHERE \(here) AND external_id \(anyOf: externalIDs)"
            ) { try $0.text(0) })
    }

    /// Orders that were told of and are still to be read.
    package func count(in transaction: any Transaction) throws -> Int {
        try transaction.first("SELECT COUNT(*) FROM event_inbox WHERE \(here)") { try $0.int(0) } ?? 0
    }
}
