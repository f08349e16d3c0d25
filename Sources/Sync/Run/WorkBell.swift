import Basics
import Synchronization

/// Wakes the workers of a run that wait for work: one that is done with a slice may have been what the others waited for.
///
/// Only a hint within this process; other nodes are heard by asking the database again.
final class WorkBell: Sendable {
    private struct State {
        var rings = 0
        var nextListener = 0
        var listeners: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    /// How often it has rung: taken before one looks for work, so that no ring is missed between looking and waiting.
    var rings: Int { state.withLock { $0.rings } }

    func ring() {
        let listeners = state.withLock { state in
            state.rings += 1
            defer { state.listeners = [:] }
            return state.listeners.values
        }
        for listener in listeners { listener.resume() }
    }

    /// Returns at the first ring after `heard`, after `duration` at the latest.
    /// - Throws: `CancellationError`.
    func wait(after heard: Int, upTo duration: Duration, clock: any WallClock) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await clock.sleep(for: duration) }
            group.addTask { await self.nextRing(after: heard) }
            defer { group.cancelAll() }
            try await group.next()
        }
        try Task.checkCancellation()
    }

    private func nextRing(after heard: Int) async {
        let listener = state.withLock { state in
            state.nextListener += 1
            return state.nextListener
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    guard state.rings <= heard, !Task.isCancelled else { return true }
                    state.listeners[listener] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.listeners.removeValue(forKey: listener) }?.resume()
        }
    }
}
