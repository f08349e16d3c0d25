import Basics
import Records
import Sync
import Synchronization

/// How fast orders come in, for those who watch: by what this node's runs tell, and by how what is stored has grown between
/// two looks, whichever node stored it.
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

    private let growths = Mutex<[ConnectionID: [(at: Instant, stored: Int)]]>([:])
    private static let growthSpan = Duration.seconds(4)
    private static let growthWindow = Duration.seconds(20)

    package init() {}

    /// Notes how many orders a connection has, by a look into the database.
    /// - Returns: orders a second over the last looks; nil until they span a few seconds.
    package func rate(of connection: ConnectionID, stored: Int, at now: Instant) -> Double? {
        growths.withLock { growths in
            var looks = growths[connection, default: []]
            looks.removeAll { $0.at + Self.growthWindow < now || $0.at > now || $0.stored > stored }
            looks.append((now, stored))
            growths[connection] = looks
            guard let first = looks.first, first.at + Self.growthSpan <= now else { return nil }
            return Double(stored - first.stored) / (now - first.at).seconds
        }
    }

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
