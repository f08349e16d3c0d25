import Basics
import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// A store platform on this machine: VTEX as its documents say, made-up or real orders, faults on request.
///
/// ```swift
/// let sandbox = try SandboxServer(configuration: .init(orders: 100), clock: SystemClock(), logger: logger)
/// group.addTask { try await sandbox.run() }
/// let port = try await sandbox.port()
/// ```
package struct SandboxServer: Service {
    private let world: World
    private let logger: Logger
    private let ready = ReadyPort()
    /// Faults make answers that take longer than anybody waits.
    private static let farewell = Duration.seconds(2)

    /// Makes the store; nothing listens yet.
    ///
    /// - Throws: `SandboxError` when the account name cannot be one, when the data set cannot be read, or when the state
    ///   file cannot be used.
    package init(configuration: SandboxConfiguration, clock: any WallClock, logger: Logger) throws {
        world = try World(configuration: configuration, clock: clock)
        self.logger = logger
    }

    /// Whether a state file had the store already.
    package var carriesOn: Bool { world.carriesOn }

    /// The account that is served, by the state file or by the configuration.
    package var account: String { world.shop.account }

    /// Waits until requests are answered and the credentials file is written.
    ///
    /// - Returns: The port that the server listens on.
    /// - Throws: What ended `run` before that.
    package func port() async throws -> Int { try await ready.value() }

    /// Serves until the task is cancelled or the service group shuts down gracefully.
    ///
    /// - Throws: `SandboxError` when the port is taken, the address is refused, or the credentials or the
    ///   state cannot be written.
    package func run() async throws {
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                let life = Life(world: world)
                group.addTask { try await serve() }
                group.addTask { try await life.run() }
                group.addTask { try await HookWorker(world: world).run() }
                // The server ends by graceful shutdown or by failing; life then has nobody to live for.
                try await group.next()
                group.cancelAll()
            }
            ready.finish(.failure(CancellationError()))
        } catch {
            let explained = explain(error)
            ready.finish(.failure(explained))
            throw explained
        }
    }

    private func serve() async throws {
        let failure = Mutex<(any Error)?>(nil)
        let configuration = world.configuration
        let application = Application(
            responder: try Gateway(world: world, logger: logger),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: "ponte-sandbox"),
            onServerRunning: { channel in
                do {
                    try open(port: channel.localAddress?.port ?? configuration.port)
                } catch {
                    failure.withLock { $0 = error }
                    channel.close(mode: .all, promise: nil)
                }
            },
            logger: quiet)
        try await ServingTask(application, farewell: Self.farewell, logger: quiet).run()
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// Hummingbird tells of every start and stop; that is ours to say.
    private var quiet: Logger {
        var copy = logger
        copy.logLevel = max(logger.logLevel, .warning)
        return copy
    }

    private func open(port: Int) throws {
        let host = world.configuration.host
        let shown = host.contains(":") ? "[\(host)]" : host == "0.0.0.0" ? "127.0.0.1" : host
        if let path = world.configuration.credentialsFile {
            try CredentialsFile(path: path).write(baseURL: "http://\(shown):\(port)", shop: world.shop)
        }
        logger.info("sandbox ready", metadata: ["port": "\(port)", "account": "\(world.shop.account)"])
        ready.finish(.success(port))
    }

    private func explain(_ error: any Error) -> any Error {
        guard let system = error as? IOError else { return error }
        let configuration = world.configuration
        return system.errnoCode == EADDRINUSE
            ? SandboxError.portTaken(port: configuration.port)
            : SandboxError.addressRefused(host: configuration.host, reason: String(cString: strerror(system.errnoCode)))
    }
}
