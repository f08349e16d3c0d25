import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20)))
struct BackfillTests {
    @Test(arguments: Engine.allCases)
    func `a store of many windows is read whole, every order once`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            // 100 orders, 30 to a list: three share each second.
            let orders = Order.samples(100, from: Given.past, every: .microseconds(333_333))
            let store = ScriptedStore(orders, clock: SystemClock(), pageSize: 10, pageLimit: 3)
            let run = try Given.run(connected, store)

            let report = try await run.runUntilComplete()

            try await Given.expectComplete(connected, store)
            #expect(report.created == 100)
            #expect(report.changed == 0)
            #expect(report.fetched == report.created + report.unchanged)
            #expect(report.parked == 0)
            let changes = try await connected.changes()
            #expect(changes.count == 100)
        }
    }

    @Test(arguments: Engine.allCases)
    func `windows that list more orders than is wished are cut, so that nodes can share them`(
        engine: Engine
    ) async throws {
        try await Given.withStore(engine) { connected in
            // The platform would hand out all of them in one window.
            let store = ScriptedStore(
                Order.samples(64, from: Given.past, every: .seconds(60)), clock: SystemClock(), pageSize: 100)
            var options = Given.options
            options.sliceOrders = 20

            _ = try await Given.run(connected, store, options: options).runUntilComplete()

            let slices = try await connected.database.read { transaction in
                try transaction.all(
                    "SELECT orders FROM slices WHERE purpose = 'backfill' AND state = 'done'"
                ) { try $0.int(0) }
            }
            try await Given.expectComplete(connected, store)
            #expect(slices.allSatisfy { $0 <= 20 })
            #expect(slices.count >= 4)
        }
    }

    @Test(arguments: Engine.allCases)
    func `orders at the border of two windows are kept once`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            // Orders at every tenth of a millisecond: whatever the border, some stand at it and between its neighbours.
            let orders = Order.samples(80, from: Given.past, every: .microseconds(100))
            let store = ScriptedStore(orders, clock: SystemClock(), pageSize: 10, pageLimit: 3)

            let report = try await Given.run(connected, store).runUntilComplete()

            try await Given.expectComplete(connected, store)
            #expect(report.created == 80)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an empty store is complete at once`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedStore(clock: SystemClock())

            let report = try await Given.run(connected, store).runUntilComplete()

            #expect(report.fetched == 0)
            #expect(store.asked == [.survey])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a millisecond with too many orders is set aside and the rest goes on`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let crowd = (0..<31).map { Order.sample("crowd-\($0)", placedAt: Given.past + .seconds(50)) }
            let rest = Order.samples(40, from: Given.past + .seconds(1), every: .seconds(2))
            let store = ScriptedStore(rest + crowd, clock: SystemClock(), pageSize: 10, pageLimit: 3)

            let report = try await Given.run(connected, store).runUntilComplete()

            let stored = Set(try await connected.stored().map(\.order.externalID))
            #expect(stored.isSuperset(of: rest.map(\.externalID)))
            #expect(report.parkedSlices >= 1)
            let slices = try await connected.database.read {
                try StreamControl(connected.stream).parkedSlices(in: $0)
            }
            #expect(Set(slices.map(\.trouble.code)) == ["sync.window_too_full"])
            #expect(slices.allSatisfy { $0.from <= Given.past + .seconds(50) && $0.until >= Given.past + .seconds(50) })
        }
    }

    @Test(arguments: Engine.allCases)
    func `two nodes share one backfill and neither loses nor doubles anything`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let orders = Order.samples(150, from: Given.past, every: .seconds(7))
            let store = ScriptedStore(orders, clock: SystemClock(), pageSize: 10, pageLimit: 3)
            let one = try Given.run(connected, store)
            let other = try Given.run(connected, store)

            async let first = one.runUntilComplete()
            async let second = other.runUntilComplete()
            let reports = try await [first, second]

            try await Given.expectComplete(connected, store)
            #expect(reports.map(\.created).reduce(0, +) == 150)
            let changes = try await connected.changes()
            #expect(changes.count == 150)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a paused stream is left alone, and goes on where it was when it is resumed`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedStore(
                Order.samples(60, from: Given.past, every: .seconds(1)), clock: SystemClock()
            ) { question, _ in
                guard question == .fetch("order-30") else { return }
                try await connected.database.write { try StreamControl(connected.stream).pause(in: $0) }
            }

            let error = await #expect(throws: SyncError.self) {
                try await Given.run(connected, store).runUntilComplete()
            }
            let before = try await connected.stored().count
            try await connected.database.write { try StreamControl(connected.stream).resume(in: $0) }
            let resumed = ScriptedStore(store.stored, clock: SystemClock())
            let report = try await Given.run(connected, resumed).runUntilComplete()

            #expect(error?.code == "sync.stream_paused")
            #expect((1..<60).contains(before))
            #expect(report.created == 60 - before)
            try await Given.expectComplete(connected, resumed)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a backfill that is run again reads everything and changes nothing`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedStore(
                Order.samples(50, from: Given.past, every: .seconds(1)), clock: SystemClock())
            _ = try await Given.run(connected, store).runUntilComplete()

            try await connected.database.write { try StreamControl(connected.stream).rerun(in: $0) }
            let report = try await Given.run(connected, store).runUntilComplete()

            #expect([report.created, report.changed] == [0, 0])
            #expect(report.unchanged >= 50)
            #expect(try await connected.changes().count == 50)
        }
    }

    @Test(arguments: Engine.allCases)
    func `progress ends with all of the known orders`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedStore(
                Order.samples(25, from: Given.past, every: .seconds(1)), clock: SystemClock())
            let run = try Given.run(connected, store)

            _ = try await run.runUntilComplete()
            var last: SyncProgress?
            for await progress in run.progress { last = progress }

            #expect(last?.total == 25)
            #expect(last?.done == 25)
            #expect(last?.phase == .backfill)
        }
    }
}
