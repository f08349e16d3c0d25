import AsyncHTTPClient
import Basics
import ConnectorKit
import NIOCore
import NIOHTTP1

/// Fetches a store's orders with the client that Ponte uses, and throws them away.
struct BareClient: Sendable {
    struct Report: Sendable {
        var orders = 0
        /// Of bodies, lists included.
        var bytes = 0
        var elapsed: Duration = .zero
    }

    private let client: HTTPClient
    private let baseURL: String
    private let key: String?
    private let token: Secret?

    init(baseURL: String, key: String?, token: Secret?, connections: Int) {
        self.baseURL = baseURL
        self.key = key
        self.token = token
        var configuration = HTTPClient.Configuration(
            connectionPool: .init(
                idleTimeout: .seconds(50), concurrentHTTP1ConnectionsPerHostSoftLimit: connections))
        configuration.httpVersion = .http1Only
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }

    func shutDown() async throws { try await client.shutdown() }

    /// Lists are read ahead while orders are being fetched by as many workers as `concurrency` says.
    func fetch(orders wanted: Int, concurrency: Int) async throws -> Report {
        let began = ContinuousClock.now
        let feed = OrderIDFeed(client: self, wanted: wanted)
        var report = try await withThrowingTaskGroup(of: Report.self) { group in
            for _ in 0..<concurrency {
                group.addTask {
                    var mine = Report()
                    while let id = try await feed.next() {
                        mine.bytes += try await drain("/api/oms/pvt/orders/\(id)")
                        mine.orders += 1
                    }
                    return mine
                }
            }
            return try await group.reduce(into: Report()) { sum, part in
                sum.orders += part.orders
                sum.bytes += part.bytes
            }
        }
        report.bytes += await feed.bytes
        report.elapsed = ContinuousClock.now - began
        return report
    }

    /// The body as it came, counted only.
    private func drain(_ path: String) async throws -> Int {
        let response = try await client.execute(request(path), deadline: .now() + .seconds(60))
        try check(response, path)
        var count = 0
        for try await chunk in response.body { count += chunk.readableBytes }
        return count
    }

    func body(_ path: String) async throws -> [UInt8] {
        let response = try await client.execute(request(path), deadline: .now() + .seconds(60))
        try check(response, path)
        var bytes: [UInt8] = []
        for try await chunk in response.body { bytes += chunk.readableBytesView }
        return bytes
    }

    private func request(_ path: String) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: baseURL + path)
        if let key { request.headers.add(name: "x-vtex-api-appkey", value: key) }
        token?.reveal { request.headers.add(name: "x-vtex-api-apptoken", value: $0) }
        return request
    }

    private func check(_ response: HTTPClientResponse, _ path: String) throws {
        guard response.status.code == 200 else {
            let said = "\(response.status.code) \(path)"
            throw PlatformError(
                kind: .refused, status: Int(response.status.code),
                explanation: Phrase(
                    pt: "O servidor respondeu \(said).", es: "El servidor respondió \(said).",
                    en: "The server answered \(said)."))
        }
    }
}
