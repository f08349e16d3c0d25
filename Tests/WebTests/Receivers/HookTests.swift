import Basics
import ConnectorKit
import HTTPTypes
import Operations
import Records
import Storage
import Sync
import TestSupport
import Testing
import Web

/// What platforms, and strangers, post.
struct HookTests {
    /// A door of the own connection, with an address and a secret.
    private struct Door {
        let world: WebWorld
        let key: HookDoors.Key

        static func open(_ world: WebWorld) async throws -> Door {
            let key = HookDoors.Key()
            let side = world.own
            try await world.services.database.write {
                try HookDoors(side.organization.scope, connection: side.connection.id).open(
                    key, at: WebWorld.noon, in: $0)
            }
            return Door(world: world, key: key)
        }

        var path: String { "/hooks/vtex/" + key.path.reveal { $0 } }

        func post(_ body: String, secret: String? = nil, to path: String? = nil) async throws -> Reply {
            try await world.ask(
                .post, path ?? self.path, key: nil, body: body,
                headers: ["X-Ponte-Hook-Secret": secret ?? key.header.reveal { $0 }])
        }

        func waiting() async throws -> Int {
            let key = StreamKey(world.own.organization.scope, connection: world.own.connection.id, kind: .orders)
            return try await world.services.database.read { try EventInbox(key).count(in: $0) }
        }
    }

    private static func event(
        _ id: String = "v1-01", account: String = "casa", key: String = "vtexappkey-casa-ABCDEF",
        at time: String = "2026-11-22T12:00:00.1234567Z"
    ) -> String {
        #"{"Domain":"Marketplace","OrderId":"\#(id)","State":"handling","LastState":"ready-for-handling","#
            + #""LastChange":"2026-11-22T11:59:00Z","CurrentChange":"\#(time)","New":[1],"#
            + #""Origin":{"Account":"\#(account)","Key":"\#(key)"}}"#
    }

    @Test(arguments: Engine.allCases)
    func `a notification is taken in, and told again changes nothing`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 0) { world in
            let door = try await Door.open(world)

            let first = try await door.post(Self.event())
            let again = try await door.post(Self.event())
            let other = try await door.post(Self.event("v2-01"))

            #expect([first, again, other].map(\.status) == [200, 200, 200])
            #expect(try await door.waiting() == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was told of an order that is stored in a newer state is answered and forgotten`(
        engine: Engine
    ) async throws {
        try await WebWorld.open(engine, orders: 1) { world in
            let door = try await Door.open(world)

            let old = try await door.post(Self.event("casa-1000-01", at: "2020-01-01T00:00:00Z"))
            let waiting = try await door.waiting()
            let new = try await door.post(Self.event("casa-1000-01", at: "2030-01-01T00:00:00Z"))

            #expect([old.status, new.status] == [200, 200])
            #expect(waiting == 0)
            #expect(try await door.waiting() == 1)
        }
    }

    @Test func `a ping is answered and nothing is kept of it`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let door = try await Door.open(world)

            let reply = try await door.post(#"{"hookConfig":"ping"}"#)

            #expect(reply.status == 200)
            #expect(try await door.waiting() == 0)
        }
    }

    @Test func `strangers are refused alike, and are not told why`() async throws {
        var settings = WebSettings()
        settings.metricsToken = Secret("figures")
        try await WebWorld.open(.sqlite, orders: 0, settings: settings) { world in
            let door = try await Door.open(world)
            let unknown = "/hooks/vtex/" + String(repeating: "A", count: 43)

            let replies = [
                try await door.post(Self.event(), secret: "wrong"),
                try await door.post(Self.event(), secret: String(repeating: "x", count: 43)),
                try await door.post(Self.event(), to: unknown),
                try await door.post(Self.event(), to: door.path.replacing("/vtex/", with: "/nuvemshop/")),
                try await door.post(Self.event(account: "vizinho")),
                try await door.post(Self.event(key: "vtexappkey-casa-ZZZZZZ")),
                try await world.ask(.post, door.path, key: nil, body: Self.event()),
            ]

            #expect(replies.map(\.status) == Array(repeating: 404, count: 7))
            #expect(Set(replies.compactMap(\.code)).count == 1)
            #expect(try await door.waiting() == 0)
            let figures = try await world.ask(.get, "/metrics", key: "figures")
            #expect(figures.text.contains(#"ponte_hooks_total{outcome="refused"} 7"#))
        }
    }

    @Test func `a body of more than 64 KB is refused before anybody is looked for`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let door = try await Door.open(world)
            let fits = Self.event() + String(repeating: " ", count: 65_536 - Self.event().utf8.count)

            let reply = try await door.post(fits)
            let tooLarge = try await door.post(fits + " ")

            #expect(reply.status == 200)
            #expect(tooLarge.status == 413)
            #expect(try await door.waiting() == 1)
        }
    }

    @Test(arguments: ["", "{", "[]", "{}", #"{"OrderId":""}"#, #"{"OrderId":"a\u0000b"}"#, #"{"OrderId":{}}"#])
    func `what is no notification is refused and keeps nothing`(body: String) async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let door = try await Door.open(world)

            let reply = try await door.post(body)

            #expect(reply.status == 400)
            #expect(reply.code == "hook.unreadable")
            #expect(try await door.waiting() == 0)
        }
    }
}
