import Basics
import Commerce
import ConnectorKit
import Journal
import Records
import Storage
import Sync
import TestSupport

/// A connection that hears of changes, with a store in memory and a clock that stands still.
struct LiveWorld: Sendable {
    let connected: ConnectedStore
    let store: ScriptedStore
    let events: EventStore
    let run: LiveRun
    let clock: ManualClock

    static func open(
        _ engine: Engine, mode: LiveMode = .hook, _ body: @escaping @Sendable (LiveWorld) async throws -> Void
    ) async throws {
        try await withDatabase(engine, migrations: syncSchema) { database in
            let connected = try await ConnectedStore(database)
            let clock = ManualClock()
            let store = ScriptedStore(clock: clock)
            let events = EventStore(store)
            if mode == .hook {
                try await events.register(url: "https://ponte.example/x", header: "X", secret: Secret("s"))
            }
            let state = LiveState(
                wanted: mode, mode: mode, publicURL: "https://ponte.example", startedAt: clock.now())
            try await database.write {
                try LiveTable(connected.scope, connection: connected.connection.id).turnOn(state, in: $0)
            }
            let run = try LiveWorld.run(connected, database, events, clock)
            try await body(LiveWorld(connected: connected, store: store, events: events, run: run, clock: clock))
        }
    }

    /// Another run, as another node has one.
    static func run(
        _ connected: ConnectedStore, _ database: any Database, _ events: EventStore, _ clock: any WallClock
    ) throws -> LiveRun {
        var options = LiveOptions()
        options.attempts = 3
        options.lease = .seconds(30)
        return try LiveRun(
            database: database, scope: connected.scope, connection: connected.connection, store: events,
            clock: clock, options: options, logger: .silent, seed: 7)
    }

    func step() async throws { _ = try await run.step() }

    @discardableResult
    func tellByHook(_ id: String, at happenedAt: Instant?) async throws -> Bool {
        guard let event = OrderEvent(externalID: id, state: "paid", happenedAt: happenedAt) else { return false }
        let now = clock.now()
        return try await connected.database.write { [connected] in
            try HookIntake(connected.scope, connection: connected.connection.id).take(event, at: now, in: $0)
        }
    }

    /// Takes the first due order, for half a minute.
    func claim() async throws -> EventInbox.Claim {
        let now = clock.now()
        let claims = try await connected.database.write { [connected] in
            try EventInbox(connected.stream).claim(1, for: .seconds(30), at: now, in: $0)
        }
        guard let claim = claims.first else { throw NothingDue() }
        return claim
    }

    struct NothingDue: Error {}

    func waiting() async throws -> Int {
        try await connected.database.read { [connected] in try EventInbox(connected.stream).count(in: $0) }
    }

    func state() async throws -> LiveState? {
        try await connected.database.read { [connected] in
            try LiveTable(connected.scope, connection: connected.connection.id).find(in: $0)
        }
    }

    func findings() async throws -> [String] {
        try await connected.database.read { [connected] in
            try LiveFindings(connected.scope, connection: connected.connection.id).list(in: $0).map(\.code)
        }
    }

    func setState(_ state: Connection.State) async throws {
        let now = clock.now()
        try await connected.database.write { [connected] in
            try Connections(connected.scope).setState(
                state, of: connected.connection.id, by: Actor("test"), at: now, in: $0)
        }
    }
}
