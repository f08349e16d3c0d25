import Basics

/// An event in the queue of a feed or hook.
struct EventMessage: PlainlyKept {
    static let kind = "event"
    /// An event that was handed out so often is dropped.
    static let mostDeliveries = 100

    let subscription: String
    /// Counts the messages of the shop.
    let serial: Int64
    let messageID: String
    let event: OrderEvent
    let queued: Instant
    /// Hidden until then: read and not committed, held back, or to be tried again.
    var due: Instant
    var deliveries = 0
    /// Of the last delivery; only its handle commits.
    var receipt = ""

    var keptID: String { "\(subscription)/\(serial)" }
}
