import Basics
import ConnectorKit
import Operations
import Records
import Storage
import TestSupport
import Testing

struct EnsureConnectionTests {
    @Test(arguments: Engine.allCases)
    func `a new store is connected with an organization of its name`(engine: Engine) async throws {
        try await Installation.open(engine) { installation in
            let placed = try await installation.connect()

            #expect(placed.organization.name == "minhaloja")
            #expect(placed.connection.account == "minhaloja")
            #expect(placed.connection.baseURL == "https://minhaloja.vtexcommercestable.com.br")
            #expect(placed.connection.state == .active)
            #expect(try await installation.services.connections() == [placed])
            #expect(try await installation.token(of: placed) == Secret(Installation.token))
            #expect(
                try await installation.deeds(in: placed.organization) == ["organization.created", "connection.created"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `the same store once more is the same connection, and no deed`(engine: Engine) async throws {
        try await Installation.open(engine) { installation in
            let first = try await installation.connect(organization: "Loja Azul")

            let again = try await installation.connect()

            #expect(again == first)
            #expect(try await installation.services.organizations().map(\.name) == ["Loja Azul"])
            #expect(try await installation.deeds(in: first.organization).count == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a changed token replaces the stored one`(engine: Engine) async throws {
        try await Installation.open(engine) { installation in
            let token = String(repeating: "HGFEDCBA", count: 16)
            let first = try await installation.connect()

            let again = try await installation.connect(token: token)

            #expect(again == first)
            #expect(try await installation.token(of: again) == Secret(token))
            #expect(
                try await installation.deeds(in: first.organization).last == "connection.credential_replaced")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a changed key is the connection's from then on`(engine: Engine) async throws {
        try await Installation.open(engine) { installation in
            let first = try await installation.connect()

            let again = try await installation.connect(key: "vtexappkey-minhaloja-GHIJKL")

            #expect(again.connection.id == first.connection.id)
            #expect(again.connection.key == "vtexappkey-minhaloja-GHIJKL")
            #expect(
                try await installation.deeds(in: first.organization).last == "connection.credential_replaced")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a connection that needs attention is tried again, a paused one stays so`(engine: Engine) async throws {
        try await Installation.open(engine) { installation in
            let placed = try await installation.connect()
            let refused = Connection.State.needsAttention(
                code: "platform.forbidden", reason: Phrase(same: "no"), remedy: nil)
            try await installation.services.setState(refused, of: placed, by: Installation.actor)

            let tried = try await installation.connect()
            try await installation.services.setState(.paused, of: placed, by: Installation.actor)
            let paused = try await installation.connect()

            #expect(tried.connection.state == .active)
            #expect(paused.connection.state == .paused)
            #expect(
                try await installation.deeds(in: placed.organization).suffix(3)
                    == Array(repeating: "connection.state_changed", count: 3))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a token that cannot be one leaves nothing behind`(engine: Engine) async throws {
        try await Installation.open(engine) { installation in
            await #expect(throws: IntakeError.self) { try await installation.connect(token: "") }

            let organizations = try await installation.services.organizations()
            #expect(organizations == [])
        }
    }
}
