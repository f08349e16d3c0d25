import Basics
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

/// What the server answered, as tests look at it.
struct Reply: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String

    /// The body as a JSON object; empty when it is none.
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
    }

    var code: String? { json["code"] as? String }
    var items: [[String: Any]] { json["items"] as? [[String: Any]] ?? [] }
    var next: String? { json["next"] as? String }
    /// The fields that a problem names.
    var fields: [String] { (json["errors"] as? [[String: Any]] ?? []).compactMap { $0["field"] as? String } }

    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}

extension WebWorld {
    /// Asks with the own organization's key unless told otherwise.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, key: String?, body: String? = nil,
        headers more: [String: String] = [:]
    ) async throws -> Reply {
        var headers = HTTPFields()
        if let key { headers[.authorization] = "Bearer " + key }
        if body != nil { headers[.contentType] = "application/json" }
        for (name, value) in more {
            guard let name = HTTPField.Name(name) else { continue }
            headers[name] = value
        }
        let response = try await client.executeRequest(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        return Reply(status: response.status.code, headers: response.headers, text: String(buffer: response.body))
    }

    func get(_ path: String) async throws -> Reply { try await ask(.get, "/api/v1/" + path, key: own.key) }

    func post(_ path: String, _ body: String, headers: [String: String] = [:]) async throws -> Reply {
        try await ask(.post, "/api/v1/" + path, key: own.key, body: body, headers: headers)
    }
}
