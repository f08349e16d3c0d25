import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2)))
struct FaultTests {
    private let orders = Order.samples(60, from: Given.past, every: .seconds(10 * 86_400))

    /// Every n-th question goes wrong, none of them twice: an answer that can never be read is another matter.
    private func failing(_ kind: PlatformError.Kind, every n: Int) -> ScriptedStore {
        let failed = Failed()
        return ScriptedStore(orders, clock: SystemClock()) { question, number in
            guard number % n == 0, failed.questions.withLock({ $0.insert(question).inserted }) else { return }
            throw PlatformError.scripted(
                kind, retryAfter: kind == .throttled ? .milliseconds(2) : nil)
        }
    }

    private final class Failed: Sendable {
        let questions = Mutex<Set<ScriptedStore.Question>>([])
    }

    @Test(
        arguments: Engine.allCases,
        [PlatformError.Kind.throttled, .failing, .unreachable, .timedOut, .unreadable])
    func `a platform that fails now and then leaves no trace`(engine: Engine, kind: PlatformError.Kind) async throws {
        try await Given.withStore(engine) { connected in
            let store = failing(kind, every: 3)

            let report = try await Given.run(connected, store).runUntilComplete()

            try await Given.expectComplete(connected, store)
            #expect(report.created == 60)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a platform that is gone for a while is waited for`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            // 60 questions in a row fail: more than one question has attempts.
            let store = ScriptedStore(orders, clock: SystemClock()) { _, number in
                if (40..<100).contains(number) { throw PlatformError.scripted(.failing, status: 503) }
            }

            let report = try await Given.run(connected, store).runUntilComplete()

            try await Given.expectComplete(connected, store)
            #expect(report.parked == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a platform that never answers is given up with a reason, and nothing is lost`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            var options = Given.options
            options.patience = .milliseconds(50)
            let dead = ScriptedStore(orders, clock: SystemClock()) { _, number in
                if number > 30 { throw PlatformError.scripted(.unreachable) }
            }

            let error = await #expect(throws: SyncError.self) {
                try await Given.run(connected, dead, options: options).runUntilComplete()
            }
            let alive = ScriptedStore(orders, clock: SystemClock())
            _ = try await Given.run(connected, alive).runUntilComplete()

            #expect(error?.code == "sync.platform_unavailable")
            try await Given.expectComplete(connected, alive)
        }
    }

    @Test(arguments: Engine.allCases, [PlatformError.Kind.unauthorised, .forbidden])
    func `a refused key stops the connection at once, with reason and remedy`(
        engine: Engine, kind: PlatformError.Kind
    ) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedStore(orders, clock: SystemClock()) { _, number in
                if number >= 50 { throw PlatformError.scripted(kind) }
            }

            let error = await #expect(throws: PlatformError.self) {
                try await Given.run(connected, store).runUntilComplete()
            }
            let asked = store.asked.count
            let again = await #expect(throws: SyncError.self) {
                try await Given.run(connected, store).runUntilComplete()
            }

            #expect(error?.kind == kind)
            let state = try await connected.current()?.state
            #expect(
                state
                    == .needsAttention(
                        code: "platform.\(kind.rawValue)", reason: Phrase(same: "scripted \(kind.rawValue)"),
                        remedy: nil))
            // Those on their way when the first refusal came, of two slices; nobody asked again.
            #expect(asked < 50 + 2 * (Given.options.fetches + 1))
            #expect(again?.code == "sync.connection_stopped")
            #expect(store.asked.count == asked)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that cannot be read is set aside, and tried again by the next run`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let ill = ScriptedStore(orders, clock: SystemClock()) { question, _ in
                if question == .fetch("order-17") { throw PlatformError.scripted(.unreadable) }
            }

            let report = try await Given.run(connected, ill).runUntilComplete()
            let parked = try await connected.database.read {
                try ParkedOrders(connected.stream).list(limit: 10, in: $0)
            }
            let aside = try await connected.stored().count
            // Its second wait is a quarter of an hour: the next run comes after it.
            let clock = OffsetClock(by: .seconds(1000))
            let well = ScriptedStore(orders, clock: clock)
            let next = try await Given.run(connected, well, clock: clock).runUntilComplete()

            #expect(report.created == 59)
            #expect(report.parked == 1)
            #expect(parked.map(\.externalID) == ["order-17"])
            #expect(parked.map(\.trouble.code) == ["platform.unreadable"])
            #expect(parked.map(\.attempts) == [2])
            #expect(aside == 59)
            #expect([next.created, next.parked] == [1, 0])
            try await Given.expectComplete(connected, well)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a run by hand does not wait for the next turn of an order that is aside`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let ill = ScriptedStore(orders, clock: SystemClock()) { question, _ in
                if question == .fetch("order-17") { throw PlatformError.scripted(.unreadable) }
            }
            _ = try await Given.run(connected, ill).runUntilComplete()
            let well = ScriptedStore(orders, clock: SystemClock())

            let next = try await Given.run(connected, well).runUntilComplete()

            #expect([next.created, next.parked] == [1, 0])
            try await Given.expectComplete(connected, well)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an entry of the list without an id holds up no other, and is shown until it can be read`(
        engine: Engine
    ) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedStore(orders, clock: SystemClock())
            store.listNameless(["order-17", "order-40"])

            let report = try await Given.run(connected, store).runUntilComplete()
            let again = try await Given.run(connected, store).runUntilComplete()
            let shown = try await connected.database.read {
                try StreamControl(connected.stream).parkedSlices(in: $0)
            }
            store.listNameless([])
            let healed = try await Given.run(connected, store).runUntilComplete()

            #expect([report.created, report.troubles, report.parkedSlices] == [58, 2, 2])
            #expect([again.created, again.parkedSlices] == [0, 2])
            #expect(shown.map(\.from) == [orders[17].placedAt, orders[40].placedAt])
            #expect(shown.map(\.trouble.code) == ["platform.unreadable", "platform.unreadable"])
            #expect([healed.created, healed.parkedSlices] == [2, 0])
            try await Given.expectComplete(connected, store)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that only fails is set aside while others are answered`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let ill = ScriptedStore(orders, clock: SystemClock()) { question, _ in
                if question == .fetch("order-17") { throw PlatformError.scripted(.failing, status: 500) }
            }

            let report = try await Given.run(connected, ill).runUntilComplete()

            #expect([report.created, report.parked] == [59, 1])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that the database refuses is set aside alone`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            var poisoned = orders
            poisoned[40].platformStatus = "in\0voiced"
            poisoned[40].items = [
                OrderItem(
                    lineID: "1", skuID: "sku\0", name: "n", quantity: 1, price: poisoned[40].total,
                    sellingPrice: poisoned[40].total, total: poisoned[40].total)
            ]
            poisoned[40].total.currency = "B\0L"
            let store = ScriptedStore(poisoned, clock: SystemClock())

            let report = try await Given.run(connected, store).runUntilComplete()

            #expect(report.created + report.parked == 60)
            #expect(report.parked <= 1)
            let changes = try await connected.changes()
            #expect(changes.map(\.number) == Array(1...Int64(report.created)))
        }
    }
}

/// The machine's clock, some time ahead.
struct OffsetClock: WallClock {
    let offset: Duration

    init(by offset: Duration) { self.offset = offset }

    func now() -> Instant { SystemClock().now() + offset }
    func sleep(for duration: Duration) async throws { try await SystemClock().sleep(for: duration) }
}
