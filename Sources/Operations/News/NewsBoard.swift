import Storage
import Synchronization

/// Where this process notes that an organization's log has grown, so that those who wait for it here need not ask the
/// database so often. A hint: other nodes' commits are found by asking.
package final class NewsBoard: Sendable {
    private let counts = Mutex<[OrganizationScope: Int]>([:])

    package init() {}

    package func ring(for scope: OrganizationScope) {
        counts.withLock { $0[scope, default: 0] += 1 }
    }

    /// Raised by every ring.
    package func count(for scope: OrganizationScope) -> Int {
        counts.withLock { $0[scope] ?? 0 }
    }
}
