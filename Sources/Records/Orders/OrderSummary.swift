import Basics
import Commerce
import Storage

/// What an order's own columns tell: enough to count and sum by, without reading its document.
package struct OrderSummary: Hashable, Sendable {
    package let id: OrderID
    package let connectionID: ConnectionID
    package let externalID: String
    package let status: OrderStatus
    package let placedAt: Instant
    package let total: Money

    package init(
        id: OrderID, connectionID: ConnectionID, externalID: String, status: OrderStatus, placedAt: Instant,
        total: Money
    ) {
        self.id = id
        self.connectionID = connectionID
        self.externalID = externalID
        self.status = status
        self.placedAt = placedAt
        self.total = total
    }
}

extension OrderRecords {
    private static let columns: SQL =
        "id, connection_id, external_id, status, placed_at, total_amount, total_currency, total_scale"

    /// The orders among `ids` that are stored; in no order.
    package func summaries(of ids: [OrderID], in transaction: any Transaction) throws -> [OrderSummary] {
        try transaction.all(
            """
            SELECT \(Self.columns) FROM orders
            WHERE organization_id = \(scope.organizationID) AND id \(anyOf: ids.map(\.text))
            """, OrderSummary.init(row:))
    }

    /// What somebody ordered in one store, the newest first.
    ///
    /// - Parameter profileID: as `OrderCustomer.profileID`.
    package func summaries(
        ofProfile profileID: String, of connection: ConnectionID, limit: Int, in transaction: any Transaction
    ) throws -> [OrderSummary] {
        try transaction.all(
            """
            SELECT \(Self.columns) FROM orders\(indexedBy: "orders_by_profile")
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                AND profile_id = \(profileID)
            ORDER BY placed_at DESC, external_id DESC LIMIT \(limit)
            """, OrderSummary.init(row:))
    }
}

extension OrderSummary {
    init(row: Row) throws {
        self.init(
            id: try row.id(0), connectionID: try row.id(1), externalID: try row.text(2),
            // A word that a newer Ponte wrote reads as a status that this one does not know.
            status: OrderStatus(rawValue: try row.text(3)) ?? .other, placedAt: try row.instant(4),
            total: Money(amount: try row.integer(5), currency: try row.text(6), scale: try row.int(7)))
    }
}
