import Basics
import ConnectorKit
import Records

/// What one run did to one stream, by this node.
package struct StreamReport: Hashable, Sendable {
    package var stream: StreamKind
    /// Orders read in full.
    package var fetched = 0
    package var created = 0
    package var changed = 0
    package var unchanged = 0
    /// Older than what was stored already.
    package var stale = 0
    /// Listed just as they are stored, and so not read.
    package var known = 0
    /// Attempts that ended with an order set aside; the same order can count twice.
    package var troubles = 0
    /// Orders that are aside now, and windows of the list.
    package var parked = 0
    package var parkedSlices = 0
    /// Requests sent, and those that the platform refused with 429.
    package var requests = 0
    package var refused = 0
    package var duration: Duration = .zero

    package init(stream: StreamKind) { self.stream = stream }

    mutating func add(_ result: BatchCommitter.Result) {
        let outcome = result.outcome
        fetched += result.fetched
        created += outcome.created
        changed += outcome.changed
        unchanged += outcome.unchanged
        stale += outcome.stale
        known += result.known
        troubles += result.parked
    }
}
