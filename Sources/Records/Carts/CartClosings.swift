import Basics
import Commerce
import Storage

/// Decides which order closed a cart: the first that the same person placed in the same store since the cart was left.
///
/// A function of what is stored, so that it does not matter whether the cart or the order comes in first, nor in which
/// order orders do. An order that was begun and never finished closes nothing; one that was canceled later did.
struct CartClosings {
    let scope: OrganizationScope

    init(_ scope: OrganizationScope) { self.scope = scope }

    /// Notes whose carts these are, and looks whether an order closed them.
    ///
    /// - Returns: what changed, for the log.
    func settle(
        _ carts: [RecordID: LeftCart], of connection: ConnectionID, in transaction: any Transaction
    ) throws -> [NewChange] {
        guard !carts.isEmpty else { return [] }
        var rows = BulkRows(columns: Self.keys + Self.owner, capacity: carts.count)
        let ids = carts.keys.sorted()
        for id in ids {
            guard let cart = carts[id] else { continue }
            rows.append(
                scope.organizationID.sqlValue, id.sqlValue, connection.sqlValue, .text(cart.profileID),
                cart.leftAt.sqlValue)
        }
        try transaction.insert(rows, into: "cart_standings", onConflict: .update(key: Self.keys.map(\.name)))
        let these: SQL = "c.record_id \(anyOf: ids.map(\.text))"
        return try settle("cart_standings c", where: these, of: connection, in: transaction)
    }

    /// Looks at the carts of people who ordered.
    ///
    /// - Parameter profiles: profile ids of orders that were written.
    /// - Returns: what changed, for the log.
    func settle(
        ordersOf profiles: Set<String>, of connection: ConnectionID, in transaction: any Transaction
    ) throws -> [NewChange] {
        guard !profiles.isEmpty else { return [] }
        // Left to itself, SQLite walks all carts of the organization.
        let carts: SQL = "cart_standings c\(indexedBy: "cart_standings_by_profile")"
        let theirs: SQL = "c.profile_id \(anyOf: profiles.sorted())"
        return try settle(carts, where: theirs, of: connection, in: transaction)
    }

    private static let keys = [BulkColumn("organization_id", .key), BulkColumn("record_id", .key)]
    private static let owner = [
        BulkColumn("connection_id", .key), BulkColumn("profile_id", .key), BulkColumn("left_at", .integer),
    ]
    private static let closing = [
        BulkColumn("closed_by", .key), BulkColumn("closed_number", .key), BulkColumn("closed_at", .integer),
    ]

    private struct Cart {
        let id: RecordID
        let leftAt: Instant
        let version: Int64
        let changedAt: Instant
        let stored: CartClosing?
        let found: CartClosing?
    }

    private func settle(
        _ carts: SQL, where which: SQL, of connection: ConnectionID, in transaction: any Transaction
    ) throws -> [NewChange] {
        let found = try found(carts, where: which, of: connection, in: transaction)
        let differing = found.filter { $0.stored != $0.found }
        guard !differing.isEmpty else { return [] }
        var standings = BulkRows(columns: Self.keys + Self.closing, capacity: differing.count)
        var records = BulkRows(
            columns: [
                BulkColumn("organization_id", .key), BulkColumn("id", .key), BulkColumn("version", .integer),
                BulkColumn("changed_at", .integer),
            ], capacity: differing.count)
        var changes: [NewChange] = []
        for cart in differing.sorted(by: { $0.id < $1.id }) {
            let organization = scope.organizationID.sqlValue
            let occurredAt = cart.found?.closedAt ?? cart.leftAt
            standings.append(
                organization, cart.id.sqlValue, (cart.found?.order.text).sqlValue, (cart.found?.number).sqlValue,
                (cart.found?.closedAt).sqlValue)
            records.append(
                organization, cart.id.sqlValue, .integer(cart.version + 1), max(cart.changedAt, occurredAt).sqlValue)
            changes.append(
                NewChange(
                    recordKind: RecordKind.cart.rawValue, recordID: cart.id.text, connectionID: connection,
                    version: cart.version + 1,
                    facts: [Change.Fact(field: "closedBy", from: cart.stored?.number, to: cart.found?.number)],
                    cause: .platform, occurredAt: occurredAt))
        }
        try transaction.update("cart_standings", with: standings, keyCount: 2)
        try transaction.update("records", with: records, keyCount: 2)
        return changes
    }

    private func found(
        _ carts: SQL, where which: SQL, of connection: ConnectionID, in transaction: any Transaction
    ) throws -> [Cart] {
        try transaction.all(
            """
            SELECT c.record_id, c.left_at, r.version, r.changed_at, c.closed_by, c.closed_number, c.closed_at,
                   o.id, o.external_id, o.placed_at
            FROM \(carts)
            JOIN records r ON r.organization_id = c.organization_id AND r.id = c.record_id
            LEFT JOIN orders o ON o.organization_id = c.organization_id AND o.id = (
                SELECT f.id FROM orders f\(indexedBy: "orders_by_profile")
                WHERE f.organization_id = c.organization_id AND f.connection_id = c.connection_id
                    AND f.profile_id = c.profile_id AND f.placed_at >= c.left_at
                    AND f.status <> \(OrderStatus.incomplete.rawValue)
                ORDER BY f.placed_at, f.external_id LIMIT 1)
            WHERE c.organization_id = \(scope.organizationID) AND c.connection_id = \(connection) AND \(which)
            """
        ) { row in
            Cart(
                id: try row.id(0), leftAt: try row.instant(1), version: try row.integer(2),
                changedAt: try row.instant(3), stored: try CartClosing(row, from: 4),
                found: try CartClosing(row, from: 7))
        }
    }
}
