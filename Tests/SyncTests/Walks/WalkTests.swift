import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20)))
struct WalkTests {
    @Test(arguments: Engine.allCases)
    func `a whole store comes in, page by page, and once is enough`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedRecords(Given.customers(23), clock: SystemClock())

            let report = try await Given.run(connected, store).runUntilComplete()

            #expect(report.created == 23)
            #expect(report.refusal == nil)
            #expect(store.walks == [.everything])
            #expect(store.fetches.isEmpty)
            try await Given.expectComplete(connected, store)
            let state = try #require(try await connected.customers())
            #expect(state.knownTotal == 23)
            #expect(state.backfillDoneAt != nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a later run asks for news only, from before the last look`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedRecords(Given.customers(12), clock: SystemClock())
            _ = try await Given.run(connected, store).runUntilComplete()
            let seen = try #require(try await connected.customers()?.sweptUntil)
            let clock = OffsetClock(by: .seconds(3600))
            let now = clock.now()
            let later = ScriptedRecords(store.stored, clock: clock)
            later.put([SampleRecord(.customer, "0003", note: "silver", name: "Ana 3", changedAt: now)])

            let report = try await Given.run(connected, later, clock: clock).runUntilComplete()

            #expect(report.changed == 1)
            #expect(report.fetched == 1)
            guard case .changed(let since, let until) = try #require(later.walks.first) else {
                Issue.record("a look for news walked everything")
                return
            }
            #expect(since == seen - Given.options.overlap)
            #expect(until >= now - .milliseconds(1))
            #expect(later.walks.count == 1)
            try await Given.expectComplete(connected, later)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a store that does not tell what changed is walked whole again`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedRecords(Given.customers(12), tellsChanges: false, clock: SystemClock())
            _ = try await Given.run(connected, store).runUntilComplete()
            let clock = OffsetClock(by: .seconds(3600))
            let later = ScriptedRecords(Given.customers(12), tellsChanges: false, clock: clock)
            later.put([SampleRecord(.customer, "0003", note: "silver", name: "Ana 3", changedAt: clock.now())])

            let report = try await Given.run(connected, later, clock: clock).runUntilComplete()

            #expect(later.walks == [.everything])
            #expect(report.changed == 1)
            #expect(report.unchanged == 11)
            try await Given.expectComplete(connected, later)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a crash before or after any commit leads to the same end`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: syncSchema) { database in
            var crash = 0
            var isReached = true
            while isReached, crash < 40 {
                crash += 1
                for isAfter in [false, true] {
                    let connected = try await ConnectedStore(database, named: "Loja \(crash) \(isAfter)")
                    let store = ScriptedRecords(Given.customers(12), clock: SystemClock())
                    let mortal = CrashingDatabase(database, atWrite: crash, afterCommit: isAfter)

                    do {
                        _ = try await Given.run(connected, store, on: mortal).runUntilComplete()
                        isReached = false
                    } catch is Crash {}
                    // The dead node's lease runs out.
                    let clock = OffsetClock(by: .seconds(31))
                    let later = ScriptedRecords(Given.customers(12), clock: clock)
                    _ = try await Given.run(connected, later, clock: clock).runUntilComplete()

                    try await Given.expectComplete(connected, later)
                    #expect(try await connected.changes().count == 12)
                }
            }
            // Opening and claiming the walk, the total, three pages and the looks: at least so many were crashed at.
            #expect(crash > 5)
            #expect(!isReached, "a run of twelve records does not take forty writes")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a walk that was cut goes on from its last committed page`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            // One for the claim, one for the total, one for each of two pages.
            let mortal = CrashingDatabase(connected.database, atWrite: 5, afterCommit: false)
            let store = ScriptedRecords(Given.customers(23), clock: SystemClock())
            await #expect(throws: Crash.self) {
                _ = try await Given.run(connected, store, on: mortal).runUntilComplete()
            }
            let clock = OffsetClock(by: .seconds(31))
            let later = ScriptedRecords(Given.customers(23), clock: clock)

            _ = try await Given.run(connected, later, clock: clock).runUntilComplete()

            let first = later.asked.first { if case .page = $0 { true } else { false } }
            #expect(first == .page(.everything, after: "customer/0009"))
            try await Given.expectComplete(connected, later)
            #expect(try await connected.changes().count == 23)
        }
    }

    @Test(arguments: Engine.allCases)
    func `whoever lost the lease writes nothing, and the walk ends once`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let (arrival, arrived) = AsyncStream<Void>.makeStream()
            let (gate, open) = AsyncStream<Void>.makeStream()
            let slow = ScriptedRecords(Given.customers(12), clock: SystemClock()) { question, _ in
                guard case .page(_, after: "customer/0004") = question else { return }
                arrived.finish()
                for await _ in gate {}
            }
            async let lost = Given.run(connected, slow).runUntilComplete()
            for await _ in arrival {}
            let clock = OffsetClock(by: .seconds(31))
            let fast = ScriptedRecords(Given.customers(12), clock: clock)

            _ = try await Given.run(connected, fast, clock: clock).runUntilComplete()
            open.finish()
            let report = try await lost

            // The first page at most: what came after its lease was gone is nowhere.
            #expect(report.created <= 5)
            #expect(report.changed == 0)
            try await Given.expectComplete(connected, fast)
        }
    }

    @Test(arguments: Engine.allCases)
    func `two runs at once share the store without doing anything twice`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedRecords(Given.customers(60), clock: SystemClock())
            let runs = try (0..<3).map { _ in try Given.run(connected, store) }

            try await withThrowingTaskGroup(of: Void.self) { group in
                for run in runs { group.addTask { _ = try await run.runUntilComplete() } }
                try await group.waitForAll()
            }

            try await Given.expectComplete(connected, store)
            #expect(try await connected.changes().count == 60)
        }
    }

    @Test(arguments: Engine.allCases)
    func `faults, repeated pages and reordered answers come to the same end`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedRecords(Given.customers(40), clock: SystemClock(), pageSize: 7) { _, number in
                switch number % 5 {
                case 0: throw PlatformError.scripted(.failing, status: 500)
                case 3: throw PlatformError.scripted(.throttled, status: 429, retryAfter: .milliseconds(1))
                default: return
                }
            }
            _ = try await Given.run(connected, store).runUntilComplete()
            let again = ScriptedRecords(Given.customers(40).reversed(), clock: SystemClock(), pageSize: 3)
            try await connected.database.write { [key = Given.key(connected)] in
                try StreamControl(key).rerun(in: $0)
            }

            let report = try await Given.run(connected, again).runUntilComplete()

            #expect(report.unchanged == 40)
            try await Given.expectComplete(connected, again)
            #expect(try await connected.changes().count == 40)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a stale answer of a slow walk does not overwrite what came meanwhile`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let newer = SampleRecord(
                .customer, "0001", note: "new", name: "Ana 1", changedAt: Given.past + .seconds(99))
            let store = ScriptedRecords([newer], clock: SystemClock())
            _ = try await Given.run(connected, store).runUntilComplete()
            let lagging = ScriptedRecords(Given.customers(3, note: "old"), clock: SystemClock())
            try await connected.database.write { [key = Given.key(connected)] in
                try StreamControl(key).rerun(in: $0)
            }

            let report = try await Given.run(connected, lagging).runUntilComplete()

            #expect(report.stale >= 1)
            let stored = try await connected.records()
            #expect(stored.first { $0.externalID == "0001" }?.title == "new")
            #expect(stored.count == 3)
            try await Given.expectGapless(connected)
        }
    }
}
