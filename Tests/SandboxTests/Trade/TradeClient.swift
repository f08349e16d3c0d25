import Basics
import NIOHTTP1
import Sandbox
import Testing

/// A sandbox's client with a key that may do everything.
struct TradeClient {
    let sandbox: SandboxClient
    let owner: TestKey

    func get(_ path: String) async throws -> Answer { try await sandbox.get(path, owner) }

    func send(_ method: HTTPMethod, _ path: String, _ body: String? = nil) async throws -> Answer {
        try await sandbox.send(method, "/vtex/lojademo" + path, headers: owner.headers, body: body)
    }

    /// Ids of a list of numbers.
    func numbers(_ path: String) async throws -> [Int64] {
        var numbers: [Int64] = []
        try await get(path).json.root.forEachElement { numbers.append(try $0.integerValue()) }
        return numbers
    }

    /// One text of each element of a list.
    func texts(_ path: String, _ key: StaticString) async throws -> [String] {
        var texts: [String] = []
        try await get(path).json.root.forEachElement { texts.append(try $0.string(key)) }
        return texts
    }
}

/// Runs `body` beside a sandbox with forty orders.
func withTrade(_ body: @escaping @Sendable (TradeClient) async throws -> Void) async throws {
    try await withSandbox(.init(seed: 7, orders: 40)) { client in
        try await body(TradeClient(sandbox: client, owner: try await client.key(owner: true)))
    }
}
