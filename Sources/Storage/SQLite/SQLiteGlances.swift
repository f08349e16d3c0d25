import Basics
import GRDB
import Synchronization

/// Connections for reads so short that changing the thread would cost more than they do.
///
/// Nobody waits here: when all are taken, the caller goes to the pool. They are opened at the first use, so that
/// programs that serve nobody do not pay for them.
final class SQLiteGlances: Sendable {
    /// As many as run at once on a small machine.
    private static let countMax = 2

    private struct State {
        var free: [DatabaseQueue] = []
        var opened = 0
        var isClosed = false
    }

    private let path: String
    private let busyTimeout: Duration
    private let state = Mutex(State())

    init(path: String, busyTimeout: Duration) {
        self.path = path
        self.busyTimeout = busyTimeout
    }

    /// Nil when no connection is free; then nothing has been done. `body` begins and ends the transaction itself.
    func run<Value>(_ body: (GRDB.Database) throws -> Value) throws -> Value? {
        guard let queue = try take() else { return nil }
        defer { giveBack(queue) }
        return try queue.unsafeRead { database in try body(database) }
    }

    func close() {
        let free = state.withLock { state in
            state.isClosed = true
            defer { state.free = [] }
            return state.free
        }
        // It fails only for statements that still run, and there are none.
        for queue in free { try? queue.close() }
    }

    private func take() throws -> DatabaseQueue? {
        enum Turn { case use(DatabaseQueue), open, wait }
        let turn: Turn = state.withLock { state in
            guard !state.isClosed else { return .wait }
            if let queue = state.free.popLast() { return .use(queue) }
            guard state.opened < Self.countMax else { return .wait }
            state.opened += 1
            return .open
        }
        switch turn {
        case .use(let queue): return queue
        case .wait: return nil
        case .open:
            do { return try open() } catch {
                state.withLock { $0.opened -= 1 }
                throw error
            }
        }
    }

    private func giveBack(_ queue: DatabaseQueue) {
        let isClosed = state.withLock { state in
            if !state.isClosed { state.free.append(queue) }
            return state.isClosed
        }
        if isClosed { try? queue.close() }
    }

    private func open() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "ponte.sqlite.glance"
        configuration.readonly = true
        configuration.busyMode = .timeout(busyTimeout.seconds)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -8000") }
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
