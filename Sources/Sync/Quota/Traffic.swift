import Synchronization

/// Counts what was asked of a platform and how often it refused for being asked too much.
package final class Traffic: Sendable {
    private let sent = Atomic<Int>(0)
    private let refusals = Atomic<Int>(0)

    package init() {}

    package var requests: Int { sent.load(ordering: .relaxed) }
    package var refused: Int { refusals.load(ordering: .relaxed) }

    func countRequest() { sent.add(1, ordering: .relaxed) }
    func countRefusal() { refusals.add(1, ordering: .relaxed) }
}
