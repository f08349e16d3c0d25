import Basics
import ConnectorKit
import Records
import Storage

/// The lines and differences that reconciliations of one organization found.
package struct StatementTable: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    private var here: SQL { "organization_id = \(scope.organizationID)" }

    /// Writes lines of one run, and makes them the last word about their days.
    func write(
        _ lines: [StatementLine], of lease: ReconciliationLease, in transaction: any Transaction
    ) throws {
        guard let first = lines.map(\.day).min(), let last = lines.map(\.day).max() else { return }
        let run = lease.reconciliation
        for stream in Set(lines.map(\.stream)) {
            try transaction.execute(
                """
                UPDATE statement_lines SET is_newest = 0
                WHERE \(here) AND connection_id = \(run.connectionID) AND stream = \(stream.rawValue)
                    AND day >= \(first.daysSince1970) AND day <= \(last.daysSince1970) AND is_newest = 1
                    AND reconciliation_id <> \(run.id)
                """)
        }
        var rows = BulkRows(columns: Self.lineColumns, capacity: lines.count)
        for line in lines {
            let trouble = line.trouble
            rows.append(
                scope.organizationID.sqlValue, run.id.sqlValue, .text(line.stream.rawValue),
                line.day.daysSince1970.sqlValue, run.connectionID.sqlValue, line.there.sqlValue, line.here.sqlValue,
                line.beyond.sqlValue, line.differences.sqlValue, line.repaired.sqlValue, line.sampled.sqlValue,
                .text(line.verdict.rawValue), .integer(1), (trouble?.code).sqlValue,
                (trouble?.explanation.portuguese).sqlValue, (trouble?.explanation.spanish).sqlValue,
                (trouble?.explanation.english).sqlValue)
        }
        try transaction.insert(
            rows, into: "statement_lines",
            onConflict: .update(key: ["organization_id", "reconciliation_id", "stream", "day"]))
    }

    func write(
        _ differences: [NamedDifference], of lease: ReconciliationLease, in transaction: any Transaction
    ) throws {
        guard !differences.isEmpty else { return }
        var rows = BulkRows(columns: Self.differenceColumns, capacity: differences.count)
        for difference in differences {
            let (there, here, trouble) = (difference.there, difference.here, difference.trouble)
            rows.append(
                scope.organizationID.sqlValue, lease.reconciliation.id.sqlValue, .text(difference.stream.rawValue),
                difference.day.daysSince1970.sqlValue, .text(difference.externalID), .text(difference.kind.rawValue),
                .text(difference.outcome.rawValue), (there != nil).sqlValue, (there?.day?.daysSince1970).sqlValue,
                (there?.outline.platformStatus).sqlValue, (there?.outline.amount).sqlValue,
                (there?.outline.units).sqlValue, (here != nil).sqlValue, (here?.day?.daysSince1970).sqlValue,
                (here?.outline.platformStatus).sqlValue, (here?.outline.amount).sqlValue,
                (here?.outline.units).sqlValue, difference.currency.sqlValue, difference.scale.sqlValue,
                (trouble?.code).sqlValue, (trouble?.explanation.portuguese).sqlValue,
                (trouble?.explanation.spanish).sqlValue, (trouble?.explanation.english).sqlValue)
        }
        try transaction.insert(
            rows, into: "statement_differences",
            onConflict: .update(key: ["organization_id", "reconciliation_id", "stream", "day", "external_id"]))
    }

    /// The last word about each day of a span, newest day first.
    package func newest(
        of connection: ConnectionID, from: CivilDate, until: CivilDate, in transaction: any Transaction
    ) throws -> [StatementLine] {
        try lines(
            """
            \(here) AND connection_id = \(connection) AND is_newest = 1 AND day >= \(from.daysSince1970)
            AND day <= \(until.daysSince1970)
            """, in: transaction)
    }

    /// What one run found, newest day first.
    package func lines(
        of run: ReconciliationID, in transaction: any Transaction
    ) throws -> [StatementLine] {
        try lines("\(here) AND reconciliation_id = \(run)", in: transaction)
    }

    private func lines(_ condition: SQL, in transaction: any Transaction) throws -> [StatementLine] {
        try transaction.all(
            """
            SELECT stream, day, there, here, beyond, differences, repaired, sampled, error_code, error_pt, error_es,
                   error_en
            FROM statement_lines WHERE \(condition) ORDER BY day DESC, stream
            """
        ) { row in
            var line = StatementLine(
                stream: try row.word(0), day: CivilDate(daysSince1970: try row.int(1)),
                there: try row.optionalInteger(2).map(Int.init), here: try row.int(3))
            line.beyond = try row.int(4)
            line.differences = try row.int(5)
            line.repaired = try row.int(6)
            line.sampled = try row.int(7)
            if !row.isNull(8) { line.trouble = try Trouble(row, from: 8) }
            return line
        }
    }

    /// The differences of one run, newest day first.
    package func differences(
        of run: ReconciliationID, limit: Int, in transaction: any Transaction
    ) throws -> [NamedDifference] {
        try transaction.all(
            """
            SELECT \(NamedDifference.columns) FROM statement_differences d
            WHERE d.organization_id = \(scope.organizationID) AND d.reconciliation_id = \(run)
            ORDER BY d.day DESC, d.external_id LIMIT \(limit)
            """, NamedDifference.init(row:))
    }

    /// The differences behind the last words about the days of a span, newest day first.
    package func newestDifferences(
        of connection: ConnectionID, from: CivilDate, until: CivilDate, limit: Int, in transaction: any Transaction
    ) throws -> [NamedDifference] {
        try transaction.all(
            """
            SELECT \(NamedDifference.columns)
            FROM statement_lines l
            JOIN statement_differences d ON d.organization_id = l.organization_id
                AND d.reconciliation_id = l.reconciliation_id AND d.stream = l.stream AND d.day = l.day
            WHERE l.organization_id = \(scope.organizationID) AND l.connection_id = \(connection) AND l.is_newest = 1
                AND l.day >= \(from.daysSince1970) AND l.day <= \(until.daysSince1970) AND l.differences > 0
            ORDER BY d.day DESC, d.external_id LIMIT \(limit)
            """, NamedDifference.init(row:))
    }

    private static let lineColumns = [
        BulkColumn("organization_id", .key), BulkColumn("reconciliation_id", .key), BulkColumn("stream", .key),
        BulkColumn("day", .integer), BulkColumn("connection_id", .key), BulkColumn("there", .integer),
        BulkColumn("here", .integer), BulkColumn("beyond", .integer), BulkColumn("differences", .integer),
        BulkColumn("repaired", .integer), BulkColumn("sampled", .integer), BulkColumn("verdict", .key),
        BulkColumn("is_newest", .integer), BulkColumn("error_code", .key), BulkColumn("error_pt", .text),
        BulkColumn("error_es", .text), BulkColumn("error_en", .text),
    ]

    private static let differenceColumns = [
        BulkColumn("organization_id", .key), BulkColumn("reconciliation_id", .key), BulkColumn("stream", .key),
        BulkColumn("day", .integer), BulkColumn("external_id", .key), BulkColumn("kind", .key),
        BulkColumn("outcome", .key), BulkColumn("has_there", .integer), BulkColumn("there_day", .integer),
        BulkColumn("there_status", .key), BulkColumn("there_amount", .integer), BulkColumn("there_units", .integer),
        BulkColumn("has_here", .integer), BulkColumn("here_day", .integer), BulkColumn("here_status", .key),
        BulkColumn("here_amount", .integer), BulkColumn("here_units", .integer), BulkColumn("currency", .key),
        BulkColumn("scale", .integer), BulkColumn("error_code", .key), BulkColumn("error_pt", .text),
        BulkColumn("error_es", .text), BulkColumn("error_en", .text),
    ]
}

extension NamedDifference {
    fileprivate static let columns: SQL = """
        d.stream, d.external_id, d.day, d.kind, d.outcome, d.has_there, d.there_day, d.there_status, d.there_amount,
        d.there_units, d.has_here, d.here_day, d.here_status, d.here_amount, d.here_units, d.currency, d.scale,
        d.error_code, d.error_pt, d.error_es, d.error_en
        """

    fileprivate init(row: Row) throws {
        func side(_ column: Int) throws -> Side? {
            guard try row.bool(column) else { return nil }
            let outline = OrderOutline(
                platformStatus: try row.optionalText(column + 2), amount: try row.optionalInteger(column + 3),
                units: try row.optionalInteger(column + 4))
            return Side(day: try row.optionalDay(column + 1), outline: outline)
        }
        self.init(
            stream: try row.word(0), externalID: try row.text(1), day: CivilDate(daysSince1970: try row.int(2)),
            kind: try row.word(3), outcome: try row.word(4), there: try side(5), here: try side(10),
            currency: try row.optionalText(15), scale: try row.optionalInteger(16).map(Int.init),
            trouble: row.isNull(17) ? nil : try Trouble(row, from: 17))
    }
}
