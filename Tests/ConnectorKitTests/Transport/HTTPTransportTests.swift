import Basics
import ConnectorKit
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@Suite struct HTTPTransportTests {
    private static let token = "PLANTEDTOKENPLANTEDTOKENPLANTEDTOKEN"

    private static func tokenHeader() throws -> HTTPField.Name { try #require(HTTPField.Name("x-token")) }

    private func withTransport(
        _ limits: TransportLimits = TransportLimits(), _ body: (HTTPTransport) async throws -> Void
    ) async throws {
        let transport = HTTPTransport(version: "1.2.3", limits: limits)
        do {
            try await body(transport)
        } catch {
            try await transport.shutDown()
            throw error
        }
        try await transport.shutDown()
    }

    private func request(_ url: String, method: TransportRequest.Method = .get, body: [UInt8]? = nil)
        -> TransportRequest
    {
        TransportRequest(
            method: method, url: url, headers: [("accept", "application/json")],
            secretHeaders: [("x-token", Secret(Self.token))], body: body, quotaGroup: "test")
    }

    private func failure(_ body: () async throws -> TransportResponse) async -> PlatformError? {
        await #expect(throws: PlatformError.self) { _ = try await body() }
    }

    @Test func `a request carries its headers, its secrets and our name`() async throws {
        let seen = Mutex<[HTTPFields]>([])
        try await withServer { router in
            router.get("/orders") { request, _ in
                seen.withLock { $0.append(request.headers) }
                return Response(
                    status: .ok, headers: [.contentType: "application/json"],
                    body: .init(byteBuffer: ByteBuffer(string: #"{"a":1}"#)))
            }
        } _: { base in
            try await withTransport { transport in
                let response = try await transport.send(request(base + "/orders?x=1"))

                #expect(response.status == 200)
                #expect(response.body == Array(#"{"a":1}"#.utf8))
                #expect(response.headers["content-type"] == "application/json")
            }
        }
        let headers = try #require(seen.withLock { $0.first })
        #expect(headers[.userAgent] == "Ponte/1.2.3")
        #expect(headers[.acceptEncoding] == "gzip")
        #expect(try headers[values: Self.tokenHeader()] == [Self.token])
    }

    @Test func `a body over the limit is refused, announced or not`() async throws {
        try await withServer { router in
            router.get("/announced") { _, _ in
                Response(status: .ok, body: .init(byteBuffer: ByteBuffer(repeating: 0x20, count: 10_000_000)))
            }
            router.get("/unannounced") { _, _ in
                Response(
                    status: .ok,
                    body: .init { writer in
                        for _ in 0..<100 { try await writer.write(ByteBuffer(repeating: 0x20, count: 100_000)) }
                        try await writer.finish(nil)
                    })
            }
        } _: { base in
            try await withTransport { transport in
                for path in ["/announced", "/unannounced"] {
                    let error = await failure { try await transport.send(request(base + path)) }

                    #expect(error?.kind == .tooLarge)
                    #expect(error?.status == 200)
                    #expect(error?.explanation.english.contains("8 MB") == true)
                }
            }
        }
    }

    @Test func `a compressed body is read, and bounded by its own size`() async throws {
        let packed = Gzip.stored(Array(repeating: UInt8(ascii: "a"), count: 2000))
        try await withServer { router in
            router.get("/packed") { _, _ in
                Response(
                    status: .ok, headers: [.contentEncoding: "gzip"],
                    body: .init { writer in
                        try await writer.write(ByteBuffer(bytes: packed))
                        try await writer.finish(nil)
                    })
            }
        } _: { base in
            try await withTransport { transport in
                let response = try await transport.send(request(base + "/packed"))
                #expect(response.body == Array(repeating: UInt8(ascii: "a"), count: 2000))
            }
            try await withTransport(TransportLimits(bodyBytes: 1000)) { transport in
                let error = await failure { try await transport.send(request(base + "/packed")) }
                #expect(error?.kind == .tooLarge)
                #expect(error?.explanation.english.contains("1000 bytes") == true)
            }
        }
    }

    @Test func `a permanent redirect on the same host keeps method, body and secrets`() async throws {
        let seen = Mutex<[SeenRequest]>([])
        try await withServer { router in
            router.post("/old") { _, _ in
                Response(status: .permanentRedirect, headers: [.location: "/new?x=1"])
            }
            router.post("/new") { request, _ in
                let body = try await request.body.collect(upTo: 1000)
                seen.withLock {
                    $0.append(
                        SeenRequest(
                            target: request.uri.string, method: request.method, headers: request.headers,
                            body: String(buffer: body)))
                }
                return Response(status: .ok)
            }
        } _: { base in
            try await withTransport { transport in
                let response = try await transport.send(
                    request(base + "/old", method: .post, body: Array("hello".utf8)))
                #expect(response.status == 200)
            }
        }
        let arrived = try #require(seen.withLock { $0.first })
        #expect(arrived.target == "/new?x=1")
        #expect(arrived.body == "hello")
        #expect(try arrived.headers[values: Self.tokenHeader()] == [Self.token])
    }

    @Test func `a redirect to another host is handed back and nothing is sent there`() async throws {
        let strangers = Mutex(0)
        try await withServer { router in
            router.get("/**") { _, _ in
                strangers.withLock { $0 += 1 }
                return Response(status: .ok)
            }
        } _: { stranger in
            try await withServer { router in
                router.get("/moved") { _, _ in Response(status: .found, headers: [.location: stranger + "/steal"]) }
                router.get("/renamed") { _, _ in
                    let port = stranger.split(separator: ":").last ?? ""
                    return Response(status: .permanentRedirect, headers: [.location: "http://localhost:\(port)/steal"])
                }
            } _: { base in
                try await withTransport { transport in
                    let moved = try await transport.send(request(base + "/moved"))
                    let renamed = try await transport.send(request(base + "/renamed"))

                    #expect(moved.status == 302)
                    #expect(renamed.status == 308)
                }
            }
        }
        #expect(strangers.withLock { $0 } == 0)
    }

    @Test func `a redirect without end is ended`() async throws {
        let hops = Mutex(0)
        try await withServer { router in
            router.get("/loop") { _, _ in
                hops.withLock { $0 += 1 }
                return Response(status: .found, headers: [.location: "/loop"])
            }
        } _: { base in
            try await withTransport { transport in
                let error = await failure { try await transport.send(request(base + "/loop")) }
                #expect(error?.kind == .refused)
            }
        }
        #expect(hops.withLock { $0 } == 4)
    }

    @Test func `a cut answer can be tried again and says so in three languages`() async throws {
        struct Cut: Error {}
        try await withServer { router in
            router.get("/cut") { _, _ in
                Response(
                    status: .ok,
                    body: .init(contentLength: 1000) { writer in
                        try await writer.write(ByteBuffer(string: "{"))
                        throw Cut()
                    })
            }
        } _: { base in
            try await withTransport { transport in
                let error = try #require(await failure { try await transport.send(request(base + "/cut")) })

                #expect(error.kind == .unreachable)
                #expect(error.isRetryable)
                #expect(
                    error.text(in: .portuguese)
                        == "127.0.0.1 cortou a conexão antes do fim da resposta. Tente de novo em alguns minutos.")
                #expect(error.text(in: .spanish).contains("cortó la conexión"))
            }
        }
    }

    @Test func `a silent server is given up`() async throws {
        try await withServer { router in
            router.get("/slow") { _, _ in
                try await Task.sleep(for: .seconds(30))
                return Response(status: .ok)
            }
        } _: { base in
            try await withTransport(TransportLimits(read: .milliseconds(150))) { transport in
                let error = await failure { try await transport.send(request(base + "/slow")) }
                #expect(error?.kind == .timedOut)
            }
        }
    }

    @Test func `a closed port and a refused address are told apart, without the token`() async throws {
        try await withTransport(TransportLimits(connect: .milliseconds(500))) { transport in
            let closed = try #require(await failure { try await transport.send(request("http://127.0.0.1:1/x")) })
            let inside = try #require(await failure { try await transport.send(request("https://169.254.169.254/x")) })
            let open = try #require(await failure { try await transport.send(request("http://example.com/x")) })
            let odd = try #require(await failure { try await transport.send(request("nonsense")) })

            #expect(closed.kind == .unreachable)
            #expect(closed.explanation[.english].hasSuffix(": nobody answers at that address and port."))
            #expect(closed.explanation[.portuguese].hasSuffix(": ninguém atende nesse endereço e porta."))
            #expect(inside.kind == .refused)
            #expect(open.kind == .refused)
            #expect(odd.kind == .refused)
            for error in [closed, inside, open, odd] {
                for language in Language.allCases { #expect(!error.text(in: language).contains(Self.token)) }
                #expect(!String(reflecting: error).contains(Self.token))
            }
        }
    }

    @Test func `a cancelled request ends as cancelled`() async throws {
        try await withServer { router in
            router.get("/slow") { _, _ in
                try await Task.sleep(for: .seconds(30))
                return Response(status: .ok)
            }
        } _: { base in
            try await withTransport { transport in
                let slow = request(base + "/slow")
                let task = Task { try await transport.send(slow) }
                task.cancel()
                await #expect(throws: CancellationError.self) { _ = try await task.value }
            }
        }
    }
}

/// Packs bytes as gzip without making them smaller: enough to see that they are unpacked.
enum Gzip {
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt16(bytes.count)
        var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1]
        packed += [UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8)]
        packed += bytes
        for word in [checksum(bytes), UInt32(count)] {
            packed += (0..<4).map { UInt8((word >> ($0 * 8)) & 0xFF) }
        }
        return packed
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
