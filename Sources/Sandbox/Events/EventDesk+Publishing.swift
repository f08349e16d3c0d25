import Basics
import Synchronization

extension EventDesk {
    var hasListeners: Bool { state.withLock { !$0.subscriptions.isEmpty } }

    /// Whether a filter looks at whole orders: without that an order's document is not worth making.
    var readsDocuments: Bool { state.withLock { $0.subscriptions.values.contains { !$0.filter.isWorkflow } } }

    /// Puts an event into each queue whose filter takes it. Faults may lose it, double it or hold it back.
    ///
    /// - Parameters:
    ///   - document: The order as GetOrder answers it, for filters on the whole order.
    ///   - isOwnSale: Seller 1's own: no filter on the whole order ever sees its payment-approved, a known issue.
    /// - Throws: `SandboxError.stateNotWritten`.
    func publish(_ event: OrderEvent, isOwnSale: Bool, document: JSON?, at now: Instant) throws {
        try state.withLock { state in
            for id in state.subscriptions.keys.sorted() {
                try tidy(&state, id, at: now)
                guard let subscription = state.subscriptions[id], try takes(&state, subscription, event, document)
                else { continue }
                if !subscription.filter.isWorkflow, isOwnSale, event.state == OrderStatus.paymentApproved.key {
                    continue
                }
                try enqueue(&state, event, in: subscription, at: now)
            }
        }
    }

    private func takes(
        _ state: inout State, _ subscription: Subscription, _ event: OrderEvent, _ document: JSON?
    ) throws -> Bool {
        guard !subscription.filter.isWorkflow else { return subscription.filter.takes(event) }
        guard let document, subscription.filter.takes(document) else { return false }
        guard !subscription.filter.disableSingleFire else { return true }
        guard state.fired[subscription.keptID, default: []].insert(event.orderID).inserted else { return false }
        try journal?.append(
            KeptLine.thing(Self.firedKind, id: "\(subscription.keptID)/\(event.orderID)", true))
        return true
    }

    private func enqueue(
        _ state: inout State, _ event: OrderEvent, in subscription: Subscription, at now: Instant
    ) throws {
        let fault = faults.draw(event: event, route: subscription.face == .feed ? "Feed" : "Hook", at: now)
        if subscription.heard < now {
            var heard = subscription
            heard.heard = now
            try journal?.append(KeptLine.thing(Subscription.kind, id: heard.keptID, heard.kept))
            state.subscriptions[heard.keptID] = heard
        }
        guard fault?.kind != .lostEvent else { return }
        for _ in 0..<(fault?.kind == .duplicateEvent ? 2 : 1) {
            let message = EventMessage(
                subscription: subscription.keptID, serial: state.nextSerial, messageID: Tokens.uuid(), event: event,
                queued: now, due: fault?.kind == .reorderedEvent ? now + (fault?.delay ?? .zero) : now)
            try journal?.append(KeptLine.thing(EventMessage.kind, id: message.keptID, message.kept))
            state.queues[subscription.keptID, default: []].append(message)
            state.nextSerial += 1
        }
    }
}
