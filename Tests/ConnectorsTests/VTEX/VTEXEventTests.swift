import Basics
import ConnectorKit
import Connectors
import TestSupport
import Testing

/// Feed and hook of one key, and what VTEX posts.
struct VTEXEventTests {
    private static func store(_ transport: ScriptedTransport) throws -> any EventfulStore {
        let credential = StoreCredential(
            account: "loja", baseURL: "https://loja.example", key: "vtexappkey-loja-ABCDEF", token: Secret("token"))
        let store = try ConnectorCatalog.connector(named: "vtex").store(
            credential, transport: transport, clock: ManualClock())
        return try #require(store as? any EventfulStore)
    }

    private static func reader() throws -> any NotifyingConnector {
        try #require(try ConnectorCatalog.connector(named: "vtex") as? any NotifyingConnector)
    }

    @Test func `a queue is ours when it is set up as Ponte does it`() async throws {
        let transport = ScriptedTransport()
        transport.answer("/api/orders/feed/config", method: .post)
        let feed = try #require(try Self.store(transport).feed)

        try await feed.configure()
        let body = try #require(transport.requests.first?.body)
        let told =
            String(decoding: body.dropLast(), as: UTF8.self)
            + #","quantity":12,"approximateAgeOfOldestMessageInSeconds":301.5}"#
        transport.answer("/api/orders/feed/config", body: told)
        let standing = try await feed.standing()

        #expect(standing == FeedStanding(isOurs: true, quantity: 12, oldestAge: .milliseconds(301_500)))
    }

    @Test(arguments: [
        #"{"filter":{"type":"FromWorkflow","status":["handling"]},"queue":{"visibilityTimeoutInSeconds":250,"MessageRetentionPeriodInSeconds":1209600},"quantity":0}"#,
        #"{"filter":{"type":"FromOrders","expression":"true"},"queue":{"visibilityTimeoutInSeconds":250,"messageRetentionPeriodInSeconds":1209600},"quantity":0}"#,
        #"{"filter":{"type":"FromWorkflow","status":[]},"queue":{"visibilityTimeoutInSeconds":60,"messageRetentionPeriodInSeconds":345600},"quantity":0}"#,
    ])
    func `another set-up is somebody else's`(told: String) async throws {
        let transport = ScriptedTransport()
        transport.answer("/api/orders/feed/config", body: told)

        let standing = try await Self.store(transport).feed?.standing()

        #expect(standing == FeedStanding(isOurs: false, quantity: 0, oldestAge: nil))
    }

    @Test func `a queue that is gone is no error, and a missing right names its box`() async throws {
        let transport = ScriptedTransport()
        transport.answer("/api/orders/feed/config", status: 404)
        transport.answer("/api/orders/feed/config", status: 403)
        let feed = try #require(try Self.store(transport).feed)

        let gone = try await feed.standing()
        let error = await #expect(throws: PlatformError.self) { try await feed.standing() }

        #expect(gone == nil)
        #expect(error?.kind == .forbidden)
        #expect(error?.remedy?.english.contains("Feed v3 and Hook") == true)
    }

    @Test func `events are read with what acknowledges them, odd ones too`() async throws {
        let transport = ScriptedTransport()
        transport.answer(
            "/api/orders/feed?maxlot=10",
            body: #"[{"eventId":"A","handle":"h1","domain":"Marketplace","state":"handling","lastState":"","#
                + #""orderId":"v1-01","lastChange":"2026-11-22T11:00:00Z","currentChange":"2026-11-22T12:00:00Z"},"#
                + #"{"eventId":"B","handle":"h2","state":null,"orderId":"v2-01","currentChange":"soon"},"#
                + #"{"eventId":"C","handle":"h3","state":"handling","orderId":null}]"#)
        transport.answer("/api/orders/feed", method: .post)
        let feed = try #require(try Self.store(transport).feed)

        let events = try await feed.read()
        try await feed.acknowledge(["h1", "h2"])

        #expect(
            events == [
                FeedEvent(
                    handle: "h1",
                    event: OrderEvent(
                        externalID: "v1-01", state: "handling", happenedAt: Instant(iso8601: "2026-11-22T12:00:00Z"))),
                FeedEvent(handle: "h2", event: OrderEvent(externalID: "v2-01", state: "", happenedAt: nil)),
                FeedEvent(handle: "h3", event: nil),
            ])
        #expect(
            transport.requests.last?.body.map { String(decoding: $0, as: UTF8.self) } == #"{"handles":["h1","h2"]}"#)
    }

    @Test func `a hook is registered with its secret in a header, and an address that is not answered is told`()
        async throws
    {
        let transport = ScriptedTransport()
        transport.answer("/api/orders/hook/config", method: .post)
        transport.answer("/api/orders/hook/config", method: .post, status: 400)
        let hooks = try #require(try Self.store(transport).hooks)

        try await hooks.register(url: "https://ponte.example/hooks/x", header: "X-Secret", secret: Secret("s3"))
        let error = await #expect(throws: PlatformError.self) {
            try await hooks.register(url: "https://ponte.example/hooks/x", header: "X-Secret", secret: Secret("s3"))
        }

        let body = String(decoding: transport.requests.first?.body ?? [], as: UTF8.self)
        #expect(body.contains(#""hook":{"url":"https://ponte.example/hooks/x","headers":{"X-Secret":"s3"}}"#))
        #expect(error?.kind == .refused)
    }

    @Test func `what VTEX posts is understood, whatever new fields it has`() throws {
        let reader = try Self.reader()
        let event =
            #"{"Domain":"Marketplace","OrderId":"v1-01","State":"handling","LastChange":"2026-11-22T11:00:00Z","#
            + #""CurrentChange":"2026-11-22T12:00:00Z","Origin":{"Account":"loja","Key":"k"},"New":{"a":[1]}}"#

        let ping = reader.notification(in: Array(#"{"hookConfig":"ping"}"#.utf8))
        let told = reader.notification(in: Array(event.utf8))
        let mute = reader.notification(in: Array(#"{"OrderId":null,"State":"handling"}"#.utf8))
        let nonsense = reader.notification(in: Array("<html>".utf8))

        let expected = try #require(
            OrderEvent(
                externalID: "v1-01", state: "handling", happenedAt: Instant(iso8601: "2026-11-22T12:00:00Z")))
        #expect(ping == .ping)
        #expect(told == .event(expected, account: "loja", key: "k"))
        #expect(mute == .unreadable)
        #expect(nonsense == .unreadable)
    }
}
