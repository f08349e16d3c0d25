import AccessControl
import Basics
import Operations
import Records
import Storage
import TestSupport
import Testing
import Web

/// A page that answers a form itself sends the form again when it is loaded again: that does the deed no second time.
@Suite struct SentAgainTests {
    /// What the form would send beside what is typed.
    private static func hidden(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: #/name="after" value="([^"]*)"/#)).1)
    }

    @Test func `a new key's form that is sent again makes no second key`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)
            let path = ConsolePath.keys(world.own.organization.id.text)
            let scope = world.own.organization.scope
            let before = try await world.services.keys(in: scope).count
            let typed = [
                "label": "ERP", "permission": "orders.read", "after": try Self.hidden(try await ana.get(path).text),
            ]

            let made = try await ana.post(path, typed)
            let again = try await ana.post(path, typed)

            #expect(made.status == 200 && made.text.contains("id=\"link\""))
            #expect(again.status == 303 && !again.text.contains("id=\"link\""))
            #expect(try await world.services.keys(in: scope).count == before + 1)
        }
    }

    @Test func `a link's form that is sent again makes no second link, and the first stays good`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)
            let path = ConsolePath.connection(
                world.own.organization.id.text, world.own.connection.id.text, "hand-in")
            let typed = ["after": try Self.hidden(try await ana.get(path).text)]

            let made = try await ana.post(path, typed)
            let again = try await ana.post(path, typed)
            let next = try await ana.post(path, ["after": try Self.hidden(try await ana.get(path).text)])

            #expect(made.status == 200 && made.text.contains("id=\"link\""))
            #expect(again.status == 303)
            #expect(next.status == 200 && next.text.contains("id=\"link\""))
        }
    }

    @Test func `a last day before the first is told under its field`() async throws {
        try await WebWorld.open(.sqlite, orders: 1) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)
            let path = ConsolePath.orders(world.own.organization.id.text)

            let backwards = try await ana.get(path + "?from=2026-11-20&until=2026-11-01")
            let forwards = try await ana.get(path + "?from=2026-11-01&until=2026-11-20")

            #expect(backwards.text.ranges(of: "class=\"field wrong\"").count == 1)
            #expect(forwards.text.ranges(of: "class=\"field wrong\"").isEmpty)
        }
    }
}
