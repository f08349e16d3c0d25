import Basics
import Synchronization

extension EventDesk {
    /// What is to be sent now, the oldest of each hook first: one at a time, so that a hook that is down holds up itself
    /// only.
    func dueForHooks(at now: Instant) throws -> [(hook: Subscription, message: EventMessage)] {
        try state.withLock { state in
            var due: [(Subscription, EventMessage)] = []
            for id in state.subscriptions.keys.sorted() where state.subscriptions[id]?.face == .hook {
                try tidy(&state, id, at: now)
                guard let hook = state.subscriptions[id],
                    let message = state.queues[id]?.first(where: { $0.due <= now })
                else { continue }
                due.append((hook, message))
            }
            return due
        }
    }

    /// The hook answered: the event is done. Else it is tried again, each time after twice as long.
    func sent(_ message: EventMessage, wasTaken: Bool, at now: Instant) throws {
        try state.withLock { state in
            guard let position = state.queues[message.subscription]?.firstIndex(where: { $0.serial == message.serial })
            else { return }
            if wasTaken {
                try forget(message)
                state.queues[message.subscription]?.remove(at: position)
            } else {
                state.queues[message.subscription]?[position].deliveries += 1
                let seconds = Int64(1) << Int64(min(message.deliveries, 12))
                state.queues[message.subscription]?[position].due = now + .seconds(seconds)
            }
        }
    }

    var hasHooks: Bool { state.withLock { $0.subscriptions.values.contains { $0.face == .hook } } }
}
