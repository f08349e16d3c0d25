import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import TestSupport
import Testing

extension Given {
    static func key(_ connected: ConnectedStore) -> StreamKey {
        StreamKey(connected.scope, connection: connected.connection.id, kind: .customers)
    }

    static func run(
        _ connected: ConnectedStore, _ store: ScriptedRecords, on database: (any Database)? = nil,
        clock: any WallClock = SystemClock(), options: SyncOptions = Given.options
    ) throws -> RecordRun {
        try RecordRun(
            database: database ?? connected.database, key: key(connected), store: store, traffic: Traffic(),
            clock: clock, options: options, logger: .silent, seed: 7)
    }

    /// As many customers as asked for, each changed a second after the one before.
    static func customers(_ count: Int, note: String = "gold") -> [SampleRecord] {
        (0..<count).map { number in
            let digits = String(number)
            return SampleRecord(
                .customer, String(repeating: "0", count: 4 - digits.count) + digits, note: note, name: "Ana \(number)",
                changedAt: past + .seconds(number))
        }
    }

    /// Every record of the store once, as it stands there, nothing deleted, and a log without gap or repeat.
    static func expectComplete(
        _ connected: ConnectedStore, _ store: ScriptedRecords, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let stored = try await connected.records().filter { $0.deletedAt == nil }
        let there = store.stored
        #expect(stored.map(\.externalID) == there.map(\.id), sourceLocation: sourceLocation)
        #expect(stored.map(\.core) == there.map(\.document.core), sourceLocation: sourceLocation)
        #expect(stored.map(\.person) == there.map(\.document.person), sourceLocation: sourceLocation)
        try await expectGapless(connected, sourceLocation: sourceLocation)
    }

    static func expectGapless(
        _ connected: ConnectedStore, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let changes = try await connected.changes()
        #expect(changes.map(\.number) == Array(1...Int64(max(1, changes.count))), sourceLocation: sourceLocation)
        let versions = Set(changes.map { "\($0.recordID) \($0.version)" })
        #expect(versions.count == changes.count, sourceLocation: sourceLocation)
    }
}

extension ConnectedStore {
    /// All stored records besides orders, deleted or not, by kind and external id.
    func records() async throws -> [StoredRecord] {
        try await database.read { [scope, connection] in
            try RecordStore(scope).all(of: connection.id, seesPeople: true, limit: 100_000, in: $0)
        }
    }

    func customers() async throws -> StreamState? {
        try await database.read { [key = Given.key(self)] in try StreamControl(key).state(in: $0) }
    }
}
