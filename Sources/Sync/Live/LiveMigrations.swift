import Storage

/// The tables of what platforms tell by themselves.
enum LiveMigrations {
    static let all: [Migration] = [live]

    private static let live = Migration(
        34, "live",
        [
            """
            CREATE TABLE live_connections (
                organization_id \(type: .key) NOT NULL,
                connection_id \(type: .key) NOT NULL,
                wanted \(type: .key) NOT NULL CHECK (wanted IN ('hook', 'feed')),
                mode \(type: .key) NOT NULL CHECK (mode IN ('hook', 'feed', 'sweep')),
                public_url \(type: .text),
                started_at \(type: .integer) NOT NULL,
                feed_set_at \(type: .integer),
                last_hook_at \(type: .integer),
                last_feed_at \(type: .integer),
                polled_at \(type: .integer) NOT NULL,
                guarded_at \(type: .integer) NOT NULL,
                sweep_found \(type: .integer) NOT NULL DEFAULT 0,
                unknown_states \(type: .integer) NOT NULL DEFAULT 0,
                unknown_state \(type: .text),
                PRIMARY KEY (organization_id, connection_id),
                FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id),
                CHECK (wanted <> 'hook' OR public_url IS NOT NULL)
            )
            """,
            """
            CREATE TABLE hook_doors (
                organization_id \(type: .key) NOT NULL,
                connection_id \(type: .key) NOT NULL,
                path_digest \(type: .bytes) NOT NULL,
                secret_digest \(type: .bytes) NOT NULL,
                made_at \(type: .integer) NOT NULL,
                PRIMARY KEY (organization_id, connection_id, path_digest),
                UNIQUE (path_digest),
                FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id)
            )
            """,
            """
            CREATE TABLE event_inbox (
                organization_id \(type: .key) NOT NULL,
                connection_id \(type: .key) NOT NULL,
                stream \(type: .key) NOT NULL,
                external_id \(type: .key) NOT NULL,
                state \(type: .text) NOT NULL,
                source \(type: .key) NOT NULL CHECK (source IN ('hook', 'feed')),
                happened_at \(type: .integer),
                times \(type: .integer) NOT NULL CHECK (times > 0),
                news \(type: .integer) NOT NULL CHECK (news > 0),
                first_seen_at \(type: .integer) NOT NULL,
                last_seen_at \(type: .integer) NOT NULL,
                due_at \(type: .integer) NOT NULL,
                attempts \(type: .integer) NOT NULL DEFAULT 0,
                leased_until \(type: .integer),
                lease_token \(type: .integer) NOT NULL DEFAULT 0,
                PRIMARY KEY (organization_id, connection_id, stream, external_id),
                FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id)
            )
            """,
            """
            CREATE INDEX event_inbox_due ON event_inbox (organization_id, connection_id, stream, due_at)
            """,
            """
            CREATE TABLE live_findings (
                organization_id \(type: .key) NOT NULL,
                connection_id \(type: .key) NOT NULL,
                code \(type: .key) NOT NULL,
                since \(type: .integer) NOT NULL,
                text_pt \(type: .text) NOT NULL,
                text_es \(type: .text) NOT NULL,
                text_en \(type: .text) NOT NULL,
                remedy_pt \(type: .text),
                remedy_es \(type: .text),
                remedy_en \(type: .text),
                PRIMARY KEY (organization_id, connection_id, code),
                FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id)
            )
            """,
        ])
}
