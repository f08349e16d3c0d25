/// Where an order stands, in words that hold on every platform. The platform's own word is kept beside it.
package enum OrderStatus: String, Hashable, Sendable, CaseIterable {
    /// Begun and never finished; it has no place in revenue.
    case incomplete
    case placed
    case paymentPending = "payment_pending"
    case paymentDenied = "payment_denied"
    case paid
    /// Paid, waiting for the seller or the warehouse.
    case readyForHandling = "ready_for_handling"
    case handling
    case invoiced
    case shipped
    case delivered
    case cancellationRequested = "cancellation_requested"
    case canceled
    case replaced
    /// A word of the platform that Ponte does not know yet; `Order.platformStatus` has it.
    case other

    /// Whether the platform is done with the order, returns and courier news aside.
    package var isFinal: Bool {
        switch self {
        case .delivered, .canceled, .replaced, .paymentDenied, .incomplete: true
        default: false
        }
    }
}
