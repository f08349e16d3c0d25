import AccessControl
import Basics
import ConnectorKit
import Foundation
import Operations
import Records
import Storage
import TestSupport
import Testing
import Web

/// Hearing of changes, as it is turned on and off at the connection's page.
struct LiveCardTests {
    private static let config = "/api/orders/feed/config"

    private static func path(_ world: WebWorld, _ part: String) -> String {
        ConsolePath.connection(world.own.organization.id.text, world.own.connection.id.text, part)
    }

    /// What the API says of it.
    private struct Live: Equatable {
        var mode: String
        var isOn: Bool
        var codes: [String] = []
    }

    private static func live(_ world: WebWorld) async throws -> Live {
        let reply = try await world.get("connections/" + world.own.connection.id.text)
        let live = try #require(reply.json["live"] as? [String: Any])
        let findings = try #require(live["findings"] as? [[String: Any]])
        return Live(
            mode: try #require(live["mode"] as? String), isOn: try #require(live["enabled"] as? Bool),
            codes: findings.compactMap { $0["code"] as? String })
    }

    @Test func `it is turned on and off, and page and API tell of it`() async throws {
        let transport = ScriptedTransport()
        transport.answer(Self.config, status: 404)
        transport.answer(Self.config, method: .post)
        try await WebWorld.open(.sqlite, orders: 0, transport: transport) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)
            let before = try await Self.live(world)

            let started = try await browser.post(Self.path(world, "events/start"))
            let page = try await browser.get(
                ConsolePath.connection(world.own.organization.id.text, world.own.connection.id.text))
            let on = try await Self.live(world)
            let stopped = try await browser.post(Self.path(world, "events/stop"))
            let after = try await Self.live(world)

            #expect(before == Live(mode: "sweep", isOn: false))
            #expect(started.status == 303)
            #expect(stopped.status == 303)
            #expect(page.text.contains("fila da plataforma"))
            #expect(on == Live(mode: "feed", isOn: true))
            #expect(after == before)
        }
    }

    @Test func `a key without the right is told which box to tick, in the reader's language`() async throws {
        let transport = ScriptedTransport()
        transport.answer(Self.config, status: 403)
        try await WebWorld.open(.sqlite, orders: 0, transport: transport) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)

            _ = try await browser.post(Self.path(world, "events/start"))
            let page = try await browser.get(
                ConsolePath.connection(world.own.organization.id.text, world.own.connection.id.text))
            let live = try await Self.live(world)

            #expect(page.text.contains("Feed v3 and Hook view only"))
            #expect(live == Live(mode: "sweep", isOn: true, codes: ["live.right_missing"]))
        }
    }

    @Test func `another system's place is taken only after one more question`() async throws {
        let transport = ScriptedTransport()
        transport.answer(
            Self.config,
            body: #"{"filter":{"type":"FromWorkflow","status":["handling"]},"queue":{"visibilityTimeoutInSeconds":60}}"#
        )
        transport.answer(Self.config, method: .post)
        try await WebWorld.open(.sqlite, orders: 0, transport: transport) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)

            let started = try await browser.post(Self.path(world, "events/start"))
            let written = transport.requests.filter { $0.method == .post }.count
            let question = try await browser.get(Self.path(world, "events/take-over"))
            let taken = try await browser.post(Self.path(world, "events/take-over"))
            let live = try await Self.live(world)

            let asked = Self.path(world, "events/take-over")
            #expect(started.header("Location") == asked)
            #expect(written == 0)
            #expect(question.text.contains("Ocupar o lugar"))
            #expect(taken.status == 303)
            #expect(live == Live(mode: "feed", isOn: true))
        }
    }

    @Test func `a reader sees how changes come and cannot turn it on`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let browser = try await Browser.signedIn(as: .reader, in: world)

            let page = try await browser.get(
                ConsolePath.connection(world.own.organization.id.text, world.own.connection.id.text))
            let refused = try await browser.post(Self.path(world, "events/start"))
            let live = try await Self.live(world)

            #expect(page.text.contains("só varredura"))
            #expect(!page.text.contains("events/start"))
            #expect(refused.status == 403)
            #expect(live == Live(mode: "sweep", isOn: false))
        }
    }
}
