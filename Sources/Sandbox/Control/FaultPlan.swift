import Basics
import Synchronization

/// The faults that are ordered, and how many were injected.
final class FaultPlan: Sendable {
    private struct State {
        var rules: [FaultRule] = []
        var nextID = 1
        /// Of rules that are gone already.
        var injectedBefore: [FaultKind: Int] = [:]
    }

    private let state = Mutex(State())

    /// The fault for one request: of the first rule that fits and whose dice say so.
    func draw(path: String, route: String, at now: Instant) -> FaultRule? {
        draw(path: path, route: route, at: now) { !$0.isOfEvents }
    }

    /// The fault for one event of a feed or hook: `route` is `Feed` or `Hook`, and paths are part of `id/state`.
    func draw(event: OrderEvent, route: String, at now: Instant) -> FaultRule? {
        draw(path: "\(event.orderID)/\(event.state)", route: route, at: now) { $0.isOfEvents }
    }

    private func draw(
        path: String, route: String, at now: Instant, where isMeant: (FaultKind) -> Bool
    ) -> FaultRule? {
        state.withLock { state in
            for position in state.rules.indices {
                guard isMeant(state.rules[position].kind), state.rules[position].fits(path: path, route: route, at: now)
                else { continue }
                let roll = Double(state.rules[position].dice.next() >> 11) / Double(1 << 53)
                guard roll < state.rules[position].rate else { continue }
                state.rules[position].injected += 1
                return state.rules[position]
            }
            return nil
        }
    }

    func add(_ make: (Int) -> FaultRule) -> FaultRule {
        state.withLock { state in
            let rule = make(state.nextID)
            state.nextID += 1
            state.rules.append(rule)
            return rule
        }
    }

    /// Takes all rules away, or one; counts stay.
    func remove(id: Int? = nil) {
        state.withLock { state in
            for rule in state.rules where id == nil || rule.id == id {
                state.injectedBefore[rule.kind, default: 0] += rule.injected
            }
            state.rules.removeAll { id == nil || $0.id == id }
        }
    }

    func reset() { state.withLock { $0 = State() } }

    func rules() -> [FaultRule] { state.withLock { $0.rules } }

    /// Per kind, over rules that stand and rules that are gone.
    func injected() -> [FaultKind: Int] {
        state.withLock { state in
            state.rules.reduce(into: state.injectedBefore) { $0[$1.kind, default: 0] += $1.injected }
        }
    }
}
