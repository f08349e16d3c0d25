import Commerce

/// What a platform's list can tell of an order, and what a stored one is held against: enough to say what differs, and
/// nothing of the person. Nil members are not told.
package struct OrderOutline: Sendable, Hashable {
    /// The platform's own word.
    package var platformStatus: String?
    /// In the order's own currency and scale.
    package var amount: Int64?
    /// Units bought, over all items.
    package var units: Int64?

    package init(platformStatus: String?, amount: Int64?, units: Int64?) {
        self.platformStatus = platformStatus
        self.amount = amount
        self.units = units
    }

    package init(_ order: Order) {
        self.init(
            platformStatus: order.platformStatus, amount: order.total.amount,
            units: order.items.reduce(0) { $0.addingReportingOverflow($1.quantity).partialValue })
    }
}
