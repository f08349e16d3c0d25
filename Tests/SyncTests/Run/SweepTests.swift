import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20)))
struct SweepTests {
    /// A store whose past was read at the time of the machine's clock.
    private func synced(_ connected: ConnectedStore, _ orders: [Order]) async throws -> ScriptedStore {
        let store = ScriptedStore(orders, clock: SystemClock())
        _ = try await Given.run(connected, store).runUntilComplete()
        return store
    }

    @Test(arguments: Engine.allCases)
    func `a new status of an old order arrives, and unchanged orders are not read`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let old = Order.samples(30, from: Given.past, every: .seconds(3600), status: .handling)
            _ = try await synced(connected, old)
            let clock = OffsetClock(by: .seconds(86_400))
            let changed = Order.sample(
                "order-3", status: .paid, placedAt: old[3].placedAt, changedAt: clock.now(), amount: 103)
            let store = ScriptedStore(old, clock: clock)
            store.put([changed])

            let report = try await Given.run(connected, store, clock: clock).runUntilComplete()

            #expect([report.fetched, report.changed, report.created] == [1, 1, 0])
            #expect(report.known == 29)
            #expect(store.fetches == ["order-3"])
            let last = try #require(try await connected.changes().last)
            #expect(last.facts.contains(Change.Fact(field: "status", from: "handling", to: "paid")))
            try await Given.expectComplete(connected, store)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a new order arrives with the next run`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = try await synced(connected, Order.samples(12, from: Given.past, every: .seconds(1)))
            let clock = OffsetClock(by: .seconds(60))
            store.put([Order.sample("new", placedAt: SystemClock().now() + .seconds(30), amount: 5)])

            let report = try await Given.run(connected, store, clock: clock).runUntilComplete()

            #expect(report.created == 1)
            try await Given.expectComplete(connected, store)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an invoiced order is read again until it is delivered, within the return period`(
        engine: Engine
    ) async throws {
        try await Given.withStore(engine) { connected in
            let now = SystemClock().now()
            let recent = Order.sample("recent", placedAt: now - .seconds(86_400 * 59))
            let old = Order.sample("old", placedAt: now - .seconds(86_400 * 61))
            let store = try await synced(connected, [recent, old])
            var delivered = recent
            delivered.deliveredAt = now
            delivered.status = .delivered
            delivered.changedAt = now
            store.put([delivered])

            let clock = OffsetClock(by: .seconds(60))
            let first = try await Given.run(connected, store, clock: clock).runUntilComplete()
            let later = OffsetClock(by: .seconds(120))
            let second = try await Given.run(connected, store, clock: later).runUntilComplete()

            #expect([first.fetched, first.changed] == [1, 1])
            #expect(second.fetched == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a second run without news reads nothing and writes no change`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let old = Order.samples(12, from: Given.past, every: .seconds(1), status: .handling)
            let store = try await synced(connected, old)
            let head = try await connected.changes().count

            let report = try await Given.run(connected, store, clock: OffsetClock(by: .seconds(60)))
                .runUntilComplete()

            #expect(report.fetched == 0)
            #expect(try await connected.changes().count == head)
        }
    }

    @Test(arguments: Engine.allCases)
    func `following brings new orders until it is stopped`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedStore(
                Order.samples(12, from: Given.past, every: .seconds(1)), clock: SystemClock())
            let run = try Given.run(connected, store)

            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await run.follow(every: .milliseconds(5)) }
                // Each commit tells; the last one always does.
                for await _ in run.progress {
                    let count = try await connected.stored().count
                    if count == 12 { store.put([Order.sample("new", placedAt: SystemClock().now(), amount: 5)]) }
                    if count == 13 { break }
                }
                group.cancelAll()
                await #expect(throws: CancellationError.self) { try await group.waitForAll() }
            }

            try await Given.expectComplete(connected, store)
        }
    }
}
