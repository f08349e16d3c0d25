import Storage

/// What closes carts: whose orders are whose, and which order closed which cart.
enum CartSchema {
    static let statements: [SQL] = [
        "ALTER TABLE orders ADD COLUMN profile_id \(type: .key)", ordersByProfile, standings, standingsByProfile,
        "ALTER TABLE order_term_fillings RENAME TO order_fillings", fillAgain,
    ]

    /// By the platform's number, not by the order's id: which of two orders of one moment comes first must not depend on
    /// which came in first.
    private static let ordersByProfile: SQL = """
        CREATE INDEX orders_by_profile ON orders (organization_id, connection_id, profile_id, placed_at, external_id)
        WHERE profile_id IS NOT NULL
        """

    /// Carts whose owner and moment of leaving the platform tells.
    private static let standings: SQL = """
        CREATE TABLE cart_standings (
            organization_id \(type: .key) NOT NULL,
            record_id \(type: .key) NOT NULL,
            connection_id \(type: .key) NOT NULL,
            profile_id \(type: .key) NOT NULL,
            left_at \(type: .integer) NOT NULL,
            closed_by \(type: .key),
            closed_number \(type: .key),
            closed_at \(type: .integer),
            PRIMARY KEY (organization_id, record_id),
            FOREIGN KEY (organization_id, record_id) REFERENCES records (organization_id, id) ON DELETE CASCADE,
            CHECK ((closed_by IS NULL) = (closed_number IS NULL)),
            CHECK ((closed_by IS NULL) = (closed_at IS NULL))
        ) \(clustered: ())
        """

    private static let standingsByProfile: SQL =
        "CREATE INDEX cart_standings_by_profile ON cart_standings (organization_id, connection_id, profile_id)"

    /// Orders from before there were profile ids beside them get theirs as they once got their words.
    private static let fillAgain: SQL = """
        INSERT INTO order_fillings (organization_id, position) SELECT id, '' FROM organizations WHERE true
        ON CONFLICT (organization_id) DO UPDATE SET position = ''
        """
}
