import AccessControl
import Basics
import ConnectorKit
import Operations
import Records
import Secrets
import Storage
import Sync
import TestSupport
import Testing

struct KeyRecheckTests {
    @Test(arguments: Engine.allCases)
    func `a key is looked at once a day, and one that will do stops nothing`(_ engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            StoreScript.play(on: house.transport)
            let connection = try await Self.connect(house)

            try await house.services.recheckKeysDue()
            let first = try await Self.checkedAt(connection, house)
            house.clock.advance(by: .seconds(86_399))
            try await house.services.recheckKeysDue()
            let early = try await Self.checkedAt(connection, house)
            house.clock.advance(by: .seconds(1))
            try await house.services.recheckKeysDue()
            let daily = try await Self.checkedAt(connection, house)

            #expect(first != nil)
            #expect(early == first)
            #expect(daily == house.clock.now())
            #expect(try await Self.state(of: connection, house) == .active)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a right that was lost yesterday is told before the sync trips over it`(_ engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            StoreScript.play(on: house.transport)
            let connection = try await Self.connect(house)
            try await house.services.recheckKeysDue()
            house.clock.advance(by: .seconds(86_400))

            try await Self.node(house) { StoreScript.play(on: $0, list: 403) }.recheckKeysDue()

            guard case .needsAttention(let code, let reason, let remedy) = try await Self.state(of: connection, house)
            else {
                Issue.record("it is not stopped")
                return
            }
            #expect(code == "platform.right_lost")
            #expect(reason[.portuguese].hasPrefix("A chave não pode mais: "))
            #expect(remedy?[.english].contains("→ List Orders. Then resume the connection.") == true)
            #expect(try await house.deeds().last == "connection.state_changed")
        }
    }

    @Test func `a key that the platform no longer knows stops its connection`() async throws {
        try await SetUpHouse.open(.sqlite) { house in
            let connection = try await Self.connect(house)

            try await Self.node(house) { $0.answer("/", status: 401) }.recheckKeysDue()

            guard case .needsAttention(let code, _, _) = try await Self.state(of: connection, house) else {
                Issue.record("it is not stopped")
                return
            }
            #expect(code == "platform.unauthorised")
        }
    }

    @Test func `a platform that gives no answer stops nothing and is asked again in an hour`() async throws {
        try await SetUpHouse.open(.sqlite) { house in
            let connection = try await Self.connect(house)

            try await Self.node(house) { $0.answer("/", status: 503) }.recheckKeysDue()
            let failed = try await Self.checkedAt(connection, house)
            house.clock.advance(by: .seconds(3_600))
            try await Self.node(house) { StoreScript.play(on: $0) }.recheckKeysDue()
            let again = try await Self.checkedAt(connection, house)

            #expect(failed != nil)
            #expect(again == house.clock.now())
            #expect(try await Self.state(of: connection, house) == .active)
        }
    }

    /// A node whose platform answers as `play` says.
    private static func node(_ house: SetUpHouse, _ play: (ScriptedTransport) -> Void) -> Services {
        let transport = ScriptedTransport()
        play(transport)
        return Services(
            database: house.database, keyring: house.services.keyring, transport: transport, clock: house.clock,
            syncOptions: SyncOptions(), quotaPerMinute: nil, passwordCost: .forTests, logger: .silent)
    }

    /// An active connection, as the command line makes it.
    private static func connect(_ house: SetUpHouse) async throws -> ConnectionID {
        try await house.services.ensureConnection(
            Services.WantedStore(
                platform: "vtex",
                pasted: PastedCredential(
                    account: "minhaloja", baseURL: nil, key: SetUpHouse.key, token: Secret(SetUpHouse.token)),
                organization: "Casa"), by: SetUpHouse.actor
        ).connection.id
    }

    private static func checkedAt(_ id: ConnectionID, _ house: SetUpHouse) async throws -> Instant? {
        try await house.database.read { try KeyChecks(house.scope).last(of: id, in: $0)?.startedAt }
    }

    private static func state(of id: ConnectionID, _ house: SetUpHouse) async throws -> Connection.State? {
        try await house.database.read { try Connections(house.scope).find(id, in: $0)?.state }
    }
}
