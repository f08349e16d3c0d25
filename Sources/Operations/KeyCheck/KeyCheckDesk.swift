import Records
import Synchronization

/// The key checks that this node runs beside its requests.
final class KeyCheckDesk: Sendable {
    private struct State {
        var tasks: [KeyCheckID: Task<Void, Never>] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())

    /// Runs `body` beside the caller. Does nothing once the desk is closed: the check is stale after its time then.
    func start(_ check: KeyCheckID, _ body: @escaping @Sendable () async -> Void) {
        state.withLock { state in
            guard !state.isClosed else { return }
            // Safe because the desk keeps it until it has ended, and `close` cancels it and waits.
            state.tasks[check] = Task {
                await body()
                self.leave(check)
            }
        }
    }

    /// Waits for the checks that run now.
    func finish() async {
        for task in state.withLock({ Array($0.tasks.values) }) { await task.value }
    }

    /// Ends all checks; returns when each has written down that it was cut short.
    func close() async {
        let tasks = state.withLock { state in
            state.isClosed = true
            return Array(state.tasks.values)
        }
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }

    private func leave(_ check: KeyCheckID) { state.withLock { $0.tasks[check] = nil } }
}
