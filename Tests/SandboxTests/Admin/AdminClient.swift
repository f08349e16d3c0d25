import AsyncHTTPClient
import Basics
import Foundation
import NIOCore
import NIOHTTP1
import Testing

/// Speaks to the screens as a browser would, one address at a time: redirects are shown, not followed.
struct AdminClient {
    let sandbox: SandboxClient
    var base = "/admin/lojademo"

    private static let http = HTTPClient(configuration: .init(redirectConfiguration: .disallow))

    func send(
        _ method: HTTPMethod, _ path: String, headers: [String: String] = [:], body: String? = nil
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(sandbox.port)\(path)")
        request.method = method
        for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await Self.http.execute(request, timeout: .minutes(10))
        let bytes = try await response.body.collect(upTo: 8 << 20)
        return Answer(
            status: Int(response.status.code), headers: response.headers, body: Array(bytes.readableBytesView))
    }

    /// A page below the account's base, in English unless another language is asked for.
    func page(_ path: String = "", language: String = "en") async throws -> Answer {
        try await send(.GET, base + path, headers: ["Accept-Language": language])
    }

    /// Sends a form; its mark is new each time unless it is given.
    func post(
        _ path: String, _ fields: [(String, String)] = [], mark: String = UUID().uuidString,
        headers: [String: String] = [:]
    ) async throws -> Answer {
        let body = ([("form", mark)] + fields).map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
        let defaults = [
            "Accept-Language": "en", "Content-Type": "application/x-www-form-urlencoded",
            "Origin": "http://127.0.0.1:\(sandbox.port)", "Sec-Fetch-Site": "same-origin",
        ]
        return try await send(
            .POST, base + path, headers: defaults.merging(headers) { _, given in given }, body: body)
    }

    /// Makes a role with these resources by the form, and answers its id.
    func role(_ name: String, _ resources: [String]) async throws -> Int {
        let answer = try await post("/roles", [("sent", "1"), ("name", name)] + resources.map { ("r", $0) })
        let location = try #require(answer.headers.first(name: "Location"))
        return try #require(Int(location.split(separator: "?")[0].split(separator: "/").last ?? ""))
    }

    /// Generates a key by the form and reads its token behind the link.
    func key(_ label: String, roles: [Int] = []) async throws -> TestKey {
        let answer = try await post("/keys", [("label", label)] + roles.map { ("role", String($0)) })
        let location = try #require(answer.headers.first(name: "Location"))
        let match = try #require(location.firstMatch(of: /keys\/([0-9a-f-]+)\?link=([0-9a-f]+)/))
        let opened = try await send(.GET, "/credentials/\(match.2)").text
        return TestKey(
            name: String(try #require(opened.firstMatch(of: /id="key">([^<]+)</)).1),
            token: String(try #require(opened.firstMatch(of: /id="token">([^<]+)</)).1), id: String(match.1))
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension Answer {
    var location: String? { headers.first(name: "Location") }
}

/// Runs `body` beside a sandbox, with both ways to speak to it.
func withAdmin(_ body: @escaping @Sendable (AdminClient, SandboxClient) async throws -> Void) async throws {
    try await withSandbox { client in try await body(AdminClient(sandbox: client), client) }
}
