import Basics
import Commerce
import Hub
import Records
import Storage
import Sync
import TestSupport
import Testing

/// Under every fault the end state is that of a run without any.
@Suite(.timeLimit(.minutes(20)))
struct FaultTests {
    private static let kinds = ["429", "500", "503", "slow", "cut"]

    @Test func `faults at 30 percent change nothing of the end state`() async throws {
        try await Self.compare(.sqlite, kinds: Self.kinds, rate: 0.3, atLeast: 50)
    }

    @Test func `faults at 5 percent change nothing of the end state`() async throws {
        try await Self.compare(.sqlite, kinds: Self.kinds, rate: 0.05, atLeast: 4)
    }

    @Test func `faults change nothing of the end state on PostgreSQL`() async throws {
        try await Self.compare(.postgres, kinds: ["503", "cut"], rate: 0.3, atLeast: 50)
    }

    @Test func `nonsense now and then is read again, and nothing of it is kept`() async throws {
        let kinds = ["malformed", "wrong-types", "huge-numbers", "cut-body"]
        try await Self.compare(.sqlite, kinds: kinds, rate: 0.05, atLeast: 4)
    }

    @Test func `a platform that is gone for a while changes nothing of the end state`() async throws {
        try await withStore(orders: 60) { store, _ in
            let expected = try await Self.sync(.sqlite, store)
            for kind in ["429", "500", "503", "cut"] {
                let before = try await store.injectedFaults()
                // It is gone for sixty questions, however long they take.
                try await store.addFault(kind, rate: 1, count: 60)

                let found = try await Self.sync(.sqlite, store)

                #expect(found == expected, "\(kind)")
                #expect(try await store.injectedFaults() == before + 60, "\(kind)")
                try await store.clearFaults()
            }
        }
    }

    /// Syncs one store without faults and with each kind of them, into a database each.
    private static func compare(
        _ engine: Engine, kinds: [String], rate: Double, atLeast injections: Int
    ) async throws {
        try await withStore(orders: 260) { store, _ in
            let expected = try await sync(engine, store)
            #expect(expected.count == 260)
            for kind in kinds {
                let before = try await store.injectedFaults()
                try await store.addFault(kind, rate: rate)

                let found = try await sync(engine, store)

                let injected = try await store.injectedFaults() - before
                #expect(found == expected, "\(kind)")
                #expect(injected >= injections, "only \(injected) of \(kind) were injected")
                try await store.clearFaults()
            }
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
