import Storage

extension DailyTotals {
    /// `daily_order_entries` says what each order counts for now: the natural key that makes a repeated change harmless,
    /// and what a correction takes back. `daily_order_totals` is their sum by day.
    static let migrations: [Migration] = [
        Migration(
            18, "daily totals",
            [
                """
                CREATE TABLE daily_order_entries (
                    organization_id \(type: .key) NOT NULL,
                    order_id \(type: .key) NOT NULL,
                    connection_id \(type: .key) NOT NULL,
                    day \(type: .integer) NOT NULL,
                    currency \(type: .key) NOT NULL,
                    scale \(type: .integer) NOT NULL,
                    amount \(type: .integer) NOT NULL,
                    PRIMARY KEY (organization_id, order_id),
                    FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id)
                )
                """,
                """
                CREATE TABLE daily_order_totals (
                    organization_id \(type: .key) NOT NULL,
                    connection_id \(type: .key) NOT NULL,
                    day \(type: .integer) NOT NULL,
                    currency \(type: .key) NOT NULL,
                    scale \(type: .integer) NOT NULL,
                    orders \(type: .integer) NOT NULL CHECK (orders >= 0),
                    amount \(type: .integer) NOT NULL,
                    PRIMARY KEY (organization_id, connection_id, day, currency, scale),
                    FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id)
                )
                """,
            ])
    ]
}
