import Basics
import Records
import Storage

/// What the node does that has a reconciliation in its hands. Each throws `reconciliation.lease_lost` when it has it no more.
extension Reconciliations {
    /// Takes a reconciliation that is queued, or whose node has fallen silent. Nil when it is not to be had.
    package func claim(
        _ id: ReconciliationID, for lease: Duration, at now: Instant, in transaction: any Transaction
    ) throws -> ReconciliationLease? {
        let token = try transaction.first(
            """
            UPDATE reconciliations
            SET state = 'running', lease_token = lease_token + 1, free_at = \(now + lease)
            WHERE \(here) AND id = \(id) AND state IN ('queued', 'running') AND free_at <= \(now)
            RETURNING lease_token
            """
        ) { try $0.integer(0) }
        guard let token, let reconciliation = try find(id, in: transaction) else { return nil }
        return ReconciliationLease(reconciliation: reconciliation, token: token)
    }

    func renew(_ lease: ReconciliationLease, until: Instant, in transaction: any Transaction) throws {
        try change(lease, "free_at = \(until)", in: transaction)
    }

    /// Notes what is compared, and forgets what an earlier node found of it.
    func begin(
        _ lease: ReconciliationLease, _ scope: ReconciliationScope, days: Int, beyond: Int,
        in transaction: any Transaction
    ) throws {
        try change(
            lease,
            """
            from_day = \(scope.from.daysSince1970), until_day = \(scope.until.daysSince1970),
            compared_until = \(scope.comparedUntil), reaches_from = \(scope.reachesFrom.sqlValue),
            beyond = \(beyond), days_total = \(days), days_done = 0
            """, in: transaction)
        let id = lease.reconciliation.id
        try transaction.execute("DELETE FROM statement_lines WHERE \(here) AND reconciliation_id = \(id)")
        try transaction.execute("DELETE FROM statement_differences WHERE \(here) AND reconciliation_id = \(id)")
    }

    func note(
        _ lease: ReconciliationLease, daysDone: Int, requests: Int, sampled: Int, in transaction: any Transaction
    ) throws {
        try change(
            lease, "days_done = \(daysDone), requests = \(requests), sampled = \(sampled)", in: transaction)
    }

    func finish(
        _ lease: ReconciliationLease, _ verdict: Reconciliation.Verdict, at now: Instant,
        in transaction: any Transaction
    ) throws {
        try change(lease, "state = 'done', verdict = \(verdict.rawValue), finished_at = \(now)", in: transaction)
    }

    package func fail(
        _ lease: ReconciliationLease, because trouble: Trouble, at now: Instant, in transaction: any Transaction
    ) throws {
        try change(lease, "state = 'failed', finished_at = \(now), \(trouble.assignments)", in: transaction)
    }

    /// Gives it back unfinished: any node may take it over at once.
    package func release(_ lease: ReconciliationLease, at now: Instant, in transaction: any Transaction) throws {
        try change(lease, "state = 'queued', free_at = \(now)", in: transaction)
    }

    private func change(
        _ lease: ReconciliationLease, _ assignments: SQL, in transaction: any Transaction
    ) throws {
        let changed = try transaction.execute(
            """
            UPDATE reconciliations SET \(assignments)
            WHERE \(here) AND id = \(lease.reconciliation.id) AND state = 'running' AND lease_token = \(lease.token)
            """)
        guard changed == 1 else { throw ReconciliationError.leaseLost }
    }
}

/// What one run compares, once the platform has said how far its list goes.
struct ReconciliationScope: Hashable, Sendable {
    let from: CivilDate
    let until: CivilDate
    let comparedUntil: Instant
    /// Nil for a platform without a limit.
    let reachesFrom: Instant?
}
