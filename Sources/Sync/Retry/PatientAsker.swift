import Basics
import ConnectorKit
import Synchronization

/// Asks a platform the same question until it answers or asking is no use; one for all workers of a connection.
final class PatientAsker: Patience {
    private struct State {
        var budget = RetryBudget(capacity: 256)
        var answers: Int64 = 0
        var lastAnswerAt: Instant
        var lastTrouble: Trouble?
        var random: SeededGenerator
    }

    private let policy: RetryPolicy
    private let clock: any WallClock
    private let state: Mutex<State>

    init(policy: RetryPolicy, clock: any WallClock, seed: UInt64) {
        self.policy = policy
        self.clock = clock
        state = Mutex(State(lastAnswerAt: clock.now(), random: SeededGenerator(seed: seed)))
    }

    /// Usable answers so far. A question that failed while others were answered is that question's trouble; one that
    /// failed while none was is the platform's.
    var answers: Int64 { state.withLock(\.answers) }

    /// How long ago the platform last gave a usable answer, and what it said since.
    func silence(at now: Instant) -> (duration: Duration, last: Trouble?) {
        state.withLock { (now - $0.lastAnswerAt, $0.lastTrouble) }
    }

    /// - Throws: what the last attempt threw.
    func ask<Answer: Sendable>(_ question: @Sendable () async throws -> Answer) async throws -> Answer {
        var attempt = 0
        while true {
            do {
                let answer = try await question()
                noteAnswer()
                return answer
            } catch let error as CancellationError {
                throw error
            } catch {
                attempt += 1
                guard let pause = pause(after: error, attempt: attempt) else { throw error }
                try await clock.sleep(for: pause)
            }
        }
    }

    /// How long a slice that was given back waits, after so many times in a row.
    func setback(after attempts: Int) -> Duration {
        state.withLock { state in
            policy.base + policy.backoff(after: attempts + 2, using: &state.random)
        }
    }

    private func noteAnswer() {
        let now = clock.now()
        state.withLock { state in
            state.answers += 1
            state.lastAnswerAt = now
            state.budget.earn()
        }
    }

    private func pause(after error: any Error, attempt: Int) -> Duration? {
        state.withLock { state in
            state.lastTrouble = Trouble(error)
            guard let pause = policy.pause(after: error, attempt: attempt, using: &state.random),
                state.budget.spend()
            else { return nil }
            return pause
        }
    }
}
