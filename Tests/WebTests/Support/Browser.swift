import AccessControl
import Basics
import Foundation
import HTTPTypes
import Operations
import Web

/// Somebody at a browser: his cookie, and the token that his forms carry.
struct Browser: Sendable {
    private static let password = Secret("uma frase bem comprida")

    let world: WebWorld
    private let cookie: String
    private let formToken: String

    /// Makes a member and signs him in.
    static func signedIn(
        as role: MemberRole, in world: WebWorld, name: String = "", language: Language = .portuguese
    ) async throws -> Browser {
        let email = "\(role.rawValue)\(name)@loja.example"
        _ = try await world.services.addMember(
            NewMember(email: email, name: "Ana", language: language, role: role), password: password,
            by: WebWorld.actor)
        let (_, token) = try await world.services.signIn(email: email, password: password, from: .unknown)
        return Browser(
            world: world, cookie: token.secret.reveal { "ponte_session=" + $0 },
            formToken: token.formToken.reveal { $0 })
    }

    /// Somebody whom nobody knows.
    static func stranger(in world: WebWorld) -> Browser {
        let token = String(repeating: "x", count: 42) + "A"
        return Browser(world: world, cookie: "ponte_visitor=" + token, formToken: token)
    }

    func get(_ path: String) async throws -> Reply {
        try await world.ask(.get, path, key: nil, headers: ["Cookie": cookie, "Accept-Language": "pt-BR"])
    }

    func post(_ path: String, _ fields: [String: String] = [:]) async throws -> Reply {
        let all = fields.merging(["_csrf": formToken]) { $1 }.sorted { $0.key < $1.key }
        let body = all.map { "\($0.key)=\(Self.encoded($0.value))" }.joined(separator: "&")
        return try await world.ask(
            .post, path, key: nil, body: body,
            headers: [
                "Cookie": cookie, "Accept-Language": "pt-BR", "Content-Type": "application/x-www-form-urlencoded",
            ])
    }

    /// - Parameter fields: of a form; for a GET, of the address.
    func ask(_ method: HTTPRequest.Method, _ path: String, _ fields: [(String, String)] = []) async throws -> Reply {
        guard method != .get else { return try await get(ConsolePath.query(path, fields)) }
        let form = ConsolePath.query("", [("_csrf", formToken)] + fields).dropFirst()
        return try await world.ask(
            method, path, key: nil, body: String(form),
            headers: ["Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"])
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
