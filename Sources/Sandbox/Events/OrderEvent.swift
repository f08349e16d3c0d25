import Basics

/// A change of an order as feed and hook tell it.
struct OrderEvent: Codable, Sendable, Equatable {
    let number: Int64
    let orderID: String
    /// `Marketplace` or `Fulfillment`.
    let domain: String
    let state: String
    /// Empty for the first.
    let lastState: String
    let lastChange: Instant
    let currentChange: Instant
    /// Whether the status moved, as opposed to the rest of the order.
    let isMove: Bool
}
