import Basics
import Commerce
import Hub
import Records
import Storage
import Sync
import TestSupport
import Testing

/// Under every fault the end state is that of a run without any.
struct FaultTests {
    @Test(arguments: ["429", "500", "503", "slow", "cut"])
    func `faults at 30 percent change nothing of the end state`(_ kind: String) async throws {
        try await Self.compare(.sqlite, orders: 260, kind: kind, rate: 0.3)
    }

    @Test(arguments: ["429", "500", "503", "slow", "cut"])
    func `faults at 5 percent change nothing of the end state`(_ kind: String) async throws {
        try await Self.compare(.sqlite, orders: 1300, kind: kind, rate: 0.05)
    }

    @Test(arguments: ["503", "cut"])
    func `faults change nothing of the end state on PostgreSQL`(_ kind: String) async throws {
        try await Self.compare(.postgres, orders: 260, kind: kind, rate: 0.3)
    }

    @Test(arguments: ["429", "500", "503", "cut"])
    func `a platform that is gone for half a minute changes nothing of the end state`(_ kind: String) async throws {
        try await withStore(orders: 150) { store, _ in
            let expected = try await Self.sync(.sqlite, store)
            try await store.addFault(kind, rate: 1, seconds: 30)

            let found = try await withThrowingTaskGroup(of: [String: Order]?.self) { group in
                group.addTask { try await Self.sync(.sqlite, store) }
                group.addTask {
                    // The half minute is the sandbox's own, so that the test need not wait for it.
                    while try await store.injectedFaults() < 50 { try await Task.sleep(for: .milliseconds(50)) }
                    try await store.advanceClock(seconds: 31)
                    return nil
                }
                return try await group.reduce([String: Order]()) { found, part in part ?? found }
            }

            #expect(found == expected)
            #expect(try await store.injectedFaults() >= 50)
        }
    }

    @Test(arguments: ["malformed", "wrong-types", "huge-numbers", "cut-body"])
    func `nonsense now and then is read again, and nothing of it is kept`(_ kind: String) async throws {
        try await Self.compare(.sqlite, orders: 200, kind: kind, rate: 0.05, atLeast: 5)
    }

    /// Syncs a store without and with faults into two databases.
    private static func compare(
        _ engine: Engine, orders: Int, kind: String, rate: Double, atLeast injections: Int = 50
    ) async throws {
        try await withStore(orders: orders) { store, _ in
            let expected = try await sync(engine, store)
            try await store.addFault(kind, rate: rate)

            let found = try await sync(engine, store)

            let injected = try await store.injectedFaults()
            #expect(found == expected)
            #expect(found.count == orders)
            #expect(injected >= injections, "only \(injected) were injected")
        }
    }

    private static func sync(_ engine: Engine, _ store: StoreControl) async throws -> [String: Order] {
        try await withTemporaryFolder { keys in
            try await withInstallation(engine, store: store, folder: keys) { world in
                let placed = try await world.connect()
                // What was set aside under way is taken up by the next run, as it is when a person runs it again.
                var report = try await world.syncOnce(placed)
                for _ in 0..<5 where report.parked + report.parkedSlices > 0 {
                    report = try await world.syncOnce(placed)
                }
                return try await world.orders(of: placed).mapValues(\.order)
            }
        }
    }
}
