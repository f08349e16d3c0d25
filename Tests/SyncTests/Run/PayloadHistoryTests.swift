import Basics
import Commerce
import Records
import Storage
import Sync
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20)))
struct PayloadHistoryTests {
    @Test(arguments: Engine.allCases)
    func `old answers are forgotten once their time is over, and the newest never is`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let first = Order.sample("order", status: .handling, placedAt: Given.past, amount: 1)
            let store = ScriptedStore([first], clock: SystemClock())
            _ = try await Given.run(connected, store).runUntilComplete()
            let changedAt = OffsetClock(by: .seconds(60))
            store.put([
                Order.sample(
                    "order", status: .handling, placedAt: Given.past, changedAt: changedAt.now(), amount: 2)
            ])
            _ = try await Given.run(connected, store, clock: changedAt).runUntilComplete()
            let both = try await payloads(connected)

            let early = OffsetClock(by: .seconds(89 * 86_400))
            _ = try await Given.run(connected, store, clock: early).runUntilComplete()
            let kept = try await payloads(connected)
            let late = OffsetClock(by: .seconds(91 * 86_400))
            _ = try await Given.run(connected, store, clock: late).runUntilComplete()

            #expect(both.count == 2)
            #expect(kept == both)
            #expect(try await payloads(connected) == both.filter { $0.supersededAt == nil })
        }
    }

    private func payloads(_ connected: ConnectedStore) async throws -> [SourcePayload] {
        let order = try #require(try await connected.stored().first)
        return try await connected.database.read {
            try SourcePayloads(connected.scope).history(of: order.id, in: $0)
        }
    }
}
