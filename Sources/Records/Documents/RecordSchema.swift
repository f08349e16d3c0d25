import Storage

/// The tables of the records besides orders, all kinds in the same.
enum RecordSchema {
    static let records: [SQL] = [rows, byTime, byConnection, byParent, documents, counts]
    static let words: [SQL] = [terms, termsByTerm]
    static let sources: [SQL] = [payloads, superseded, versions]

    /// What lists and decisions need. `source_changed_at` is null where the platform does not tell; `changed_at` is when the
    /// record last changed as far as anybody knows, which lists are sorted by.
    private static let rows: SQL = """
        CREATE TABLE records (
            organization_id \(type: .key) NOT NULL,
            id \(type: .key) NOT NULL,
            connection_id \(type: .key) NOT NULL,
            kind \(type: .key) NOT NULL,
            external_id \(type: .key) NOT NULL,
            version \(type: .integer) NOT NULL CHECK (version > 0),
            changed_at \(type: .integer) NOT NULL,
            source_changed_at \(type: .integer),
            fetched_at \(type: .integer) NOT NULL,
            content_hash \(type: .bytes) NOT NULL,
            mapper_version \(type: .integer) NOT NULL,
            title \(type: .text),
            parent_kind \(type: .key),
            parent_external_id \(type: .key),
            facts \(type: .text) NOT NULL,
            deleted_at \(type: .integer),
            PRIMARY KEY (organization_id, id),
            UNIQUE (organization_id, connection_id, kind, external_id),
            FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id),
            CHECK ((parent_kind IS NULL) = (parent_external_id IS NULL))
        ) \(clustered: ())
        """

    private static let byTime: SQL = "CREATE INDEX records_by_time ON records (organization_id, kind, changed_at, id)"

    private static let byConnection: SQL =
        "CREATE INDEX records_by_connection ON records (organization_id, connection_id, kind, changed_at, id)"

    private static let byParent: SQL = """
        CREATE INDEX records_by_parent
            ON records (organization_id, connection_id, parent_kind, parent_external_id, kind, changed_at, id)
        WHERE parent_kind IS NOT NULL
        """

    private static let documents: SQL = """
        CREATE TABLE record_documents (
            organization_id \(type: .key) NOT NULL,
            record_id \(type: .key) NOT NULL,
            core \(type: .bytes) NOT NULL,
            person \(type: .bytes),
            PRIMARY KEY (organization_id, record_id),
            FOREIGN KEY (organization_id, record_id) REFERENCES records (organization_id, id) ON DELETE CASCADE
        )
        """

    /// Records that are not deleted: a number that is kept, so that showing it costs the same however many there are.
    private static let counts: SQL = """
        CREATE TABLE record_counts (
            organization_id \(type: .key) NOT NULL,
            connection_id \(type: .key) NOT NULL,
            kind \(type: .key) NOT NULL,
            records \(type: .integer) NOT NULL CHECK (records >= 0),
            PRIMARY KEY (organization_id, connection_id, kind),
            FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id)
        )
        """

    /// No foreign key: nothing but these words is lost with them, they are written with the record, and checking each would
    /// slow a walk.
    private static let terms: SQL = """
        CREATE TABLE record_terms (
            organization_id \(type: .key) NOT NULL,
            record_id \(type: .key) NOT NULL,
            term \(type: .key) NOT NULL,
            kind \(type: .key) NOT NULL,
            is_personal \(type: .integer) NOT NULL CHECK (is_personal IN (0, 1)),
            PRIMARY KEY (organization_id, record_id, term)
        )\(clustered: ())
        """

    private static let termsByTerm: SQL =
        "CREATE INDEX record_terms_by_term ON record_terms (organization_id, kind, term, is_personal, record_id)"

    /// Each different source of a record once, compressed. `superseded_at` is null for the one the record was made of.
    private static let payloads: SQL = """
        CREATE TABLE record_payloads (
            organization_id \(type: .key) NOT NULL,
            record_id \(type: .key) NOT NULL,
            content_hash \(type: .bytes) NOT NULL,
            source_changed_at \(type: .integer),
            fetched_at \(type: .integer) NOT NULL,
            superseded_at \(type: .integer),
            body \(type: .bytes) NOT NULL,
            PRIMARY KEY (organization_id, record_id, content_hash),
            FOREIGN KEY (organization_id, record_id) REFERENCES records (organization_id, id) ON DELETE CASCADE
        )
        """

    private static let superseded: SQL = """
        CREATE INDEX record_payloads_superseded ON record_payloads (organization_id, superseded_at)
        WHERE superseded_at IS NOT NULL
        """

    /// Each version as it was, of the kinds whose platform keeps the last one only.
    private static let versions: SQL = """
        CREATE TABLE record_versions (
            organization_id \(type: .key) NOT NULL,
            record_id \(type: .key) NOT NULL,
            version \(type: .integer) NOT NULL CHECK (version > 0),
            occurred_at \(type: .integer) NOT NULL,
            recorded_at \(type: .integer) NOT NULL,
            is_deleted \(type: .integer) NOT NULL CHECK (is_deleted IN (0, 1)),
            core \(type: .bytes) NOT NULL,
            person \(type: .bytes),
            PRIMARY KEY (organization_id, record_id, version),
            FOREIGN KEY (organization_id, record_id) REFERENCES records (organization_id, id) ON DELETE CASCADE
        )
        """
}
