import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import TestSupport
import Testing

/// What the engine's tests begin with.
enum Given {
    /// 2023-11-14, before the manual clock begins. Orders that stand close together there take many cuts to be told apart
    /// from the years since; where that is not the point, they stand days apart.
    static let past = Instant(seconds: 1_699_900_000)

    /// Small batches and pages, quick retries: every path is taken with few orders.
    static var options: SyncOptions {
        var options = SyncOptions()
        options.batchSize = 7
        options.fetches = 4
        options.poll = .milliseconds(2)
        options.lease = .seconds(30)
        // Beyond the reach of any load; a test that hangs ends by its time limit.
        options.patience = .seconds(3600)
        options.retry.base = .milliseconds(1)
        options.retry.limit = .milliseconds(4)
        options.retry.throttlePause = .milliseconds(5)
        return options
    }

    static func run(
        _ connected: ConnectedStore, _ store: ScriptedStore, clock: any WallClock = SystemClock(),
        options: SyncOptions = Given.options
    ) throws -> SyncRun {
        try SyncRun(
            database: connected.database, key: connected.stream, store: store, traffic: Traffic(), clock: clock,
            options: options, logger: .silent, seed: 7)
    }

    static func withStore(
        _ engine: Engine, _ body: @escaping (ConnectedStore) async throws -> Void
    ) async throws {
        try await withDatabase(engine, migrations: syncSchema) { database in
            try await body(try await ConnectedStore(database))
        }
    }

    /// Every order of the store once, as it stands there, and a log without gap or repeat.
    static func expectComplete(
        _ connected: ConnectedStore, _ store: ScriptedStore, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let stored = try await connected.stored().map(\.order).sorted { $0.externalID < $1.externalID }
        let there = store.stored.sorted { $0.externalID < $1.externalID }
        #expect(stored.map(\.externalID) == there.map(\.externalID), sourceLocation: sourceLocation)
        #expect(stored.map(\.total) == there.map(\.total), sourceLocation: sourceLocation)
        #expect(stored.map(\.status) == there.map(\.status), sourceLocation: sourceLocation)
        let changes = try await connected.changes()
        #expect(changes.map(\.number) == Array(1...Int64(max(1, changes.count))), sourceLocation: sourceLocation)
        let versions = Set(changes.map { "\($0.recordID) \($0.version)" })
        #expect(versions.count == changes.count, sourceLocation: sourceLocation)
    }
}
