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
struct CrashTests {
    @Test(arguments: Engine.allCases)
    func `a crash before or after any commit leads to the same end`(engine: Engine) async throws {
        // Twelve orders, five to a list: one cut, two slices, three batches or more, and the notes around them.
        let orders = Order.samples(12, from: Given.past, every: .seconds(50 * 86_400))
        try await withDatabase(engine, migrations: syncSchema) { database in
            var crash = 0
            var isReached = true
            while isReached, crash < 40 {
                crash += 1
                for isAfter in [false, true] {
                    let connected = try await ConnectedStore(database, named: "Loja \(crash) \(isAfter)")
                    let store = ScriptedStore(orders, clock: SystemClock(), pageSize: 5, pageLimit: 2)
                    let mortal = CrashingDatabase(database, atWrite: crash, afterCommit: isAfter)
                    let crashed = try SyncRun(
                        database: mortal, key: connected.stream, store: store, traffic: Traffic(),
                        clock: SystemClock(), options: Given.options, logger: .silent, seed: 7)

                    do {
                        _ = try await crashed.runUntilComplete()
                        isReached = false
                    } catch is Crash {}
                    // The dead node's leases run out.
                    let clock = OffsetClock(by: .seconds(31))
                    let later = ScriptedStore(orders, clock: clock, pageSize: 5, pageLimit: 2)
                    _ = try await Given.run(connected, later, clock: clock).runUntilComplete()

                    try await Given.expectComplete(connected, later)
                    #expect(try await connected.changes().count == 12)
                }
            }
            // Survey, claims, the cut, commits, the backfill's end: at least so many were crashed at.
            #expect(crash > 7)
            #expect(!isReached, "a run of twelve orders does not take forty writes")
        }
    }
}

struct Crash: Error {}

/// A database whose n-th write, and every one after it, fails before its commit or is not heard of after it.
final class CrashingDatabase: Database {
    private let base: any Database
    private let crash: Int
    private let isAfterCommit: Bool
    private let writes = Mutex(0)

    init(_ base: any Database, atWrite crash: Int, afterCommit isAfterCommit: Bool) {
        self.base = base
        self.crash = crash
        self.isAfterCommit = isAfterCommit
    }

    var engine: Engine { base.engine }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        let number = writes.withLock { writes in
            writes += 1
            return writes
        }
        if number < crash { return try await base.write(body) }
        if number == crash, isAfterCommit { _ = try await base.write(body) }
        throw Crash()
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await base.read(body)
    }

    func close() async { await base.close() }
}
