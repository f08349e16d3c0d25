/// A database of either engine. Bodies are synchronous and run on a thread of the driver, never on the cooperative pool.
package protocol Database: Sendable {
    var engine: Engine { get }

    /// Runs `body` in one write transaction: `BEGIN IMMEDIATE` on SQLite, `SERIALIZABLE` on PostgreSQL.
    ///
    /// `body` is run again from its start when the engine asks for it (serialization failure, deadlock, a lost connection
    /// before commit), so it must have no effect outside of the transaction. It should take well under 100 ms.
    /// - Throws: `StorageError`, or what `body` throws; in both cases nothing is written. One exception:
    ///   `storage.commit_unknown`, when the connection broke during COMMIT itself.
    @discardableResult
    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value

    /// Runs `body` over one consistent snapshot. Writing in it fails.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value

    /// As `read`, for one short look into an index: where the engine allows it, `body` runs at once on the caller's own
    /// thread, which saves two changes of thread. Keep it well under a millisecond.
    func glance<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value

    /// As `glance`, for one statement alone, which needs no transaction around it. A second one ends the program.
    func look<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value

    /// Waits for running bodies, then closes all connections. Later calls fail with `storage.closed`.
    func close() async
}

extension Database {
    package func glance<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await read(body)
    }

    package func look<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await glance(body)
    }
}
