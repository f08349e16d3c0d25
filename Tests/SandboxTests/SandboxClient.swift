import AsyncHTTPClient
import Basics
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import Sandbox

/// A clock that stands; sleeping is real and ends with the test.
struct StandingClock: WallClock {
    static let noon = Instant(seconds: 1_795_348_800)

    func now() -> Instant { Self.noon }
    func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}

/// An answer, read whole.
struct Answer {
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]

    var json: JSONDocument { get throws { try JSONDocument(parsing: body) } }
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// A key of the store, as the control makes them.
struct TestKey {
    let name: String
    let token: String
    let id: String

    var headers: [String: String] { ["X-VTEX-API-AppKey": name, "X-VTEX-API-AppToken": token] }
}

/// Speaks to one running sandbox.
struct SandboxClient {
    let port: Int

    func send(
        _ method: HTTPMethod, _ path: String, headers: [String: String] = [:], body: String? = nil
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = method
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .minutes(10))
        let bytes = try await response.body.collect(upTo: 32 << 20)
        return Answer(
            status: Int(response.status.code), headers: response.headers, body: Array(bytes.readableBytesView))
    }

    func get(_ path: String, _ key: TestKey? = nil) async throws -> Answer {
        try await send(.GET, "/vtex/lojademo" + path, headers: key?.headers ?? [:])
    }

    func control(_ method: HTTPMethod, _ path: String, _ body: String? = nil) async throws -> Answer {
        try await send(method, "/_sandbox" + path, body: body)
    }

    /// A key with these resources, or with none; `owner` may do everything.
    func key(_ resources: [String] = [], owner: Bool = false) async throws -> TestKey {
        let list = resources.map { "\"\($0)\"" }.joined(separator: ",")
        let rights = owner ? #""role":"1""# : resources.isEmpty ? #""label":"k""# : "\"resources\":[\(list)]"
        let answer = try await control(.POST, "/keys", "{\(rights)}").json
        return TestKey(
            name: try answer.root.string("appKey"), token: try answer.root.string("appToken"),
            id: try answer.root.string("id"))
    }

    /// Order ids of one list page, in its order.
    func list(_ query: String, _ key: TestKey) async throws -> (ids: [String], total: Int) {
        let document = try await get("/api/oms/pvt/orders?" + query, key).json
        var ids: [String] = []
        try document.root.forEach("list") { ids.append(try $0.string("orderId")) }
        var total = 0
        try document.root.with("paging") { total = Int(try $0.integer("total")) }
        return (ids, total)
    }
}

/// Runs `body` beside a sandbox with sixty orders, or as configured, on a free port.
func withSandbox<Value: Sendable>(
    _ configuration: SandboxConfiguration = SandboxConfiguration(orders: 60),
    _ body: @escaping @Sendable (SandboxClient) async throws -> Value
) async throws -> Value {
    let server = try SandboxServer(configuration: configuration, clock: StandingClock(), logger: Logger(label: "test"))
    return try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask {
            try await server.run()
            return nil
        }
        let client = SandboxClient(port: try await server.port())
        let value = try await body(client)
        group.cancelAll()
        return value
    }
}
