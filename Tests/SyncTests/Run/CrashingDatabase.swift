import Storage
import Synchronization

struct Crash: Error {}

/// A database whose n-th write, and every one after it, fails before its commit or is not heard of after it.
final class CrashingDatabase: Database {
    private let base: any Database
    private let crash: Int
    private let isAfterCommit: Bool
    private let writes = Mutex(0)

    init(_ base: any Database, atWrite crash: Int, afterCommit isAfterCommit: Bool) {
        self.base = base
        self.crash = crash
        self.isAfterCommit = isAfterCommit
    }

    var engine: Engine { base.engine }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        let number = writes.withLock { writes in
            writes += 1
            return writes
        }
        if number < crash { return try await base.write(body) }
        if number == crash, isAfterCommit { _ = try await base.write(body) }
        throw Crash()
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await base.read(body)
    }

    func close() async { await base.close() }
}
