import Basics
import Storage

/// The order that closed a cart.
package struct CartClosing: Hashable, Sendable {
    package let order: OrderID
    /// The platform's number of the order.
    package let number: String
    /// When the order was placed.
    package let closedAt: Instant

    package init(order: OrderID, number: String, closedAt: Instant) {
        self.order = order
        self.number = number
        self.closedAt = closedAt
    }

    /// Reads an order's id, number and moment from `column` on; nil where there is none.
    init?(_ row: Row, from column: Int) throws {
        guard !row.isNull(column) else { return nil }
        self.init(
            order: try row.id(column), number: try row.text(column + 1), closedAt: try row.instant(column + 2))
    }
}
