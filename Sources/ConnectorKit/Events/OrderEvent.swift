import Basics

/// What a platform tells of an order without being asked: that something happened to it. A hint, never the order itself.
package struct OrderEvent: Hashable, Sendable {
    /// The longest id and state that are taken in; what platforms send is a fraction of it.
    package static let idLengthMax = 200

    package let externalID: String
    /// The platform's own word for the order's state then.
    package let state: String
    /// When it happened, by the platform's clock; nil when it does not say.
    package let happenedAt: Instant?

    /// Nil for an id or a state that no platform sends: empty, too long, or with characters that no database keeps.
    package init?(externalID: String, state: String, happenedAt: Instant?) {
        guard !externalID.isEmpty, [externalID, state].allSatisfy(OrderEvent.isPlain) else { return nil }
        self.externalID = externalID
        self.state = state
        self.happenedAt = happenedAt
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= idLengthMax && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
