import AccessControl
import Basics
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Operations
import Records
import Storage
import TestSupport
import Testing
import Web

/// The console as it is served: who sees what, of whom, and what no page may tell.
@Suite struct ServedConsoleTests {
    private static let password = Secret("uma frase bem comprida")

    /// Makes a member and signs him in.
    /// - Returns: his cookie.
    private static func cookie(_ role: MemberRole, in world: WebWorld) async throws -> String {
        let email = "\(role.rawValue)@loja.example"
        _ = try await world.services.addMember(
            NewMember(email: email, name: "Ana", language: .portuguese, role: role), password: password,
            by: WebWorld.actor)
        let (_, token) = try await world.services.signIn(email: email, password: password, from: .unknown)
        return token.secret.reveal { "ponte_session=" + $0 }
    }

    private static func paths(_ side: WebWorld.Side, connection: String, order: String) -> [String] {
        let client = side.organization.id.text
        let one = ConsolePath.connection(client, connection)
        return [
            ConsolePath.client(client), ConsolePath.client(client) + "/live", ConsolePath.connections(client),
            ConsolePath.connections(client) + "/live", one, one + "/live", ConsolePath.orders(client),
            ConsolePath.order(client, order), ConsolePath.order(client, order) + "/canonical",
            ConsolePath.activity(client),
        ]
    }

    private static func ownersPaths(_ side: WebWorld.Side, connection: String, order: String) -> [String] {
        let client = side.organization.id.text
        return ["pause", "rerun", "credential"].map { ConsolePath.connection(client, connection, $0) }
            + [
                ConsolePath.newConnection(client), ConsolePath.orderSource(client, order), ConsolePath.keys(client),
                ConsolePath.members,
            ]
    }

    @Test(arguments: Engine.allCases) func `an owner sees every page of his clients, and no token on any`(
        _ engine: Engine
    ) async throws {
        try await WebWorld.open(engine) { world in
            let cookie = try await Self.cookie(.owner, in: world)
            let connection = world.own.connection.id.text
            let order = try #require(world.own.orders.first).text

            for path in Self.paths(world.own, connection: connection, order: order)
                + Self.ownersPaths(world.own, connection: connection, order: order)
                + [ConsolePath.clients, ConsolePath.settings]
            {
                let reply = try await world.ask(.get, path, key: nil, headers: ["Cookie": cookie])
                #expect(reply.status == 200, "\(path)")
                #expect(!reply.text.contains(WebWorld.plantedToken), "\(path)")
                #expect(reply.header("Content-Security-Policy")?.contains("script-src 'self'") == true, "\(path)")
            }
        }
    }

    @Test func `a reader sees what he may, no person, and is refused the rest`() async throws {
        try await WebWorld.open(.sqlite) { world in
            let cookie = try await Self.cookie(.reader, in: world)
            let connection = world.own.connection.id.text
            let order = try #require(world.own.orders.first).text

            for path in Self.paths(world.own, connection: connection, order: order) {
                let reply = try await world.ask(.get, path, key: nil, headers: ["Cookie": cookie])
                #expect(reply.status == 200, "\(path)")
                #expect(!reply.text.contains("Maria") && !reply.text.contains("cliente0@example.com"), "\(path)")
            }
            for path in Self.ownersPaths(world.own, connection: connection, order: order) {
                let reply = try await world.ask(.get, path, key: nil, headers: ["Cookie": cookie])
                #expect(reply.status == 403, "\(path)")
            }
        }
    }

    @Test func `what is another client's is not found under this one's address`() async throws {
        try await WebWorld.open(.sqlite) { world in
            let cookie = try await Self.cookie(.owner, in: world)
            let order = try #require(world.other.orders.first).text
            let connection = world.other.connection.id.text
            let client = world.own.organization.id.text

            for path in [
                ConsolePath.connection(client, connection), ConsolePath.connection(client, connection, "live"),
                ConsolePath.connection(client, connection, "credential"), ConsolePath.order(client, order),
                ConsolePath.order(client, order) + "/canonical", ConsolePath.orderSource(client, order),
                ConsolePath.client("org_00000000000000000000000000"), ConsolePath.client("nobody"),
            ] {
                let reply = try await world.ask(.get, path, key: nil, headers: ["Cookie": cookie])
                #expect(reply.status == 404, "\(path)")
                #expect(reply.text.contains("Esta página não existe"), "\(path)")
            }
        }
    }

    @Test func `who is not signed in is led to the door`() async throws {
        try await WebWorld.open(.sqlite) { world in
            _ = try await Self.cookie(.owner, in: world)
            for path in [ConsolePath.home, ConsolePath.settings, ConsolePath.orders(world.own.organization.id.text)] {
                let reply = try await world.ask(.get, path, key: nil)
                #expect(reply.status == 303, "\(path)")
                let back = path == ConsolePath.home ? nil : path
                #expect(
                    reply.header("Location") == ConsolePath.query(ConsolePath.signIn, [("back", back)]), "\(path)")
            }
        }
    }

    @Test func `orders are found by the customer's name without accents`() async throws {
        try await WebWorld.open(.sqlite) { world in
            let cookie = try await Self.cookie(.owner, in: world)
            let client = world.own.organization.id.text

            let found = try await world.ask(
                .get, ConsolePath.query(ConsolePath.orders(client), [("q", "joao conceicao")]), key: nil,
                headers: ["Cookie": cookie])
            let none = try await world.ask(
                .get, ConsolePath.query(ConsolePath.orders(client), [("q", "ninguem")]), key: nil,
                headers: ["Cookie": cookie])

            #expect(found.text.contains("João Conceição"))
            #expect(found.text.ranges(of: "<th scope=\"row\"").count == 1)
            #expect(none.text.contains("Nenhum pedido corresponde à busca"))
        }
    }

    @Test func `a client's orders are paged without losing or repeating one`() async throws {
        try await WebWorld.open(.sqlite, orders: 120) { world in
            let cookie = try await Self.cookie(.owner, in: world)
            var path: String? = ConsolePath.orders(world.own.organization.id.text)
            var seen: [String] = []
            var pages = 0
            while let next = path, pages < 5 {
                let reply = try await world.ask(.get, next, key: nil, headers: ["Cookie": cookie])
                seen += reply.text.matches(of: #/<th scope="row" class="first"><a href="([^"]+)"/#).map { String($0.1) }
                path = reply.text.firstMatch(of: #/href="([^"]+)" rel="next"/#)
                    .map { String($0.1).replacing("&amp;", with: "&") }
                pages += 1
            }

            #expect(pages == 3)
            #expect(seen.count == 120)
            #expect(Set(seen).count == 120)
        }
    }

    @Test func `assets may be kept for good, and are not sent twice`() async throws {
        try await WebWorld.open(.sqlite) { world in
            let first = try await world.ask(.get, Asset.stylesheet.path, key: nil)
            let again = try await world.ask(
                .get, Asset.stylesheet.path, key: nil, headers: ["If-None-Match": Asset.stylesheet.etag])
            let unknown = try await world.ask(.get, "/assets/console-0.css", key: nil)

            #expect(first.status == 200)
            #expect(first.text.utf8.count == Asset.stylesheet.bytes.count)
            #expect(first.header("Cache-Control") == "public, max-age=31536000, immutable")
            #expect(again.status == 304)
            #expect(again.text.isEmpty)
            #expect(unknown.status == 404)
        }
    }
}
