import Basics
import ConnectorKit
import Synchronization
import TestSupport

/// A scripted store that tells of changes: a queue in memory, as platforms have it, and a hook that somebody may have set.
final class EventStore: EventfulStore, EventFeed, EventReceiver {
    private struct State {
        var queue: [FeedEvent] = []
        var isConfigured = true
        var isOurs = true
        var acknowledged: [String] = []
        var configurations = 0
        var hook: HookStanding?
        var number = 0
        var refusal: PlatformError?
        var oldestAge: Duration?
    }

    private let state = Mutex(State())
    private let base: ScriptedStore

    init(_ base: ScriptedStore) { self.base = base }

    var orders: (any OrderSource)? { base }
    var keyCheck: (any CredentialProbe)? { nil }
    var feed: (any EventFeed)? { self }
    var hooks: (any EventReceiver)? { self }

    let knownStates: Set<String> = ["paid", "handling"]
    let invisibleFor = Duration.seconds(250)

    // MARK: Hands of the test

    /// Puts an event into the queue. It is told again until it is acknowledged.
    func tell(_ id: String, _ state: String = "paid", at happenedAt: Instant? = nil) {
        self.state.withLock { inner in
            inner.number += 1
            inner.queue.append(
                FeedEvent(
                    handle: "handle-\(inner.number)",
                    event: OrderEvent(externalID: id, state: state, happenedAt: happenedAt)))
        }
    }

    func loseConfiguration() { state.withLock { $0.isConfigured = false } }
    func setForeign() { state.withLock { ($0.isConfigured, $0.isOurs) = (true, false) } }
    func refuse(_ error: PlatformError?) { state.withLock { $0.refusal = error } }
    func setAge(_ age: Duration?) { state.withLock { $0.oldestAge = age } }
    var acknowledged: [String] { state.withLock(\.acknowledged) }
    var configurations: Int { state.withLock(\.configurations) }
    var queued: Int { state.withLock(\.queue.count) }

    // MARK: The queue

    func standing() async throws -> FeedStanding? {
        try state.withLock { state in
            if let refusal = state.refusal { throw refusal }
            guard state.isConfigured else { return nil }
            return FeedStanding(isOurs: state.isOurs, quantity: state.queue.count, oldestAge: state.oldestAge)
        }
    }

    func configure() async throws {
        state.withLock { state in
            (state.isConfigured, state.isOurs) = (true, true)
            state.configurations += 1
        }
    }

    func remove() async throws {
        state.withLock { state in
            state.isConfigured = false
            state.hook = nil
        }
    }

    func read() async throws -> [FeedEvent]? {
        try state.withLock { state in
            if let refusal = state.refusal { throw refusal }
            guard state.isConfigured else { return nil }
            let read = state.queue.filter { !state.acknowledged.contains($0.handle) && !hidden.contains($0.handle) }
            hidden.formUnion(read.prefix(10).map(\.handle))
            return Array(read.prefix(10))
        }
    }

    func acknowledge(_ handles: [String]) async throws {
        state.withLock { state in
            state.acknowledged += handles
            state.queue.removeAll { handles.contains($0.handle) }
        }
    }

    /// The time-out of what was read and not acknowledged is over.
    func unhide() { hidden.removeAll() }

    private let hidden = Hidden()

    /// Handles that were read.
    private final class Hidden: Sendable {
        private let handles = Mutex<Set<String>>([])
        func contains(_ handle: String) -> Bool { handles.withLock { $0.contains(handle) } }
        func formUnion(_ more: [String]) { handles.withLock { $0.formUnion(more) } }
        func removeAll() { handles.withLock { $0.removeAll() } }
    }

    // MARK: The hook

    func hook() async throws -> HookStanding? { state.withLock(\.hook) }

    func register(url: String, header: StaticString, secret: Secret) async throws {
        state.withLock { $0.hook = HookStanding(url: url, isWhole: true) }
    }
}
