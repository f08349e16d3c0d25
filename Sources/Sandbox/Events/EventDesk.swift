import Basics
import Synchronization

/// The feeds and hooks of one account with their queues. Source: facts on VTEX §4.
final class EventDesk: Sendable {
    struct State: Sendable {
        var subscriptions: [String: Subscription] = [:]
        /// Oldest first.
        var queues: [String: [EventMessage]] = [:]
        /// Orders that fired already, by subscription.
        var fired: [String: Set<String>] = [:]
        var nextSerial: Int64 = 1
    }

    /// What a state file calls the things here: all are gone once they are null.
    static let kinds = [Subscription.kind, EventMessage.kind, firedKind]
    static let firedKind = "event-fired"

    let state: Mutex<State>
    let journal: StateJournal?
    let faults: FaultPlan

    /// - Throws: When a line of an earlier run is no subscription or event.
    init(store: KeptStore?, journal: StateJournal?, faults: FaultPlan) throws {
        self.journal = journal
        self.faults = faults
        var state = State()
        for value in store?.things[Subscription.kind]?.values ?? [:].values where value != .null {
            let subscription = try Subscription(kept: JSONDocument(parsing: value.bytes).root)
            state.subscriptions[subscription.keptID] = subscription
        }
        for value in store?.things[EventMessage.kind]?.values ?? [:].values where value != .null {
            let message = try EventMessage(kept: JSONDocument(parsing: value.bytes).root)
            state.queues[message.subscription, default: []].append(message)
            state.nextSerial = max(state.nextSerial, message.serial + 1)
        }
        for name in state.queues.keys { state.queues[name]?.sort { $0.serial < $1.serial } }
        for (id, value) in store?.things[Self.firedKind] ?? [:] where value != .null {
            guard let slash = id.lastIndex(of: "/") else { continue }
            state.fired[String(id[..<slash]), default: []].insert(String(id[id.index(after: slash)...]))
        }
        self.state = Mutex(state)
    }

    func reset() { state.withLock { $0 = State() } }

    // MARK: configuration

    /// Nil when the key has none, or when it heard of nothing for so long that VTEX took it away.
    func subscription(_ face: Subscription.Face, of keyID: String, at now: Instant) throws -> Subscription? {
        try state.withLock { state in
            try tidy(&state, Subscription.id(face, keyID), at: now)
            return state.subscriptions[Subscription.id(face, keyID)]
        }
    }

    /// Puts a subscription in the place of the key's earlier one; what is queued stays.
    func configure(_ subscription: Subscription) throws {
        try state.withLock { state in
            try journal?.append(KeptLine.thing(Subscription.kind, id: subscription.keptID, subscription.kept))
            state.subscriptions[subscription.keptID] = subscription
            for orderID in state.fired.removeValue(forKey: subscription.keptID) ?? [] {
                try journal?.append(KeptLine.thing(Self.firedKind, id: "\(subscription.keptID)/\(orderID)", .null))
            }
        }
    }

    /// False when there was none.
    func remove(_ face: Subscription.Face, of keyID: String) throws -> Bool {
        try state.withLock { state in try remove(&state, Subscription.id(face, keyID)) }
    }

    func remove(_ state: inout State, _ id: String) throws -> Bool {
        guard state.subscriptions[id] != nil else { return false }
        try journal?.append(KeptLine.thing(Subscription.kind, id: id, .null))
        state.subscriptions[id] = nil
        for message in state.queues.removeValue(forKey: id) ?? [] { try forget(message) }
        for orderID in state.fired.removeValue(forKey: id) ?? [] {
            try journal?.append(KeptLine.thing(Self.firedKind, id: "\(id)/\(orderID)", .null))
        }
        return true
    }

    /// Takes away a subscription that has been idle too long, and events that are too old or were handed out too often.
    func tidy(_ state: inout State, _ id: String, at now: Instant) throws {
        guard let subscription = state.subscriptions[id] else { return }
        guard subscription.heard + subscription.retention > now else {
            _ = try remove(&state, id)
            return
        }
        let isSpent: (EventMessage) -> Bool = { message in
            message.queued + subscription.retention <= now
                || (message.due <= now && message.deliveries >= EventMessage.mostDeliveries)
        }
        for message in state.queues[id] ?? [] where isSpent(message) { try forget(message) }
        state.queues[id]?.removeAll(where: isSpent)
    }

    func forget(_ message: EventMessage) throws {
        try journal?.append(KeptLine.thing(EventMessage.kind, id: message.keptID, .null))
    }
}
