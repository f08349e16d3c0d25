import Storage

extension IdempotentDeeds {
    static let migrations: [Migration] = [
        Migration(
            26, "idempotent deeds",
            [
                """
                CREATE TABLE idempotent_deeds (
                    organization_id \(type: .key) NOT NULL,
                    caller \(type: .key) NOT NULL,
                    route \(type: .key) NOT NULL,
                    deed_key \(type: .key) NOT NULL,
                    request_hash \(type: .bytes) NOT NULL,
                    leased_until \(type: .integer) NOT NULL,
                    created_at \(type: .integer) NOT NULL,
                    status \(type: .integer),
                    body \(type: .bytes),
                    PRIMARY KEY (organization_id, caller, route, deed_key),
                    CHECK ((status IS NULL) = (body IS NULL))
                )
                """,
                "CREATE INDEX idempotent_deeds_by_age ON idempotent_deeds (organization_id, created_at)",
            ])
    ]
}
