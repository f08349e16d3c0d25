import AsyncHTTPClient
import Basics
import Foundation
import NIOCore
import NIOHTTP1

/// The hands of a test on a sandbox: its keys, and its `/_sandbox` control.
struct StoreControl: Sendable {
    struct Key: Sendable {
        let label: String
        let appKey: String
        let appToken: Secret
    }

    struct Totals: Equatable {
        let count: Int
        /// Cents.
        let value: Int64
    }

    let baseURL: String
    let account: String
    let owner: Key
    let keys: [Key]

    /// As the hub is told.
    var address: String { baseURL + "/vtex/" + account }

    init(credentialsFile: String) throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: credentialsFile)))
        let root = try JSONDocument(parsing: bytes).root
        baseURL = try root.string("baseURL")
        var account = ""
        var owner: Key?
        var keys: [Key] = []
        try root.with("vtex") { vtex in
            account = try vtex.string("account")
            try vtex.with("owner") { owner = try Self.key($0) }
            try vtex.forEach("keys") { keys.append(try Self.key($0)) }
        }
        self.account = account
        self.owner = try owner ?? Self.lacking("owner")
        self.keys = keys
    }

    func key(_ label: String) throws -> Key {
        try keys.first { $0.label == label } ?? Self.lacking(label)
    }

    func totals() async throws -> Totals {
        let root = try JSONDocument(parsing: try await send(.GET, "/orders")).root
        return Totals(count: Int(try root.integer("count")), value: try root.integer("value"))
    }

    /// A new key with just these resources.
    func makeKey(_ resources: [String]) async throws -> Key {
        let list = resources.map { "\"\($0)\"" }.joined(separator: ",")
        let body = "{\"label\":\"test\",\"resources\":[\(list)]}"
        return try Self.key(JSONDocument(parsing: try await send(.POST, "/keys", body)).root)
    }

    func setActive(_ isActive: Bool, _ key: Key) async throws {
        try await send(.PATCH, "/keys/\(key.appKey)", "{\"isActive\":\(isActive)}")
    }

    func placeOrder(status: String) async throws -> String {
        let bytes = try await send(.POST, "/orders", "{\"count\":1,\"status\":\"\(status)\"}")
        var id = ""
        try JSONDocument(parsing: bytes).root.forEachElement { id = try $0.string("orderId") }
        return id
    }

    func advance(_ order: String, to status: String) async throws {
        try await send(.POST, "/orders/\(order)/advance", "{\"status\":\"\(status)\"}")
    }

    func addFault(_ kind: String, rate: Double, count: Int? = nil, path: String = "/api/oms") async throws {
        let most = count.map { ",\"count\":\($0)" } ?? ""
        let body =
            "{\"kind\":\"\(kind)\",\"rate\":\(rate),\"path\":\"\(path)\",\"seed\":11,\"retryAfter\":0,"
            + "\"delayMilliseconds\":60\(most)}"
        try await send(.PUT, "/faults", body)
    }

    func clearFaults() async throws { try await send(.DELETE, "/faults") }

    func injectedFaults() async throws -> Int {
        Int(try JSONDocument(parsing: try await send(.GET, "/faults")).root.integer("total"))
    }

    @discardableResult
    private func send(_ method: HTTPMethod, _ path: String, _ body: String? = nil) async throws -> [UInt8] {
        var request = HTTPClientRequest(url: baseURL + "/_sandbox" + path)
        request.method = method
        if let body { request.body = .bytes(Array(body.utf8)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
        let bytes = Array(try await response.body.collect(upTo: 10_000_000).readableBytesView)
        guard (200..<300).contains(response.status.code) else {
            throw ControlRefused(text: "\(response.status.code) \(path): \(String(decoding: bytes, as: UTF8.self))")
        }
        return bytes
    }

    private static func key(_ view: JSONView) throws -> Key {
        Key(
            label: try view.optionalString("label") ?? "owner", appKey: try view.string("appKey"),
            appToken: Secret(try view.string("appToken")))
    }

    private static func lacking<Value>(_ what: String) throws -> Value { throw ControlRefused(text: "no \(what)") }
}

struct ControlRefused: Error {
    let text: String
}
