import Storage

extension AppKeys {
    /// The epoch grows with every change that could make a key mean less: nodes look at this one row to know that what
    /// they remember still holds.
    static let tables: [SQL] = [
        """
        CREATE TABLE app_keys (
            organization_id \(type: .key) NOT NULL,
            id \(type: .key) NOT NULL,
            token_hash \(type: .bytes) NOT NULL UNIQUE,
            label \(type: .text) NOT NULL,
            permissions \(type: .key) NOT NULL,
            state \(type: .key) NOT NULL CHECK (state IN ('active', 'inactive')),
            created_at \(type: .integer) NOT NULL,
            created_by \(type: .key) NOT NULL,
            expires_at \(type: .integer),
            last_used_at \(type: .integer),
            PRIMARY KEY (organization_id, id)
        )
        """,
        """
        CREATE TABLE app_key_epoch (
            one \(type: .integer) NOT NULL PRIMARY KEY CHECK (one = 1),
            number \(type: .integer) NOT NULL
        )
        """,
        "INSERT INTO app_key_epoch (one, number) VALUES (1, 1)",
    ]
}
