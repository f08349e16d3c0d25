import Storage

extension KeyChecks {
    static let tables: [SQL] = [checks, answers]

    private static let checks: SQL = """
        CREATE TABLE key_checks (
            organization_id \(type: .key) NOT NULL,
            connection_id \(type: .key) NOT NULL,
            id \(type: .key) NOT NULL,
            recipe \(type: .key) NOT NULL,
            outcome \(type: .key) NOT NULL CHECK (outcome IN ('running', 'accepted', 'refused', 'failed')),
            started_at \(type: .integer) NOT NULL,
            deadline_at \(type: .integer) NOT NULL,
            finished_at \(type: .integer),
            code \(type: .key),
            reason_pt \(type: .text),
            reason_es \(type: .text),
            reason_en \(type: .text),
            remedy_pt \(type: .text),
            remedy_es \(type: .text),
            remedy_en \(type: .text),
            orders_total \(type: .integer) CHECK (orders_total >= 0),
            orders_oldest_at \(type: .integer),
            PRIMARY KEY (organization_id, connection_id),
            FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id) ON DELETE CASCADE,
            CHECK ((outcome = 'running') = (finished_at IS NULL)),
            CHECK ((outcome IN ('refused', 'failed')) = (code IS NOT NULL)),
            CHECK ((code IS NULL) = (reason_en IS NULL))
        )
        """

    private static let answers: SQL = """
        CREATE TABLE key_check_answers (
            organization_id \(type: .key) NOT NULL,
            connection_id \(type: .key) NOT NULL,
            capability \(type: .key) NOT NULL,
            verdict \(type: .key) NOT NULL CHECK (verdict IN ('granted', 'missing', 'unknown')),
            evidence \(type: .text),
            PRIMARY KEY (organization_id, connection_id, capability),
            FOREIGN KEY (organization_id, connection_id) REFERENCES key_checks (organization_id, connection_id)
                ON DELETE CASCADE
        )\(clustered: ())
        """
}
