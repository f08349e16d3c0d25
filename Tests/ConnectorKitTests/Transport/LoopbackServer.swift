import Basics
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Runs `body` with a real server on a free port of loopback, and ends the server with it.
func withServer(
    _ build: (Router<BasicRequestContext>) -> Void, _ body: @escaping @Sendable (String) async throws -> Void
) async throws {
    let router = Router(context: BasicRequestContext.self)
    build(router)
    let (ports, started) = AsyncStream<Int>.makeStream()
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let application = Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { started.yield($0.localAddress?.port ?? 0) }, logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { [logger] in
            try await ServingTask(application, farewell: .seconds(2), logger: logger).run()
        }
        var iterator = ports.makeAsyncIterator()
        let port = await iterator.next() ?? 0
        do {
            try await body("http://127.0.0.1:\(port)")
        } catch {
            group.cancelAll()
            throw error
        }
        group.cancelAll()
    }
}

/// Tells what the server was sent.
struct SeenRequest: Sendable {
    let target: String
    let method: HTTPRequest.Method
    let headers: HTTPFields
    let body: String
}
