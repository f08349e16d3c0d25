/// One try of a transaction, on its connection's queue.
struct PostgresAttempt {
    enum Outcome<Value: Sendable>: Sendable {
        case done(Value)
        case failed(any Error)
        /// The connection broke before COMMIT was sent: nothing is written, and trying again is safe.
        case lost(any Error)
        /// The server undid it in favour of another transaction.
        case collided
    }

    let connection: PostgresConnection

    func run<Value>(_ begin: String, _ body: (any Transaction) throws -> Value) -> Outcome<Value> {
        do {
            try connection.connect()
        } catch {
            return .failed(error)
        }
        let transaction = PostgresTransaction(connection)
        let value: Value
        do {
            try connection.run(begin)
            value = try body(transaction)
            if let failure = transaction.failure { throw failure }
        } catch {
            // What the statement said decides, whatever the body made of it.
            return outcome(of: transaction.failure ?? error, thrown: error)
        }
        return commit(value)
    }

    private func commit<Value>(_ value: Value) -> Outcome<Value> {
        do {
            try connection.run("COMMIT")
            return .done(value)
        } catch {
            guard !connection.isLost else {
                connection.disconnect()
                return .failed(StorageError(.commitUnknown, connection.address))
            }
            return outcome(of: error, thrown: error)
        }
    }

    private func outcome<Value>(of failure: any Error, thrown error: any Error) -> Outcome<Value> {
        guard !connection.isLost else {
            connection.disconnect()
            return .lost(StorageError(.unreachable, connection.address))
        }
        let kind = (failure as? StorageError).map { ($0.kind, $0.detail) }
        if kind?.0 == .contended, kind?.1 == PostgresFailure.stalePlan {
            connection.disconnect()
            return .collided
        }
        do {
            try connection.run("ROLLBACK")
        } catch {
            // It ends with the connection.
            connection.disconnect()
        }
        return kind?.0 == .contended ? .collided : .failed(error)
    }
}
