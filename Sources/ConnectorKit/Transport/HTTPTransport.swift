import AsyncHTTPClient
import Basics
import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// The transport that goes out to the network: one client for the whole process, with bounded answers.
///
/// Redirects are followed here and not by the client: it would send our secret headers along to another host.
package struct HTTPTransport: Transport {
    private let client: HTTPClient
    private let limits: TransportLimits
    private let policy: AddressPolicy
    private let userAgent: String

    /// - Parameters:
    ///   - version: Ponte's own, for the user agent.
    ///   - policy: where requests may go; by default to public `https` addresses and to loopback.
    /// Call `shutDown` when no request is under way any more.
    package init(version: String, limits: TransportLimits = TransportLimits(), policy: AddressPolicy = AddressPolicy())
    {
        self.limits = limits
        self.policy = policy
        userAgent = "Ponte/\(version)"
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .init(limits.connect), read: .init(limits.read)),
            connectionPool: .init(
                idleTimeout: .seconds(50), concurrentHTTP1ConnectionsPerHostSoftLimit: limits.connectionsPerHost),
            decompression: .enabled(limit: .size(limits.longestBodyBytes)))
        configuration.httpVersion = .http1Only
        configuration.maximumUsesPerConnection = nil
        // Nobody reads spans yet, and making them costs several percent of a backfill.
        configuration.tracing.tracer = nil
        // The shared group has one thread for each core.
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }

    /// Closes all connections. Requests sent later fail as unreachable.
    package func shutDown() async throws {
        try await client.shutdown()
    }

    package func send(_ request: TransportRequest) async throws -> TransportResponse {
        guard var address = WebAddress(request.url) else { throw PlatformError.addressUnreadable() }
        if let refusal = policy.refusal(of: address) { throw PlatformError.addressRefused(refusal, host: address.host) }
        let deadline = NIODeadline.now() + TimeAmount(limits.whole)
        var method = request.method
        var body = request.body
        for _ in 0...limits.redirects {
            let outgoing = makeRequest(request, method: method, address: address, body: body)
            let limit = min(request.bodyBytesMax ?? limits.bodyBytes, limits.longestBodyBytes)
            let response = try await exchange(outgoing, deadline: deadline, host: address.host, limit: limit)
            guard let next = redirect(of: response, from: address) else { return response }
            if response.status < 307, method != .get {
                method = .get
                body = nil
            }
            address = next
        }
        throw PlatformError.redirectLoop(host: address.host)
    }

    /// Where to go on; nil when the answer is the last one. An answer that points to another host is handed back as it
    /// is: our secrets are not for that host, and without them its answer would mean nothing.
    private func redirect(of response: TransportResponse, from address: WebAddress) -> WebAddress? {
        guard [301, 302, 303, 307, 308].contains(response.status), let location = response.headers["location"],
            let next = address.following(location: location), next.host == address.host
        else { return nil }
        let isSamePlace = next.origin == address.origin
        let isSaferPlace = address.scheme == "http" && next.scheme == "https"
        return isSamePlace || isSaferPlace ? next : nil
    }

    private func makeRequest(
        _ request: TransportRequest, method: TransportRequest.Method, address: WebAddress, body: [UInt8]?
    ) -> HTTPClientRequest {
        var outgoing = HTTPClientRequest(url: address.description)
        outgoing.method = HTTPMethod(rawValue: method.rawValue)
        outgoing.headers.reserveCapacity(request.headers.count + request.secretHeaders.count + 3)
        outgoing.headers.add(name: "user-agent", value: userAgent)
        outgoing.headers.add(name: "accept-encoding", value: "gzip")
        for header in request.headers { outgoing.headers.add(name: header.name, value: header.value) }
        for header in request.secretHeaders {
            header.value.reveal { outgoing.headers.add(name: header.name, value: $0) }
        }
        if let body { outgoing.body = .bytes(body) }
        return outgoing
    }

    private func exchange(
        _ request: HTTPClientRequest, deadline: NIODeadline, host: String, limit: Int
    ) async throws -> TransportResponse {
        do {
            let response = try await client.execute(request, deadline: deadline)
            var headers: [String: String] = [:]
            for (name, value) in response.headers {
                let key = name.lowercased()
                headers[key] = headers[key].map { $0 + ", " + value } ?? value
            }
            // A length told in advance is refused before a byte of it is read.
            let announced = response.headers.first(name: "content-length").flatMap(Int.init) ?? 0
            guard announced <= limit else {
                throw PlatformError.tooLarge(host: host, limit: limit, status: Int(response.status.code))
            }
            var body: [UInt8] = []
            body.reserveCapacity(announced)
            for try await chunk in response.body {
                guard body.count + chunk.readableBytes <= limit else {
                    throw PlatformError.tooLarge(host: host, limit: limit, status: Int(response.status.code))
                }
                chunk.withUnsafeReadableBytes { body.append(contentsOf: $0) }
            }
            return TransportResponse(status: Int(response.status.code), headers: headers, body: body)
        } catch let error as PlatformError {
            throw error
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            if Task.isCancelled { throw CancellationError() }
            throw PlatformError.transport(error, host: host, limit: limit)
        }
    }
}

extension TimeAmount {
    fileprivate init(_ duration: Duration) { self = .microseconds(duration.microseconds) }
}
