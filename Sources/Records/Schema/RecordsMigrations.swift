import Storage

/// The records' tables: numbers 5 to 12, 25, 27 to 30, 32, 35 to 37, 40 and 41 of the schema.
package enum RecordsMigrations {
    package static let all: [Migration] = [
        Migration(5, "agencies", [agencies]),
        Migration(6, "organizations", [organizations, organizationTerms, organizationTermsByTerm]),
        Migration(7, "connections", [connections]),
        Migration(8, "change log", [changeHeads, changes]),
        Migration(9, "log cursors", [logCursors]),
        Migration(10, "orders", [orders, undeliveredOrders]),
        Migration(11, "order documents", [orderDocuments]),
        Migration(12, "order payloads", [payloadTemplates, orderPayloads, supersededPayloads]),
        Migration(25, "order search", OrderSearchSchema.statements),
        Migration(
            27, "changes by record",
            ["CREATE INDEX changes_by_record ON changes (organization_id, record_id, number)"]),
        Migration(28, "order counts", OrderCounts.statements),
        Migration(29, "connection drafts", Connections.drafts),
        Migration(30, "key checks", KeyChecks.tables),
        Migration(32, "documents by themselves", documentsByThemselves),
        Migration(35, "records", RecordSchema.records),
        Migration(36, "record search", RecordSchema.words),
        Migration(37, "record sources", RecordSchema.sources),
        Migration(40, "carts and their orders", CartSchema.statements),
        Migration(41, "one person", PeopleSchema.statements),
    ]

    private static let agencies: SQL = """
        CREATE TABLE agencies (
            id \(type: .key) NOT NULL PRIMARY KEY,
            name \(type: .text) NOT NULL,
            created_at \(type: .integer) NOT NULL
        )
        """

    private static let organizations: SQL = """
        CREATE TABLE organizations (
            id \(type: .key) NOT NULL PRIMARY KEY,
            agency_id \(type: .key) NOT NULL REFERENCES agencies (id),
            name \(type: .text) NOT NULL,
            folded_name \(type: .key) NOT NULL CHECK (folded_name <> ''),
            created_at \(type: .integer) NOT NULL,
            UNIQUE (agency_id, folded_name)
        )
        """

    private static let organizationTerms: SQL = """
        CREATE TABLE organization_terms (
            organization_id \(type: .key) NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
            term \(type: .key) NOT NULL,
            PRIMARY KEY (organization_id, term)
        )
        """

    private static let organizationTermsByTerm: SQL =
        "CREATE INDEX organization_terms_by_term ON organization_terms (term, organization_id)"

    private static let connections: SQL = """
        CREATE TABLE connections (
            organization_id \(type: .key) NOT NULL REFERENCES organizations (id),
            id \(type: .key) NOT NULL,
            platform \(type: .key) NOT NULL,
            account \(type: .key) NOT NULL,
            base_url \(type: .key) NOT NULL,
            app_key \(type: .key) NOT NULL,
            name \(type: .text) NOT NULL,
            time_zone \(type: .key) NOT NULL,
            state \(type: .key) NOT NULL CHECK (state IN ('active', 'paused', 'needs_attention')),
            attention_code \(type: .key),
            reason_pt \(type: .text),
            reason_es \(type: .text),
            reason_en \(type: .text),
            remedy_pt \(type: .text),
            remedy_es \(type: .text),
            remedy_en \(type: .text),
            created_at \(type: .integer) NOT NULL,
            PRIMARY KEY (organization_id, id),
            UNIQUE (organization_id, platform, account, base_url),
            CHECK ((state = 'needs_attention') = (attention_code IS NOT NULL)),
            CHECK ((attention_code IS NULL) = (reason_en IS NULL))
        )
        """

    /// The head of each log, a narrow row of its own: taking the next numbers locks nothing else.
    private static let changeHeads: SQL = """
        CREATE TABLE change_heads (
            organization_id \(type: .key) NOT NULL PRIMARY KEY REFERENCES organizations (id),
            head \(type: .integer) NOT NULL,
            compacted_through \(type: .integer) NOT NULL,
            CHECK (0 <= compacted_through AND compacted_through <= head)
        )
        """

    private static let changes: SQL = """
        CREATE TABLE changes (
            organization_id \(type: .key) NOT NULL REFERENCES change_heads (organization_id),
            number \(type: .integer) NOT NULL CHECK (number > 0),
            record_kind \(type: .key) NOT NULL,
            record_id \(type: .key) NOT NULL,
            connection_id \(type: .key),
            version \(type: .integer) NOT NULL,
            cause \(type: .key) NOT NULL,
            occurred_at \(type: .integer) NOT NULL,
            recorded_at \(type: .integer) NOT NULL,
            facts \(type: .text) NOT NULL,
            PRIMARY KEY (organization_id, number)
        ) \(clustered: ())
        """

    private static let logCursors: SQL = """
        CREATE TABLE log_cursors (
            organization_id \(type: .key) NOT NULL REFERENCES organizations (id),
            reader \(type: .key) NOT NULL,
            position \(type: .integer) NOT NULL CHECK (position >= 0),
            lease_token \(type: .integer) NOT NULL,
            leased_until \(type: .integer) NOT NULL,
            PRIMARY KEY (organization_id, reader)
        )
        """

    /// What lists and decisions need of an order; its documents have a table of their own, so that these rows are short.
    private static let orders: SQL = """
        CREATE TABLE orders (
            organization_id \(type: .key) NOT NULL,
            id \(type: .key) NOT NULL,
            connection_id \(type: .key) NOT NULL,
            external_id \(type: .key) NOT NULL,
            version \(type: .integer) NOT NULL CHECK (version > 0),
            status \(type: .key) NOT NULL,
            placed_at \(type: .integer) NOT NULL,
            changed_at \(type: .integer) NOT NULL,
            invoiced_at \(type: .integer),
            delivered_at \(type: .integer),
            total_amount \(type: .integer) NOT NULL,
            total_currency \(type: .key) NOT NULL,
            total_scale \(type: .integer) NOT NULL,
            mapper_version \(type: .integer) NOT NULL,
            source_changed_at \(type: .integer) NOT NULL,
            fetched_at \(type: .integer) NOT NULL,
            content_hash \(type: .bytes) NOT NULL,
            list_digest \(type: .key),
            PRIMARY KEY (organization_id, id),
            UNIQUE (organization_id, connection_id, external_id),
            FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id)
        ) \(clustered: ())
        """

    /// Invoiced and not delivered: what a sweep reads again.
    private static let undeliveredOrders: SQL = """
        CREATE INDEX orders_undelivered ON orders (organization_id, connection_id, external_id)
        WHERE invoiced_at IS NOT NULL AND delivered_at IS NULL
        """

    private static let orderDocuments: SQL = """
        CREATE TABLE order_documents (
            organization_id \(type: .key) NOT NULL,
            order_id \(type: .key) NOT NULL,
            core \(type: .bytes) NOT NULL,
            person \(type: .bytes),
            PRIMARY KEY (organization_id, order_id),
            FOREIGN KEY (organization_id, order_id) REFERENCES orders (organization_id, id) ON DELETE CASCADE
        )
        """

    /// What is handed out with a document lies beside it, so that one order is found by one key.
    private static let documentsByThemselves: [SQL] = [
        "ALTER TABLE order_documents ADD COLUMN connection_id \(type: .key) NOT NULL DEFAULT ''",
        "ALTER TABLE order_documents ADD COLUMN version \(type: .integer) NOT NULL DEFAULT 0",
        """
        UPDATE order_documents SET
            connection_id = (SELECT o.connection_id FROM orders o
                WHERE o.organization_id = order_documents.organization_id AND o.id = order_documents.order_id),
            version = (SELECT o.version FROM orders o
                WHERE o.organization_id = order_documents.organization_id AND o.id = order_documents.order_id)
        """,
    ]

    /// What payloads were compressed against: without it they cannot be read, so rows are never removed.
    private static let payloadTemplates: SQL = """
        CREATE TABLE payload_templates (
            organization_id \(type: .key) NOT NULL REFERENCES organizations (id),
            number \(type: .integer) NOT NULL CHECK (number > 0),
            body \(type: .bytes) NOT NULL,
            PRIMARY KEY (organization_id, number)
        )
        """

    /// Each different source of an order once, compressed. `superseded_at` is null for the one the order was made of.
    private static let orderPayloads: SQL = """
        CREATE TABLE order_payloads (
            organization_id \(type: .key) NOT NULL,
            order_id \(type: .key) NOT NULL,
            content_hash \(type: .bytes) NOT NULL,
            source_changed_at \(type: .integer) NOT NULL,
            fetched_at \(type: .integer) NOT NULL,
            superseded_at \(type: .integer),
            template \(type: .integer),
            body \(type: .bytes) NOT NULL,
            PRIMARY KEY (organization_id, order_id, content_hash),
            FOREIGN KEY (organization_id, order_id) REFERENCES orders (organization_id, id) ON DELETE CASCADE,
            FOREIGN KEY (organization_id, template) REFERENCES payload_templates (organization_id, number)
        )
        """

    private static let supersededPayloads: SQL = """
        CREATE INDEX order_payloads_superseded ON order_payloads (organization_id, superseded_at)
        WHERE superseded_at IS NOT NULL
        """
}
