import Basics
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Operations
import ServiceLifecycle
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The console and the API as one HTTP server.
package struct WebServer: Service {
    /// What answers: the routes, and how they are guarded.
    package let gateway: Gateway
    private let settings: WebSettings
    private let logger: Logger
    private let ready = ReadyPort()
    /// For what has begun to come to an end.
    private static let farewell = Duration.seconds(10)

    /// Puts all routes together; nothing listens yet.
    package init(services: Services, settings: WebSettings, logger: Logger) {
        self.init(gateway: WebFace.gateway(services: services, settings: settings, logger: logger), settings, logger)
    }

    /// For routes of one's own.
    package init(gateway: Gateway, _ settings: WebSettings, _ logger: Logger) {
        self.gateway = gateway
        self.settings = settings
        self.logger = logger
    }

    /// Waits until requests are answered.
    ///
    /// - Returns: the port that the server listens on.
    /// - Throws: what ended `run` before that.
    package func port() async throws -> Int { try await ready.value() }

    /// Serves until the task is cancelled or the service group shuts down gracefully: it takes no more connections then,
    /// and finishes what has begun.
    ///
    /// - Throws: `WebError` when the port is taken or the address is refused.
    package func run() async throws {
        do {
            try await ServingTask(application, farewell: Self.farewell, logger: quiet).run()
            ready.finish(.failure(CancellationError()))
        } catch {
            let explained = explain(error)
            ready.finish(.failure(explained))
            throw explained
        }
    }

    /// What tests talk to without a network.
    package var application: Application<Gateway> {
        let limits = settings.limits
        let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes * 2,
            maxHeaderFieldCount: limits.headerCount)
        let channel = HTTP1Channel.Configuration(
            idleTimeout: .seconds(Int64(limits.idleSeconds)), httpDecoderConfiguration: decoder)
        return Application(
            responder: gateway,
            server: HTTPServerBuilder { LoopChannel(base: HTTP1Channel(responder: $0, configuration: channel)) },
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: .maximum(limits.connections, logger: quiet)),
            onServerRunning: { [ready, settings] channel in
                ready.finish(.success(channel.localAddress?.port ?? settings.port))
            },
            logger: quiet)
    }

    /// Hummingbird tells of every start and stop; that is ours to say.
    private var quiet: Logger {
        var copy = logger
        copy.logLevel = max(logger.logLevel, .warning)
        return copy
    }

    private func explain(_ error: any Error) -> any Error {
        guard let system = error as? IOError else { return error }
        return system.errnoCode == EADDRINUSE
            ? WebError.portTaken(settings.port)
            : WebError.addressRefused(settings.host, reason: String(cString: strerror(system.errnoCode)))
    }
}
