import Basics
import Commerce
import Storage

/// What sums and lists need of an order, without its documents.
package struct OrderSummary: Hashable, Sendable {
    package let id: OrderID
    package let connectionID: ConnectionID
    package let status: OrderStatus
    package let placedAt: Instant
    package let total: Money
}

extension OrderRecords {
    /// The orders of these ids, in the order of their ids; those that are not stored are left out.
    package func summaries(of ids: [OrderID], in transaction: any Transaction) throws -> [OrderSummary] {
        try transaction.all(
            """
            SELECT id, connection_id, status, placed_at, total_amount, total_currency, total_scale FROM orders
            WHERE organization_id = \(scope.organizationID) AND id \(anyOf: ids.map(\.text)) ORDER BY id
            """
        ) { row in
            OrderSummary(
                id: try row.id(0), connectionID: try row.id(1), status: OrderStatus(rawValue: try row.text(2)) ?? .other,
                placedAt: try row.instant(3),
                total: Money(amount: try row.integer(4), currency: try row.text(5), scale: try row.int(6)))
        }
    }
}
