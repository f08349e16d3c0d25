import Basics
import ConnectorKit
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

    private struct Stream: Hashable {
        let connection: ConnectionID
        let kind: StreamKind
    }

    private let entries = Mutex<[Stream: Entry]>([:])

    private let growths = Mutex<[Stream: [(at: Instant, stored: Int)]]>([:])
    private static let growthSpan = Duration.seconds(4)
    private static let growthWindow = Duration.seconds(20)

    package init() {}

    /// Notes how many orders, or other records, a stream has, by a look into the database.
    /// - Returns: orders a second over the last looks; nil until they span a few seconds.
    package func rate(
        of connection: ConnectionID, stream: StreamKind = .orders, stored: Int, at now: Instant
    ) -> Double? {
        growths.withLock { growths in
            let stream = Stream(connection: connection, kind: stream)
            var looks = growths[stream, default: []]
            looks.removeAll { $0.at + Self.growthWindow < now || $0.at > now || $0.stored > stored }
            looks.append((now, stored))
            growths[stream] = looks
            guard let first = looks.first, first.at + Self.growthSpan <= now else { return nil }
            return Double(stored - first.stored) / (now - first.at).seconds
        }
    }

    package func note(_ progress: SyncProgress, of connection: ConnectionID, at now: Instant) {
        entries.withLock { entries in
            let stream = Stream(connection: connection, kind: progress.stream)
            var entry = entries[stream] ?? Entry(progress: progress, at: now)
            // A new run counts from nought.
            if let last = entry.requests.last, last.sent > progress.requests { entry.requests = [] }
            entry.progress = progress
            entry.at = now
            entry.requests.append((now, progress.requests))
            entry.requests.removeAll { $0.at + Self.window < now }
            entries[stream] = entry
        }
    }

    /// What is told of a connection: nil when this node has heard nothing of it for a while.
    package func latest(
        of connection: ConnectionID, stream: StreamKind = .orders, at now: Instant
    ) -> (progress: SyncProgress, perMinute: Int)? {
        entries.withLock { entries in
            let stream = Stream(connection: connection, kind: stream)
            guard let entry = entries[stream], entry.at + Self.stale > now else { return nil }
            let recent = entry.requests.filter { $0.at + Self.window > now }
            let sent = (recent.last?.sent ?? 0) - (recent.first?.sent ?? 0)
            return (entry.progress, sent)
        }
    }
}
