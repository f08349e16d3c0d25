import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import TestSupport
import Testing

struct SliceTableTests {
    private let now = Instant(seconds: 1_700_000_000)
    private let lease = Duration.seconds(20)

    /// A surveyed stream with one slice of the backfill.
    private func withSlice(
        _ engine: Engine, _ body: @escaping (ConnectedStore, SliceTable) async throws -> Void
    ) async throws {
        try await Given.withStore(engine) { [now] connected in
            let table = SliceTable(connected.stream)
            try await connected.database.write { transaction in
                _ = try StreamTable(connected.stream).open(in: transaction)
                try table.add(
                    [OrderQuery(from: Given.past, until: now)], for: .backfill, at: now, in: transaction)
            }
            try await body(connected, table)
        }
    }

    private func claim(_ connected: ConnectedStore, _ table: SliceTable, at instant: Instant) async throws
        -> SliceLease?
    {
        try await connected.database.write { [lease] in try table.claim(for: lease, at: instant, in: $0) }
    }

    private func commit(
        _ connected: ConnectedStore, _ table: SliceTable, under lease: SliceLease, isLast: Bool = false
    ) async throws {
        try await connected.database.write { [now] transaction in
            try table.commit(
                3, upTo: .placedAt(Given.past + .seconds(5)), isLast: isLast, under: lease, until: now + .seconds(40),
                in: transaction)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a second worker cannot claim a leased slice until its lease has run out`(engine: Engine) async throws {
        try await withSlice(engine) { connected, table in
            let first = try await claim(connected, table, at: now)

            let early = try await claim(connected, table, at: now + .seconds(19))
            let late = try await claim(connected, table, at: now + .seconds(20))

            #expect(first?.token == 1)
            #expect(early == nil)
            #expect(late?.token == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func `news are claimed before the past, but by a worker who takes the past first`(engine: Engine) async throws {
        try await withSlice(engine) { [now, lease] connected, table in
            let purposes = try await connected.database.write { transaction in
                try table.add([OrderQuery(from: Given.past, until: now)], for: .sweep, at: now, in: transaction)
                let first = try table.claim(.backfill, for: lease, at: now, in: transaction)
                let none = try table.claim(.backfill, for: lease, at: now, in: transaction)
                let other = try table.claim(for: lease, at: now, in: transaction)
                return [first, none, other].map { $0?.slice.purpose }
            }

            #expect(purposes == [.backfill, nil, .sweep])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is claimed is told with the end of its lease`(engine: Engine) async throws {
        try await withSlice(engine) { connected, table in
            let before = try await connected.database.read { [now] in try table.outlook(at: now, in: $0) }
            _ = try await claim(connected, table, at: now)

            let after = try await connected.database.read { [now] in try table.outlook(at: now, in: $0) }

            #expect(before.leased == 0)
            #expect(before.leasedUntil == nil)
            #expect(after.leased == 1)
            #expect(after.leasedUntil == now + .seconds(20))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a worker that slept past its lease commits nothing, whether the other has finished or not`(
        engine: Engine
    ) async throws {
        try await withSlice(engine) { connected, table in
            let sleeper = try #require(try await claim(connected, table, at: now))
            let other = try #require(try await claim(connected, table, at: now + .seconds(60)))

            let whileHeld = await #expect(throws: SyncError.self) {
                try await commit(connected, table, under: sleeper)
            }
            try await commit(connected, table, under: other, isLast: true)
            let afterwards = await #expect(throws: SyncError.self) {
                try await commit(connected, table, under: sleeper)
            }

            #expect([whileHeld?.code, afterwards?.code] == ["sync.lease_lost", "sync.lease_lost"])
            let outlook = try await connected.database.read { [now] in try table.outlook(at: now, in: $0) }
            #expect([outlook.openBackfill, outlook.backfilled] == [0, 3])
        }
    }

    @Test(arguments: Engine.allCases)
    func `the same batch cannot be committed twice`(engine: Engine) async throws {
        try await withSlice(engine) { connected, table in
            let lease = try #require(try await claim(connected, table, at: now))
            try await commit(connected, table, under: lease)

            let error = await #expect(throws: SyncError.self) {
                try await commit(connected, table, under: lease)
            }

            #expect(error?.code == "sync.lease_lost")
        }
    }

    @Test(arguments: Engine.allCases)
    func `whoever takes a slice over begins at its checkpoint`(engine: Engine) async throws {
        try await withSlice(engine) { connected, table in
            let first = try #require(try await claim(connected, table, at: now))
            try await commit(connected, table, under: first)

            let second = try #require(try await claim(connected, table, at: now + .seconds(40)))

            #expect(second.slice.position == .placedAt(Given.past + .seconds(5)))
            #expect(second.slice.remaining == OrderQuery(from: Given.past + .seconds(5), until: now))
            #expect(second.batches == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `live slices are claimed before the backfill`(engine: Engine) async throws {
        try await withSlice(engine) { connected, table in
            try await connected.database.write { [now] in
                try table.add([OrderQuery(from: now, until: now)], for: .fresh, at: now, in: $0)
            }

            let first = try await claim(connected, table, at: now)
            let second = try await claim(connected, table, at: now)
            let third = try await claim(connected, table, at: now)

            #expect([first, second].map { $0?.slice.purpose } == [.fresh, .backfill])
            #expect(third == nil)
        }
    }
}
