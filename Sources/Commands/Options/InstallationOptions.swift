import ArgumentParser
import Basics
import Hub
import Journal

extension DatabaseOptions {
    /// Opens the installation, runs `body`, and closes it however that ends.
    func withHub<Value: Sendable>(_ body: @Sendable (HubServices) async throws -> Value) async throws -> Value {
        try await HubServices.withOpen(try configuration(), body)
    }
}

extension Actor {
    /// The machine's user who types.
    static var commandLine: Actor {
        let environment = Surroundings.current.environment
        return Actor("cli:" + (environment["USER"] ?? environment["LOGNAME"] ?? "unknown"))
    }
}
