import Basics
import Synchronization

/// Connections for reads so short that changing the thread would cost more than they do.
///
/// Nobody waits here: when all are taken, the caller goes to the pool. They are opened at the first use, so that
/// programs that serve nobody do not pay for them.
final class SQLiteGlances: Sendable {
    /// As many as run at once on a small machine.
    private static let countMax = 2

    private struct State {
        var free: [SQLiteGlance] = []
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
    func run<Value>(_ body: (SQLiteGlance) throws -> Value) throws -> Value? {
        guard let glance = try take() else { return nil }
        defer { giveBack(glance) }
        return try body(glance)
    }

    /// Those in use close when they are given back.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.free = []
        }
    }

    private func take() throws -> SQLiteGlance? {
        enum Turn { case use(SQLiteGlance), open, wait }
        let turn: Turn = state.withLock { state in
            guard !state.isClosed else { return .wait }
            if let glance = state.free.popLast() { return .use(glance) }
            guard state.opened < Self.countMax else { return .wait }
            state.opened += 1
            return .open
        }
        switch turn {
        case .use(let glance): return glance
        case .wait: return nil
        case .open:
            do { return try SQLiteGlance(path: path, busyTimeout: busyTimeout) } catch {
                state.withLock { $0.opened -= 1 }
                throw error
            }
        }
    }

    private func giveBack(_ glance: SQLiteGlance) {
        state.withLock { state in
            if !state.isClosed { state.free.append(glance) }
        }
    }
}
