import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import TestSupport
import Testing

struct LogReaderTests {
    /// Ten orders and their ten changes.
    private func withLog(
        _ engine: Engine, _ body: @escaping (ConnectedStore) async throws -> Void
    ) async throws {
        try await withDatabase(engine, migrations: syncSchema + [NotingReader.migration]) { database in
            let connected = try await ConnectedStore(database)
            let store = ScriptedStore(
                Order.samples(10, from: Given.past, every: .seconds(1)), clock: SystemClock())
            _ = try await Given.run(connected, store).runUntilComplete()
            try await body(connected)
        }
    }

    private func runner(_ connected: ConnectedStore, _ reader: NotingReader, batch: Int = 4) -> LogReaderRunner {
        LogReaderRunner(
            database: connected.database, scope: connected.scope, reader: reader, clock: SystemClock(),
            logger: .silent, batchSize: batch)
    }

    private func noted(_ connected: ConnectedStore) async throws -> [Int64] {
        try await connected.database.read { try $0.all("SELECT number FROM noted ORDER BY seq") { try $0.integer(0) } }
    }

    private func parked(_ connected: ConnectedStore) async throws -> [ParkedChange] {
        try await connected.database.read {
            try ParkedChanges(connected.scope, reader: NotingReader.name).list(limit: 100, in: $0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reader gets every change once and in order, and goes on where it was`(engine: Engine) async throws {
        try await withLog(engine) { connected in
            let runner = runner(connected, NotingReader())

            let first = try await runner.runToHead()
            let second = try await runner.runToHead()

            #expect([first.read, second.read] == [10, 0])
            #expect(try await noted(connected) == Array(1...10))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a change that cannot be digested is parked after three tries and the reader goes on`(
        engine: Engine
    ) async throws {
        try await withLog(engine) { connected in
            let reader = NotingReader(refusing: 6)

            let progress = try await runner(connected, reader).runToHead()

            #expect([progress.read, progress.parked] == [10, 1])
            #expect(try await noted(connected) == [1, 2, 3, 4, 5, 7, 8, 9, 10])
            let parked = try await parked(connected)
            #expect(parked.map(\.number) == [6])
            #expect(parked.map(\.trouble.code) == ["test.refused"])
            // Once in its batch and three times alone.
            #expect(reader.refusals == 4)
        }
    }

    @Test(arguments: Engine.allCases)
    func `later changes of a parked record wait with it, and a replay digests them in order`(
        engine: Engine
    ) async throws {
        try await withLog(engine) { connected in
            let ill = NotingReader(refusing: 3)
            _ = try await runner(connected, ill).runToHead()
            let record = try #require(
                try await parked(connected).first.map {
                    RecordKey(kind: $0.recordKind, id: $0.recordID)
                })
            let clock = OffsetClock(by: .seconds(60))
            let news = Order.sample(
                "order-2", status: .canceled, placedAt: Given.past + .seconds(2), changedAt: clock.now(), amount: 102)
            let store = ScriptedStore([news], clock: clock)
            try await connected.database.write { try StreamControl(connected.stream).rerun(in: $0) }
            _ = try await Given.run(connected, store, clock: clock).runUntilComplete()

            let progress = try await runner(connected, ill).runToHead()
            let waiting = try await parked(connected)
            let replayed = try await runner(connected, NotingReader()).replay(record)

            #expect([progress.read, progress.parked] == [1, 1])
            #expect(waiting.map(\.number) == [3, 11])
            #expect(waiting.map(\.trouble.code) == ["test.refused", "sync.record_parked"])
            #expect(replayed == 2)
            #expect(try await noted(connected).suffix(2) == [3, 11])
            #expect(try await parked(connected).isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a replay that fails again leaves everything parked`(engine: Engine) async throws {
        try await withLog(engine) { connected in
            let ill = NotingReader(refusing: 3)
            _ = try await runner(connected, ill).runToHead()
            let record = try #require(
                try await parked(connected).first.map {
                    RecordKey(kind: $0.recordKind, id: $0.recordID)
                })

            await #expect(throws: Refused.self) { try await runner(connected, ill).replay(record) }

            #expect(try await parked(connected).map(\.number) == [3])
        }
    }

    @Test(arguments: Engine.allCases)
    func `two runners of one reader never read the same change`(engine: Engine) async throws {
        try await withLog(engine) { connected in
            let runner = runner(connected, NotingReader(), batch: 1)

            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<2 { group.addTask { _ = try await runner.runToHead() } }
                try await group.waitForAll()
            }
            _ = try await runner.runToHead()

            #expect(try await noted(connected) == Array(1...10))
        }
    }
}
