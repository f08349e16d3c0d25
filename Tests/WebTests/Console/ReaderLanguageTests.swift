import AccessControl
import Basics
import HTTPTypes
import Operations
import Storage
import TestSupport
import Testing
import Web

/// Pages that no route of the console makes speak the reader's language as well.
@Suite struct ReaderLanguageTests {
    @Test(arguments: Engine.allCases)
    func `a member reads of a missing page, and of the API, in the language that is his`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 0) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world, language: .spanish)

            let missing = try await ana.get("/nowhere")
            let description = try await ana.get("/api/docs")

            #expect(missing.status == 404)
            #expect(missing.text.contains("<html lang=\"es\""))
            #expect(missing.text.contains("Esta página no existe"))
            #expect(!missing.text.contains("<form"), "it has no token, so a form on it would be refused")
            #expect(description.text.contains("<html lang=\"es\""))
        }
    }

    @Test func `before signing in what was chosen counts, then what the browser asks for`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            func missing(_ headers: [String: String]) async throws -> Reply {
                try await world.ask(.get, "/nowhere", key: nil, headers: headers)
            }

            let chosen = try await missing(["Cookie": "ponte_language=en", "Accept-Language": "es"])
            let asked = try await missing(["Accept-Language": "es"])
            let neither = try await missing([:])

            #expect(chosen.text.contains("This page does not exist"))
            #expect(asked.text.contains("Esta página no existe"))
            #expect(neither.text.contains("Esta página não existe"))
        }
    }

    @Test func `who posts something else than a form is told so as a person`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let reply = try await world.ask(
                .post, ConsolePath.signIn, key: nil, body: "{}",
                headers: ["Content-Type": "application/json", "Accept-Language": "pt-BR"])

            #expect(reply.status == 415)
            #expect(reply.text.contains("Volte, recarregue a página e envie de novo."))
            #expect(!reply.text.contains("Content-Type"))
        }
    }
}
