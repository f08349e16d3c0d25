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
}

extension OrderRecords {
    /// The orders among `ids` that are stored; in no order.
    package func summaries(of ids: [OrderID], in transaction: any Transaction) throws -> [OrderSummary] {
        try transaction.all(
            """
            SELECT id, connection_id, external_id, status, placed_at, total_amount, total_currency, total_scale
            FROM orders WHERE organization_id = \(scope.organizationID) AND id \(anyOf: ids.map(\.text))
            """
        ) { row in
            OrderSummary(
                id: try row.id(0), connectionID: try row.id(1), externalID: try row.text(2),
                // A word that a newer Ponte wrote reads as a status that this one does not know.
                status: OrderStatus(rawValue: try row.text(3)) ?? .other, placedAt: try row.instant(4),
                total: Money(amount: try row.integer(5), currency: try row.text(6), scale: try row.int(7)))
        }
    }
}
