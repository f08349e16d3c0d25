import Basics
import Synchronization

extension EventDesk {
    struct Standing: Sendable {
        /// Those that are hidden included.
        let quantity: Int
        let oldest: Instant?
    }

    func standing(of subscription: Subscription) -> Standing {
        state.withLock { state in
            let queue = state.queues[subscription.keptID] ?? []
            return Standing(quantity: queue.count, oldest: queue.map(\.queued).min())
        }
    }

    /// The next events, each with a new receipt; they are hidden then for the feed's visibility time-out.
    func read(_ subscription: Subscription, most: Int, at now: Instant) -> [EventMessage] {
        guard case .feed(let visibility, _) = subscription.target else { return [] }
        return state.withLock { state in
            var read: [EventMessage] = []
            for position in state.queues[subscription.keptID]?.indices ?? 0..<0 where read.count < most {
                guard var message = state.queues[subscription.keptID]?[position], message.due <= now else { continue }
                message.due = now + .seconds(visibility)
                message.deliveries += 1
                message.receipt = Tokens.hexadecimal(bytes: 32)
                state.queues[subscription.keptID]?[position] = message
                read.append(message)
            }
            return read
        }
    }

    /// Takes an event out of the queue. A handle that is not of its last delivery does nothing.
    func commit(_ subscription: Subscription, messageID: String, receipt: String) throws {
        try state.withLock { state in
            guard
                let position = state.queues[subscription.keptID]?.firstIndex(where: {
                    $0.messageID == messageID && $0.receipt == receipt
                }), let message = state.queues[subscription.keptID]?[position]
            else { return }
            try forget(message)
            state.queues[subscription.keptID]?.remove(at: position)
        }
    }
}
