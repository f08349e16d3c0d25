import Basics
import Logging

/// PostgreSQL over libpq: SERIALIZABLE writes that are run again when they collide, reads over one snapshot.
package final class PostgresDatabase: Database {
    package let engine = Engine.postgres
    private let pool: PostgresPool
    private let address: String
    private let logger: Logger

    /// Writers that collide draw lots; after this many rounds something is wrong.
    private static let attemptLimit = 40
    /// A server that has just come back, or a firewall that dropped an idle connection.
    private static let reconnectLimit = 3

    init(url: Secret, address: String, logger: Logger, connectionCount: Int = 4) {
        pool = PostgresPool(url: url, address: address, size: connectionCount)
        self.address = address
        self.logger = logger
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await runAgain("BEGIN ISOLATION LEVEL SERIALIZABLE", body)
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await runAgain("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    package func close() async { await pool.close() }

    private func runAgain<Value: Sendable>(
        _ begin: String, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        var losses = 0
        for attempt in 1...Self.attemptLimit {
            try Task.checkCancellation()
            switch try await pool.withConnection({ PostgresAttempt(connection: $0).run(begin, body) }) {
            case .done(let value): return value
            case .failed(let error): throw error
            case .lost(let error):
                losses += 1
                guard losses < Self.reconnectLimit else { throw error }
                logger.warning("database connection lost, connecting again", metadata: ["server": "\(address)"])
            case .collided: break
            }
            // Full jitter: the wait is anything between nothing and a bound that doubles.
            let bound = min(200_000, 1_000 << min(attempt, 10))
            try await Task.sleep(for: .microseconds(Int.random(in: 0...bound)))
        }
        throw StorageError(.contended, address)
    }
}
