import Storage

/// How many orders each connection has: a number that is kept, so that showing it costs the same however many there are.
enum OrderCounts {
    static let statements: [SQL] = [
        """
        CREATE TABLE order_counts (
            organization_id \(type: .key) NOT NULL,
            connection_id \(type: .key) NOT NULL,
            orders \(type: .integer) NOT NULL CHECK (orders >= 0),
            PRIMARY KEY (organization_id, connection_id),
            FOREIGN KEY (organization_id, connection_id) REFERENCES connections (organization_id, id)
        )
        """,
        """
        INSERT INTO order_counts (organization_id, connection_id, orders)
        SELECT organization_id, connection_id, COUNT(*) FROM orders GROUP BY organization_id, connection_id
        """,
    ]

    /// Counts orders that came into the table in the same transaction.
    static func add(
        _ created: Int, of connection: ConnectionID, in scope: OrganizationScope, _ transaction: any Transaction
    ) throws {
        guard created > 0 else { return }
        try transaction.execute(
            """
            INSERT INTO order_counts (organization_id, connection_id, orders)
            VALUES (\(scope.organizationID), \(connection), \(created))
            ON CONFLICT (organization_id, connection_id) DO UPDATE SET orders = order_counts.orders + excluded.orders
            """)
    }
}
