import Basics
import Records
import Sync
import Synchronization

/// How fast this node's runs go, for those who watch. A hint: another node's runs are not in it.
package final class LiveProgress: Sendable {
    private static let window = Duration.seconds(60)
    private static let stale = Duration.seconds(15)

    private struct Entry {
        var progress: SyncProgress
        var at: Instant
        /// Requests sent in all by the present run, as they were told in the last minute.
        var requests: [(at: Instant, sent: Int)] = []
    }

    private let entries = Mutex<[ConnectionID: Entry]>([:])

    package init() {}

    package func note(_ progress: SyncProgress, of connection: ConnectionID, at now: Instant) {
        entries.withLock { entries in
            var entry = entries[connection] ?? Entry(progress: progress, at: now)
            // A new run counts from nought.
            if let last = entry.requests.last, last.sent > progress.requests { entry.requests = [] }
            entry.progress = progress
            entry.at = now
            entry.requests.append((now, progress.requests))
            entry.requests.removeAll { $0.at + Self.window < now }
            entries[connection] = entry
        }
    }

    /// What is told of a connection: nil when this node has heard nothing of it for a while.
    package func latest(of connection: ConnectionID, at now: Instant) -> (progress: SyncProgress, perMinute: Int)? {
        entries.withLock { entries in
            guard let entry = entries[connection], entry.at + Self.stale > now else { return nil }
            let recent = entry.requests.filter { $0.at + Self.window > now }
            let sent = (recent.last?.sent ?? 0) - (recent.first?.sent ?? 0)
            return (entry.progress, sent)
        }
    }
}
