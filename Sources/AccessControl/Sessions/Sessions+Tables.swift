import Storage

extension Sessions {
    static let tables: [SQL] = [
        """
        CREATE TABLE sign_in_sessions (
            id \(type: .key) NOT NULL PRIMARY KEY,
            member_id \(type: .key) NOT NULL REFERENCES members (id),
            token_hash \(type: .bytes) NOT NULL UNIQUE,
            address \(type: .text),
            agent \(type: .text),
            created_at \(type: .integer) NOT NULL,
            last_used_at \(type: .integer) NOT NULL
        )
        """,
        "CREATE INDEX sign_in_sessions_by_member ON sign_in_sessions (member_id, created_at)",
    ]
}
