import Basics

/// A queue at the platform of what happened to orders: read, and acknowledged once what was read is kept.
///
/// The queue belongs to the key: whoever shares the key shares the queue, and takes events from the others.
package protocol EventFeed: Sendable {
    /// The states that the platform documents, lower case; another one is worth telling.
    var knownStates: Set<String> { get }

    /// How the queue stands. Nil when it is not set up (any more).
    func standing() async throws -> FeedStanding?

    /// Sets the queue up for every state, in the place of whatever set-up there is.
    func configure() async throws

    /// Takes the set-up away with everything in the queue; nothing when there is none.
    func remove() async throws

    /// Up to ten events, oldest first as far as the platform keeps order. They come again, with other handles, unless they
    /// are acknowledged within `invisibleFor`. Nil when the queue is not set up (any more).
    func read() async throws -> [FeedEvent]?

    /// Says that events need not come again. Up to ten handles; one that has run out does nothing.
    func acknowledge(_ handles: [String]) async throws

    /// How long an event that was read stays out of sight.
    var invisibleFor: Duration { get }
}

/// One event out of a queue.
package struct FeedEvent: Sendable, Hashable {
    /// What acknowledges it.
    package let handle: String
    /// Nil when it does not say which order it is about: nothing can be done about it but acknowledge it.
    package let event: OrderEvent?

    package init(handle: String, event: OrderEvent?) {
        self.handle = handle
        self.event = event
    }
}

/// How a queue stands at the platform.
package struct FeedStanding: Sendable, Hashable {
    /// Whether it is set up as `configure` does it. Another set-up is somebody else's, who has the same key.
    package let isOurs: Bool
    package let quantity: Int
    /// Nil for an empty queue.
    package let oldestAge: Duration?

    package init(isOurs: Bool, quantity: Int, oldestAge: Duration?) {
        self.isOurs = isOurs
        self.quantity = quantity
        self.oldestAge = oldestAge
    }
}
