import Foundation

/// Something that a driver's thread waits for, because a transaction's body cannot await.
final class Flag: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func raise() { semaphore.signal() }

    /// Gives up after 20 seconds, so that a broken test fails instead of hanging.
    func wait() { _ = semaphore.wait(timeout: .now() + 20) }
}
