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
        /// Requests that the present run has told of.
        var told = 0
        /// Requests sent in all, by this run and those before it, when each was told; the first mark is older than the
        /// last minute, or the beginning.
        var marks: [(at: Instant, sent: Int)]

        init(_ progress: SyncProgress, at now: Instant) {
            self.progress = progress
            at = now
            marks = [(now, 0)]
        }

        mutating func note(_ news: SyncProgress, at now: Instant) {
            // A new run counts from nought; what the last one sent still counts in its minute.
            let more = news.requests >= told ? news.requests - told : news.requests
            told = news.requests
            progress = news
            at = now
            marks.append((now, (marks.last?.sent ?? 0) + more))
            while marks.count > 1, marks[1].at + LiveProgress.window <= now { marks.removeFirst() }
        }

        func sentInLastMinute(at now: Instant) -> Int {
            let before = marks.last { $0.at + LiveProgress.window <= now } ?? marks.first
            return (marks.last?.sent ?? 0) - (before?.sent ?? 0)
        }
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
            entries[stream, default: Entry(progress, at: now)].note(progress, at: now)
        }
    }

    /// What is told of a connection: nil when this node has heard nothing of it for a while.
    package func latest(
        of connection: ConnectionID, stream: StreamKind = .orders, at now: Instant
    ) -> (progress: SyncProgress, perMinute: Int)? {
        entries.withLock { entries in
            let stream = Stream(connection: connection, kind: stream)
            guard let entry = entries[stream], entry.at + Self.stale > now else { return nil }
            return (entry.progress, entry.sentInLastMinute(at: now))
        }
    }
}
