import Basics
import Synchronization

/// The sandbox's own time: the machine's, plus what somebody skipped.
final class SandboxTime: Sendable {
    private let clock: any WallClock
    private let offset: Mutex<Duration>

    /// - Parameter skipped: What was skipped in an earlier run.
    init(clock: any WallClock, skipped: Duration = .zero) {
        self.clock = clock
        offset = Mutex(skipped)
    }

    func now() -> Instant { clock.now() + offset.withLock { $0 } }

    func skip(_ duration: Duration) { offset.withLock { $0 += duration } }

    func reset() { offset.withLock { $0 = .zero } }

    func sleep(for duration: Duration) async throws { try await clock.sleep(for: duration) }
}
