import Basics
import ConnectorKit
import Records
import Storage

/// The reconciliations of one organization.
package struct Reconciliations: Sendable {
    /// How long runs, their lines and differences are kept.
    package static let keptDays = 400

    package let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    private static let earliestDay = CivilDate(year: 2000, month: 1, day: 1)

    var here: SQL { "organization_id = \(scope.organizationID)" }

    /// Puts a reconciliation up to be done.
    ///
    /// - Parameter scheduledDay: the night that it is for; a second one for the same night is not made.
    /// - Returns: nil when the night has one.
    /// - Throws: `reconciliation.already_open`, `reconciliation.not_imported`, `reconciliation.empty_span`,
    ///   `reconciliation.unknown_zone`; `SyncError` for a connection that is missing, paused or stopped.
    package func request(
        _ connection: Connection, _ span: Reconciliation.Span, scheduledDay: CivilDate? = nil, at now: Instant,
        in transaction: any Transaction
    ) throws -> Reconciliation? {
        let key = StreamKey(scope, connection: connection.id, kind: .orders)
        if let stop = try StoppedStream.error(key, in: transaction) { throw stop }
        guard let days = StoreDays(timeZone: connection.timeZone) else {
            throw ReconciliationError.unknownZone(connection.timeZone)
        }
        // A line is written for each day, and no store of these platforms is older.
        let from = span.from.map { max($0, Self.earliestDay) }
        if let from, from > min(span.until ?? from, days.date(of: now)) {
            throw ReconciliationError.emptySpan
        }
        guard try StreamTable(key).find(in: transaction)?.backfillDoneAt != nil else {
            throw ReconciliationError.notImported
        }
        if let scheduledDay, try isScheduled(connection.id, for: scheduledDay, in: transaction) { return nil }
        if try open(of: connection.id, in: transaction) != nil { throw ReconciliationError.alreadyOpen }
        let id = ReconciliationID(at: now)
        try transaction.execute(
            """
            INSERT INTO reconciliations (organization_id, id, connection_id, cause, scheduled_day, state, from_day,
                                         until_day, time_zone, requested_at, free_at)
            VALUES (\(scope.organizationID), \(id), \(connection.id),
                    \((scheduledDay == nil ? Reconciliation.Cause.person : .schedule).rawValue),
                    \((scheduledDay?.daysSince1970).sqlValue), 'queued', \((from?.daysSince1970).sqlValue),
                    \((span.until?.daysSince1970).sqlValue), \(connection.timeZone), \(now), \(now))
            """)
        return try find(id, in: transaction)
    }

    package func find(_ id: ReconciliationID, in transaction: any Transaction) throws -> Reconciliation? {
        try transaction.first(
            "SELECT \(Reconciliation.columns) FROM reconciliations WHERE \(here) AND id = \(id)",
            Reconciliation.init(row:))
    }

    /// The one that is queued or running.
    package func open(of connection: ConnectionID, in transaction: any Transaction) throws -> Reconciliation? {
        try transaction.first(
            """
            SELECT \(Reconciliation.columns) FROM reconciliations
            WHERE \(here) AND connection_id = \(connection) AND state IN ('queued', 'running')
            """, Reconciliation.init(row:))
    }

    /// The newest first.
    package func list(
        of connection: ConnectionID, limit: Int, in transaction: any Transaction
    ) throws -> [Reconciliation] {
        try transaction.all(
            """
            SELECT \(Reconciliation.columns) FROM reconciliations
            WHERE \(here) AND connection_id = \(connection) ORDER BY id DESC LIMIT \(limit)
            """, Reconciliation.init(row:))
    }

    /// Whether the connection had its run for that night.
    package func isScheduled(
        _ connection: ConnectionID, for day: CivilDate, in transaction: any Transaction
    ) throws -> Bool {
        try transaction.first(
            """
            SELECT 1 FROM reconciliations
            WHERE \(here) AND connection_id = \(connection) AND scheduled_day = \(day.daysSince1970)
            """
        ) { _ in true } ?? false
    }

    /// The last night that a run was made for; nil when there was none.
    package func lastScheduledDay(
        of connection: ConnectionID, in transaction: any Transaction
    ) throws -> CivilDate? {
        try transaction.first(
            """
            SELECT MAX(scheduled_day) FROM reconciliations
            WHERE \(here) AND connection_id = \(connection) AND scheduled_day IS NOT NULL
            """
        ) { try $0.optionalInteger(0).map { CivilDate(daysSince1970: Int($0)) } } ?? nil
    }

    /// Drops what is older than anybody keeps statements.
    package func dropOld(at now: Instant, in transaction: any Transaction) throws {
        let horizon = now - .seconds(Int64(Self.keptDays) * 86_400)
        try transaction.execute("DELETE FROM reconciliations WHERE \(here) AND finished_at < \(horizon)")
    }
}

extension Reconciliation {
    static let columns: SQL = """
        id, connection_id, cause, state, from_day, until_day, time_zone, requested_at, finished_at, compared_until,
        reaches_from, beyond, days_total, days_done, requests, sampled, verdict, error_code, error_pt, error_es,
        error_en
        """

    init(row: Row) throws {
        id = try row.id(0)
        connectionID = try row.id(1)
        cause = try row.word(2)
        state = try row.word(3)
        span = Span(from: try row.optionalDay(4), until: try row.optionalDay(5))
        timeZone = try row.text(6)
        requestedAt = try row.instant(7)
        finishedAt = try row.optionalInstant(8)
        comparedUntil = try row.optionalInstant(9)
        reachesFrom = try row.optionalInstant(10)
        beyond = try row.int(11)
        daysTotal = try row.int(12)
        daysDone = try row.int(13)
        requests = try row.int(14)
        sampled = try row.int(15)
        verdict = row.isNull(16) ? nil : try row.word(16)
        trouble = row.isNull(17) ? nil : try Trouble(row, from: 17)
    }
}

extension Row {
    func optionalDay(_ column: Int) throws -> CivilDate? {
        try optionalInteger(column).map { CivilDate(daysSince1970: Int($0)) }
    }

    /// A word that the schema allows no other of.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ column: Int) throws -> Word {
        let text = try text(column)
        guard let word = Word(rawValue: text) else { throw SyncError.unknownPurpose(text) }
        return word
    }
}
