import ArgumentParser
import Basics
import Hub
import Journal
import Logging
import Operations

extension DatabaseOptions {
    /// Opens the installation, runs `body`, and closes it however that ends.
    func withHub<Value: Sendable>(_ body: @Sendable (Services) async throws -> Value) async throws -> Value {
        let configuration = try configuration()
        return try await Services.withOpen(configuration, logger: .toStandardError(configuration.logLevel), body)
    }
}

extension Actor {
    /// The machine's user who types.
    static var commandLine: Actor {
        let environment = Surroundings.current.environment
        return Actor("cli:" + (environment["USER"] ?? environment["LOGNAME"] ?? "unknown"))
    }
}

extension Logger {
    /// Ponte's log: to standard error, where no answer is.
    static func toStandardError(_ level: Logger.Level) -> Logger {
        let screen = Surroundings.current.screen
        var logger = Logger(label: "ponte") { _ in ScreenLogHandler(screen: screen) }
        logger.logLevel = level
        return logger
    }

    /// A sandbox's server reports every connection that its end cuts off as an error: that is for those who look closely.
    static func ofSandbox(_ level: Logger.Level) -> Logger { .toStandardError(level <= .info ? level : .critical) }
}
