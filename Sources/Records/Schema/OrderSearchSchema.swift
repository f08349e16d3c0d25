import Storage

/// What lists of orders walk and what they are found by.
enum OrderSearchSchema {
    static let statements: [SQL] = [
        "CREATE INDEX orders_by_time ON orders (organization_id, placed_at, id)",
        "CREATE INDEX orders_by_connection ON orders (organization_id, connection_id, placed_at, id)",
        "CREATE INDEX orders_by_status ON orders (organization_id, status, placed_at, id)",
        terms, termsByTerm, fillings, fillAll,
    ]

    /// Words of an order's numbers and, marked so, of its person. No foreign key: nothing but these words is lost with
    /// them, they are written with the order, and checking each would slow a backfill.
    private static let terms: SQL = """
        CREATE TABLE order_terms (
            organization_id \(type: .key) NOT NULL,
            order_id \(type: .key) NOT NULL,
            term \(type: .key) NOT NULL,
            is_personal \(type: .integer) NOT NULL CHECK (is_personal IN (0, 1)),
            PRIMARY KEY (organization_id, order_id, term)
        )\(clustered: ())
        """

    private static let termsByTerm: SQL =
        "CREATE INDEX order_terms_by_term ON order_terms (organization_id, term, is_personal, order_id)"

    /// How far the filling of orders from before the search has come; a row for each organization that is not done.
    private static let fillings: SQL = """
        CREATE TABLE order_term_fillings (
            organization_id \(type: .key) NOT NULL PRIMARY KEY REFERENCES organizations (id),
            position \(type: .key) NOT NULL
        )
        """

    private static let fillAll: SQL =
        "INSERT INTO order_term_fillings (organization_id, position) SELECT id, '' FROM organizations"
}
