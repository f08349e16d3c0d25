import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20)))
struct DeletionTests {
    @Test(arguments: Engine.allCases)
    func `a record that a whole walk missed is asked for alone, and marked only when it is unknown`(
        engine: Engine
    ) async throws {
        try await withWalkedStore(engine, 12) { connected, store, clock in
            store.remove(.customer, "0003")
            store.hide([RecordLink(.customer, "0007")])

            let report = try await Given.run(connected, store, clock: clock).runUntilComplete()

            #expect(Set(store.fetches) == [RecordLink(.customer, "0003"), RecordLink(.customer, "0007")])
            #expect(report.deleted == 1)
            #expect(try await connected.records().filter { $0.deletedAt != nil }.map(\.externalID) == ["0003"])
            #expect(try await connected.changes().last?.facts.map(\.field) == ["deleted"])
            try await Given.expectComplete(connected, store)
        }
    }

    @Test(arguments: Engine.allCases)
    func `empty pages delete nothing`(engine: Engine) async throws {
        try await withWalkedStore(engine, 12) { connected, store, clock in
            store.hide(Set(store.stored.map { RecordLink($0.kind, $0.id) }))

            let report = try await Given.run(connected, store, clock: clock).runUntilComplete()

            #expect(store.fetches.count == 12)
            #expect(report.deleted == 0)
            try await Given.expectComplete(connected, store)
            #expect(try await connected.changes().count == 12)
        }
    }

    @Test(arguments: Engine.allCases)
    func `one walk asks for so many alone and no more, and the next one goes on`(engine: Engine) async throws {
        try await withWalkedStore(engine, 12) { connected, store, clock in
            for number in 0..<10 { store.remove(.customer, "000\(number)") }
            var options = Given.options
            options.confirmationsMax = 6

            let first = try await Given.run(connected, store, clock: clock, options: options).runUntilComplete()
            let clockLater = OffsetClock(by: .seconds(3 * 86_400))
            let rest = ScriptedRecords(store.stored, tellsChanges: false, clock: clockLater)
            let second = try await Given.run(connected, rest, clock: clockLater, options: options).runUntilComplete()

            #expect(first.deleted == 6)
            #expect(second.deleted == 4)
            try await Given.expectComplete(connected, rest)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a look for news deletes nothing, and what was gone comes back when it is met`(engine: Engine) async throws {
        try await withWalkedStore(engine, 6) { connected, store, clock in
            store.remove(.customer, "0002")
            _ = try await Given.run(connected, store, clock: clock).runUntilComplete()
            let later = OffsetClock(by: .seconds(2 * 86_400 + 3600))
            let news = ScriptedRecords(Given.customers(3), clock: later)
            // A second before the look, which ends at a whole millisecond.
            let changedAt = later.now() - .seconds(1)
            news.put([SampleRecord(.customer, "0002", note: "gold", name: "Ana 2", changedAt: changedAt)])
            var options = Given.options
            options.wholeInterval = .seconds(30 * 86_400)

            let report = try await Given.run(connected, news, clock: later, options: options).runUntilComplete()

            #expect(news.fetches.isEmpty)
            #expect(report.changed == 1)
            let stored = try await connected.records()
            #expect(stored.count == 6)
            #expect(stored.allSatisfy { $0.deletedAt == nil })
            let facts = try await connected.changes().last?.facts
            #expect(facts == [Change.Fact(field: "deleted", from: "true", to: nil)])
        }
    }

    /// A store of customers that was walked whole two days before `clock`, and does not tell what changed.
    private func withWalkedStore(
        _ engine: Engine, _ count: Int,
        _ body: @escaping (ConnectedStore, ScriptedRecords, any WallClock) async throws -> Void
    ) async throws {
        try await Given.withStore(engine) { connected in
            let first = ScriptedRecords(Given.customers(count), clock: SystemClock())
            _ = try await Given.run(connected, first).runUntilComplete()
            let clock = OffsetClock(by: .seconds(2 * 86_400))
            try await body(
                connected, ScriptedRecords(Given.customers(count), tellsChanges: false, clock: clock), clock)
        }
    }
}
