import AccessControl
import Basics
import HTTPTypes
import Operations
import Web

/// A member who is signed in, as far as his requests go.
struct Browser: Sendable {
    private static let password = Secret("uma frase bem comprida")

    private let world: WebWorld
    private let cookie: String
    private let formToken: String

    init(_ role: MemberRole, in world: WebWorld) async throws {
        self.world = world
        let email = "walk-\(role.rawValue)@loja.example"
        _ = try await world.services.addMember(
            NewMember(email: email, name: "Ana", language: .portuguese, role: role), password: Self.password,
            by: WebWorld.actor)
        let (_, token) = try await world.services.signIn(email: email, password: Self.password, from: .unknown)
        cookie = token.secret.reveal { "ponte_session=" + $0 }
        formToken = token.formToken.reveal { $0 }
    }

    /// - Parameter fields: of a form; for a GET, of the address.
    func ask(_ method: HTTPRequest.Method, _ path: String, _ fields: [(String, String)] = []) async throws -> Reply {
        guard method != .get else {
            return try await world.ask(
                .get, ConsolePath.query(path, fields), key: nil, headers: ["Cookie": cookie])
        }
        let form = ConsolePath.query("", [("_csrf", formToken)] + fields).dropFirst()
        return try await world.ask(
            method, path, key: nil, body: String(form),
            headers: ["Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"])
    }
}
