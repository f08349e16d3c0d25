import Basics
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A hook on loopback: hands out what is posted to it, and answers as it is told.
final class HookListener: Sendable {
    struct Received: Sendable {
        let headers: HTTPHeaders
        let body: String

        var json: JSONDocument { get throws { try JSONDocument(parsing: Array(body.utf8)) } }
    }

    let url: String
    private let channel: any Channel
    private let answers: Answers
    private let received: AsyncStream<Received>

    /// The status of the next answers, the last one for good.
    private final class Answers: Sendable {
        private let statuses = Mutex<[HTTPResponseStatus]>([.ok])

        func next() -> HTTPResponseStatus {
            statuses.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? .ok }
        }

        func set(_ next: [HTTPResponseStatus]) { statuses.withLock { $0 = next } }
    }

    private init(channel: any Channel, answers: Answers, received: AsyncStream<Received>) {
        self.channel = channel
        self.answers = answers
        self.received = received
        url = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)/hook"
    }

    func answer(_ statuses: HTTPResponseStatus...) { answers.set(statuses) }

    /// The next call, however long it takes.
    func next() async -> Received? {
        for await call in received { return call }
        return nil
    }

    /// Runs `body` beside a listener.
    static func with<Value: Sendable>(_ body: (HookListener) async throws -> Value) async throws -> Value {
        let (stream, continuation) = AsyncStream.makeStream(of: Received.self)
        let answers = Answers()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(
                        Handler(answers: answers, received: continuation))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let listener = HookListener(channel: channel, answers: answers, received: stream)
        do {
            let value = try await body(listener)
            try await channel.close()
            return value
        } catch {
            try await channel.close()
            throw error
        }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let answers: Answers
        private let received: AsyncStream<Received>.Continuation
        private var headers = HTTPHeaders()
        private var body = ""

        init(answers: Answers, received: AsyncStream<Received>.Continuation) {
            self.answers = answers
            self.received = received
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                headers = head.headers
                body = ""
            case .body(let bytes): body += String(buffer: bytes)
            case .end:
                received.yield(Received(headers: headers, body: body))
                let head = HTTPResponseHead(
                    version: .http1_1, status: answers.next(), headers: ["Content-Length": "0"])
                context.write(wrapOutboundOut(.head(head)), promise: nil)
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            }
        }
    }
}
