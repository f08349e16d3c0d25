import Basics
import Commerce

/// Which orders of an organization somebody wants listed, newest first.
package struct OrderFilter: Sendable, Hashable {
    package var connection: ConnectionID?
    /// Orders that stand at any of these; at all of them when empty.
    package var statuses: [OrderStatus] = []
    /// Inclusive.
    package var placedFrom: Instant?
    /// Exclusive.
    package var placedUntil: Instant?
    /// Recorded by this hub as new or changed then or later.
    package var recordedSince: Instant?
    /// The platform's own id, whole.
    package var externalID: String?
    /// Words of the order's numbers or its person, accents and case aside; all must match, as beginnings.
    package var text: String?
    /// Whether persons may be searched by and shown.
    package var seesPeople: Bool

    package init(seesPeople: Bool) { self.seesPeople = seesPeople }
}

/// Where a list of orders goes on: after this one.
package struct OrderPosition: Sendable, Hashable {
    package let placedAt: Instant
    package let id: OrderID

    package init(placedAt: Instant, id: OrderID) {
        self.placedAt = placedAt
        self.id = id
    }
}
