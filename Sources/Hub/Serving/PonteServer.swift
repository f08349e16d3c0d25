import Basics
import Logging
import Operations
import ServiceLifecycle
import UnixSignals
import Web

/// The whole hub as one running thing: web server, followed connections, apps that read, housekeeping.
package struct PonteServer: Sendable {
    /// For what has begun to come to an end when the server is stopped.
    private static let farewell = Duration.seconds(10)

    private let services: Services
    private let web: WebServer
    private let logger: Logger

    package init(services: Services, settings: WebSettings, logger: Logger) {
        self.services = services
        self.logger = logger
        var settings = settings
        settings.schemaNumber = HubMigrations.all.count
        web = WebServer(services: services, settings: settings, logger: logger)
    }

    /// Waits until requests are answered.
    /// - Returns: the port.
    /// - Throws: what ended `run` before that.
    package func port() async throws -> Int { try await web.port() }

    /// Serves until SIGTERM or SIGINT: then no request is taken any more, those that have begun are answered, and slices
    /// are given back.
    ///
    /// - Parameter signals: false where somebody else minds them.
    /// - Throws: `WebError` when the port is taken or the address is refused.
    package func run(signals: Bool = true) async throws {
        // The last is stopped first.
        var configuration = ServiceGroupConfiguration(
            services: [
                Housekeeper(services: services), LogKeeper(services: services), ConnectionKeeper(services: services),
                ReconciliationKeeper(services: services),
                LiveKeeper(services: services),
                MemoryKeeper(clock: services.clock), web,
            ], gracefulShutdownSignals: signals ? [.sigterm, .sigint] : [], logger: quiet)
        configuration.maximumGracefulShutdownDuration = Self.farewell
        try await ServiceGroup(configuration: configuration).run()
    }

    private var quiet: Logger {
        var copy = logger
        copy.logLevel = max(logger.logLevel, .warning)
        return copy
    }
}
