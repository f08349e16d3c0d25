import Storage

/// Runs, their lines and the differences that they found.
enum ReconciliationMigrations {
    static let all: [Migration] = [
        Migration(33, "reconciliations", [runs, oneOpenRun, oneRunANight, lines, newestLines, differences])
    ]

    private static let runs: SQL = """
        CREATE TABLE reconciliations (
            organization_id \(type: .key) NOT NULL,
            id \(type: .key) NOT NULL,
            connection_id \(type: .key) NOT NULL,
            cause \(type: .key) NOT NULL CHECK (cause IN ('schedule', 'person')),
            scheduled_day \(type: .integer),
            state \(type: .key) NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
            from_day \(type: .integer),
            until_day \(type: .integer),
            time_zone \(type: .key) NOT NULL,
            requested_at \(type: .integer) NOT NULL,
            finished_at \(type: .integer),
            compared_until \(type: .integer),
            reaches_from \(type: .integer),
            beyond \(type: .integer) NOT NULL DEFAULT 0,
            days_total \(type: .integer) NOT NULL DEFAULT 0,
            days_done \(type: .integer) NOT NULL DEFAULT 0,
            requests \(type: .integer) NOT NULL DEFAULT 0,
            sampled \(type: .integer) NOT NULL DEFAULT 0,
            verdict \(type: .key) CHECK (verdict IN ('agrees', 'repaired', 'differs', 'incomplete')),
            lease_token \(type: .integer) NOT NULL DEFAULT 0,
            free_at \(type: .integer) NOT NULL,
            error_code \(type: .key),
            error_pt \(type: .text),
            error_es \(type: .text),
            error_en \(type: .text),
            PRIMARY KEY (organization_id, id),
            FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id),
            CHECK (from_day <= until_day),
            CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL)),
            CHECK ((state = 'done') = (verdict IS NOT NULL)),
            CHECK ((state = 'failed') = (error_code IS NOT NULL))
        )
        """

    private static let oneOpenRun: SQL = """
        CREATE UNIQUE INDEX reconciliations_open ON reconciliations (organization_id, connection_id)
        WHERE state IN ('queued', 'running')
        """

    /// However many nodes look at the clock.
    private static let oneRunANight: SQL = """
        CREATE UNIQUE INDEX reconciliations_by_night ON reconciliations (organization_id, connection_id, scheduled_day)
        WHERE scheduled_day IS NOT NULL
        """

    /// `is_newest` marks the last word about a day, so that a statement reads no line twice.
    private static let lines: SQL = """
        CREATE TABLE statement_lines (
            organization_id \(type: .key) NOT NULL,
            reconciliation_id \(type: .key) NOT NULL,
            connection_id \(type: .key) NOT NULL,
            stream \(type: .key) NOT NULL,
            day \(type: .integer) NOT NULL,
            there \(type: .integer) CHECK (there >= 0),
            here \(type: .integer) NOT NULL CHECK (here >= 0),
            beyond \(type: .integer) NOT NULL CHECK (beyond >= 0),
            differences \(type: .integer) NOT NULL CHECK (differences >= 0),
            repaired \(type: .integer) NOT NULL CHECK (repaired >= 0 AND repaired <= differences),
            sampled \(type: .integer) NOT NULL CHECK (sampled >= 0),
            verdict \(type: .key) NOT NULL
                CHECK (verdict IN ('equal', 'repaired', 'different', 'not_compared', 'beyond')),
            is_newest \(type: .integer) NOT NULL CHECK (is_newest IN (0, 1)),
            error_code \(type: .key),
            error_pt \(type: .text),
            error_es \(type: .text),
            error_en \(type: .text),
            PRIMARY KEY (organization_id, reconciliation_id, stream, day),
            FOREIGN KEY (organization_id, reconciliation_id) REFERENCES reconciliations (organization_id, id)
                ON DELETE CASCADE,
            CHECK ((verdict = 'not_compared') = (error_code IS NOT NULL))
        )
        """

    private static let newestLines: SQL = """
        CREATE INDEX statement_lines_newest ON statement_lines (organization_id, connection_id, stream, day)
        WHERE is_newest = 1
        """

    private static let differences: SQL = """
        CREATE TABLE statement_differences (
            organization_id \(type: .key) NOT NULL,
            reconciliation_id \(type: .key) NOT NULL,
            stream \(type: .key) NOT NULL,
            day \(type: .integer) NOT NULL,
            external_id \(type: .key) NOT NULL,
            kind \(type: .key) NOT NULL CHECK (kind IN ('missing_here', 'missing_there', 'day', 'status', 'value',
                'items', 'content')),
            outcome \(type: .key) NOT NULL CHECK (outcome IN ('repaired', 'kept', 'failed')),
            has_there \(type: .integer) NOT NULL CHECK (has_there IN (0, 1)),
            there_day \(type: .integer),
            there_status \(type: .key),
            there_amount \(type: .integer),
            there_units \(type: .integer),
            has_here \(type: .integer) NOT NULL CHECK (has_here IN (0, 1)),
            here_day \(type: .integer),
            here_status \(type: .key),
            here_amount \(type: .integer),
            here_units \(type: .integer),
            currency \(type: .key),
            scale \(type: .integer),
            error_code \(type: .key),
            error_pt \(type: .text),
            error_es \(type: .text),
            error_en \(type: .text),
            PRIMARY KEY (organization_id, reconciliation_id, stream, day, external_id),
            FOREIGN KEY (organization_id, reconciliation_id) REFERENCES reconciliations (organization_id, id)
                ON DELETE CASCADE,
            CHECK ((outcome = 'failed') = (error_code IS NOT NULL))
        )
        """
}
