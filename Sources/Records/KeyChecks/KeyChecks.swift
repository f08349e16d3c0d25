import Basics
import Storage

/// The last key check of each connection of one organization.
///
/// A check is written down as its answers come, so that any node shows it. Its id is its fence: once another check of the
/// connection has begun, or the connection's key is another, nothing of the old one is taken in.
package struct KeyChecks: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// Begins a check, in the place of the one before.
    ///
    /// - Returns: nil when one is running: its answers are as good.
    package func begin(
        of connection: ConnectionID, recipe: String, at now: Instant, deadline: Instant, in transaction: any Transaction
    ) throws -> KeyCheckID? {
        if let last = try last(of: connection, in: transaction), last.isRunning(at: now) { return nil }
        try forget(of: connection, in: transaction)
        let id = KeyCheckID(at: now)
        try transaction.execute(
            """
            INSERT INTO key_checks (organization_id, connection_id, id, recipe, outcome, started_at, deadline_at)
            VALUES (\(scope.organizationID), \(connection), \(id), \(recipe), \(KeyCheckRecord.Outcome.running.rawValue),
                \(now), \(deadline))
            """)
        return id
    }

    /// Takes one answer in.
    /// - Throws: `records.key_check_superseded`.
    package func note(
        _ answer: KeyCheckRecord.Answer, in check: KeyCheckID, of connection: ConnectionID,
        in transaction: any Transaction
    ) throws {
        try expect(check, of: connection, in: transaction)
        try transaction.execute(
            """
            INSERT INTO key_check_answers (organization_id, connection_id, capability, verdict, evidence)
            VALUES (\(scope.organizationID), \(connection), \(answer.capability), \(answer.verdict),
                \(answer.evidence.sqlValue))
            ON CONFLICT (organization_id, connection_id, capability) DO UPDATE
            SET verdict = excluded.verdict, evidence = excluded.evidence
            """)
    }

    /// Ends a check.
    /// - Throws: `records.key_check_superseded`.
    package func finish(
        _ check: KeyCheckID, of connection: ConnectionID, outcome: KeyCheckRecord.Outcome,
        trouble: KeyCheckRecord.Trouble? = nil, survey: KeyCheckRecord.Survey? = nil, at now: Instant,
        in transaction: any Transaction
    ) throws {
        try expect(check, of: connection, in: transaction)
        try transaction.execute(
            """
            UPDATE key_checks
            SET outcome = \(outcome.rawValue), finished_at = \(now), code = \((trouble?.code).sqlValue),
                reason_pt = \((trouble?.reason.portuguese).sqlValue), reason_es = \((trouble?.reason.spanish).sqlValue),
                reason_en = \((trouble?.reason.english).sqlValue),
                remedy_pt = \((trouble?.remedy?.portuguese).sqlValue),
                remedy_es = \((trouble?.remedy?.spanish).sqlValue),
                remedy_en = \((trouble?.remedy?.english).sqlValue),
                orders_total = \((survey?.total).sqlValue), orders_oldest_at = \((survey?.oldestAt).sqlValue)
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
            """)
    }

    /// The last check of a connection, with what has been answered so far.
    package func last(of connection: ConnectionID, in transaction: any Transaction) throws -> KeyCheckRecord? {
        let answers = try transaction.all(
            """
            SELECT capability, verdict, evidence FROM key_check_answers
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection) ORDER BY capability
            """
        ) {
            KeyCheckRecord.Answer(
                capability: try $0.text(0), verdict: try $0.text(1), evidence: try $0.optionalText(2))
        }
        return try transaction.first(
            """
            SELECT id, recipe, outcome, started_at, deadline_at, finished_at, orders_total, orders_oldest_at, code,
                reason_pt, reason_es, reason_en, remedy_pt, remedy_es, remedy_en
            FROM key_checks
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
            """
        ) { try Self.record($0, of: connection, answers: answers) }
    }

    /// Forgets what was checked, as when the key is another one.
    package func forget(of connection: ConnectionID, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            DELETE FROM key_checks WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
            """)
    }

    private func expect(_ check: KeyCheckID, of connection: ConnectionID, in transaction: any Transaction) throws {
        let running = try transaction.first(
            """
            SELECT id FROM key_checks
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                AND outcome = \(KeyCheckRecord.Outcome.running.rawValue)
            """
        ) { try $0.text(0) }
        guard running == check.text else { throw RecordsError(.keyCheckSuperseded) }
    }

    private static func record(
        _ row: Row, of connection: ConnectionID, answers: [KeyCheckRecord.Answer]
    ) throws -> KeyCheckRecord {
        var trouble: KeyCheckRecord.Trouble?
        if let code = try row.optionalText(8) {
            trouble = KeyCheckRecord.Trouble(
                code: code, reason: try phrase(row, from: 9), remedy: row.isNull(12) ? nil : try phrase(row, from: 12))
        }
        let oldestAt = try row.optionalInstant(7)
        return KeyCheckRecord(
            id: try row.id(0), connectionID: connection, recipe: try row.text(1),
            outcome: KeyCheckRecord.Outcome(rawValue: try row.text(2)) ?? .failed, startedAt: try row.instant(3),
            deadline: try row.instant(4), finishedAt: try row.optionalInstant(5), trouble: trouble,
            survey: try row.optionalInteger(6).map { KeyCheckRecord.Survey(total: Int($0), oldestAt: oldestAt) },
            answers: answers)
    }

    private static func phrase(_ row: Row, from column: Int) throws -> Phrase {
        Phrase(pt: try row.text(column), es: try row.text(column + 1), en: try row.text(column + 2))
    }
}
