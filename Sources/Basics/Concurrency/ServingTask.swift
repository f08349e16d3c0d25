import Logging
import ServiceLifecycle

/// Runs a server so that whoever cancels its task ends it as a graceful shutdown does.
///
/// A NIO server whose task is cancelled while a connection is accepted and not yet taken ends the program:
/// https://github.com/apple/swift-nio/issues/2637. Shut down gracefully it takes what was accepted, and no more.
package struct ServingTask: Service {
    private let server: any Service
    private let farewell: Duration
    private let logger: Logger

    /// - Parameter farewell: how long what has begun may take to come to an end; then it is cut off.
    package init(_ server: any Service, farewell: Duration, logger: Logger) {
        self.server = server
        self.farewell = farewell
        self.logger = logger
    }

    /// - Throws: what the server throws; nothing when it was cancelled.
    package func run() async throws {
        var configuration = ServiceGroupConfiguration(
            services: [.init(service: server, successTerminationBehavior: .gracefullyShutdownGroup)], logger: logger)
        configuration.maximumGracefulShutdownDuration = farewell
        let group = ServiceGroup(configuration: configuration)
        // Safe because it is awaited, and told to end by the handler below.
        let serving = Task { try await group.run() }
        try await withTaskCancellationHandler {
            try await serving.value
        } onCancel: {
            // Safe because it does nothing but tell the group.
            Task { await group.triggerGracefulShutdown() }
        }
    }
}
