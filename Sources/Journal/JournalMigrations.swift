import Storage

/// The journal's tables: numbers 1 to 4 of the schema, 26, and 31.
package enum JournalMigrations {
    package static let all: [Migration] =
        [
            Migration(
                1, "audit chain",
                [
                    """
                    CREATE TABLE audit_entries (
                        organization_id \(type: .key) NOT NULL,
                        number \(type: .integer) NOT NULL CHECK (number > 0),
                        recorded_at \(type: .integer) NOT NULL,
                        actor \(type: .key) NOT NULL,
                        action \(type: .key) NOT NULL,
                        subject \(type: .key) NOT NULL,
                        details \(type: .text) NOT NULL,
                        previous_hash \(type: .bytes) NOT NULL,
                        hash \(type: .bytes) NOT NULL,
                        PRIMARY KEY (organization_id, number)
                    )
                    """,
                    """
                    CREATE TABLE audit_heads (
                        organization_id \(type: .key) NOT NULL PRIMARY KEY,
                        number \(type: .integer) NOT NULL,
                        hash \(type: .bytes) NOT NULL
                    )
                    """,
                ]),
            Migration(
                2, "vault keys",
                [
                    """
                    CREATE TABLE vault_keys (
                        organization_id \(type: .key) NOT NULL,
                        number \(type: .integer) NOT NULL CHECK (number > 0),
                        master_key_id \(type: .key) NOT NULL,
                        wrapped \(type: .bytes) NOT NULL,
                        created_at \(type: .integer) NOT NULL,
                        PRIMARY KEY (organization_id, number)
                    )
                    """
                ]),
            Migration(
                3, "vault secrets",
                [
                    """
                    CREATE TABLE vault_secrets (
                        organization_id \(type: .key) NOT NULL,
                        owner \(type: .key) NOT NULL,
                        field \(type: .key) NOT NULL,
                        key_number \(type: .integer) NOT NULL,
                        sealed \(type: .bytes) NOT NULL,
                        stored_at \(type: .integer) NOT NULL,
                        PRIMARY KEY (organization_id, owner, field),
                        FOREIGN KEY (organization_id, key_number) REFERENCES vault_keys (organization_id, number)
                    )
                    """
                ]),
            Migration(4, "vault rotation", ["CREATE INDEX vault_keys_by_master_key ON vault_keys (master_key_id)"]),
        ] + IdempotentDeeds.migrations + AuditChain.checkMigrations
}
