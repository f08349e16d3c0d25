import Basics
import Logging
import Storage
import Synchronization

/// Waits for a database that is gone for a while, or busy: asks it again and again, with random pauses.
///
/// What is asked must bear being done twice: a commit that broke off may have been written. Leases and fences see to that.
final class StoragePatience: Sendable {
    private struct State {
        /// When the trouble began; nil while all is well.
        var since: Instant?
        var random: SeededGenerator
    }

    private let policy: RetryPolicy
    private let clock: any WallClock
    private let logger: Logger
    private let state: Mutex<State>

    init(policy: RetryPolicy, clock: any WallClock, logger: Logger, seed: UInt64) {
        var policy = policy
        // A server is back within seconds; nobody wants to wait half a minute for it to be noticed.
        policy.limit = min(policy.limit, .seconds(5))
        self.policy = policy
        self.clock = clock
        self.logger = logger
        state = Mutex(State(random: SeededGenerator(seed: seed)))
    }

    /// - Parameter limit: how long the database may be gone; nil for as long as it takes.
    /// - Throws: what the last attempt threw, when asking again is no use or no time is left; `CancellationError`.
    func ask<Answer>(for limit: Duration?, _ question: () async throws -> Answer) async throws -> Answer {
        var attempt = 0
        while true {
            do {
                let answer = try await question()
                noteAnswer()
                return answer
            } catch let error as StorageError where error.isRetryable {
                attempt += 1
                try await wait(after: error, attempt: attempt, for: limit)
            }
        }
    }

    func noteAnswer() { state.withLock { $0.since = nil } }

    /// Waits before the next attempt.
    /// - Throws: `error` when the trouble lasts longer than `limit`.
    func wait(after error: StorageError, attempt: Int, for limit: Duration?) async throws {
        let now = clock.now()
        let (lasting, pause) = state.withLock { state in
            let since = state.since ?? now
            state.since = since
            // At least the base: a database that refuses at once is not to be asked in a tight loop.
            return (now - since, policy.base + policy.backoff(after: attempt, using: &state.random))
        }
        if let limit, lasting >= limit { throw error }
        logger.warning("database waited for", metadata: ["code": "\(error.code)", "attempt": "\(attempt)"])
        try await clock.sleep(for: pause)
    }
}
