import Basics
import ConnectorKit
import Logging
import Operations

/// Opening what a command needs, and closing it however the command ends.
extension Services {
    /// Runs `body` with an open installation over the network.
    package static func withOpen<Value: Sendable>(
        _ configuration: HubConfiguration, logger: Logger,
        _ body: @Sendable (Services) async throws -> Value
    ) async throws -> Value {
        let policy = AddressPolicy(allowsLoopback: configuration.allowsLocalStores)
        return try await withTransport(policy) { transport in
            let hub = try await open(configuration, transport: transport, clock: SystemClock(), logger: logger)
            do {
                let value = try await body(hub)
                await hub.close()
                return value
            } catch {
                await hub.close()
                throw error
            }
        }
    }

    /// Runs `body` with the platforms alone: no database is opened.
    package static func withPlatforms<Value: Sendable>(
        _ body: @Sendable (Platforms) async throws -> Value
    ) async throws -> Value {
        try await withTransport(AddressPolicy()) { try await body(Platforms(transport: $0, clock: SystemClock())) }
    }

    private static func withTransport<Value: Sendable>(
        _ policy: AddressPolicy, _ body: @Sendable (any Transport) async throws -> Value
    ) async throws -> Value {
        let transport = HTTPTransport(version: version, policy: policy)
        do {
            let value = try await body(transport)
            try await transport.shutDown()
            return value
        } catch {
            // What went wrong first is what the caller is told; a client that does not close is gone with the process.
            try? await transport.shutDown()
            throw error
        }
    }
}
