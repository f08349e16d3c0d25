import Basics
import Commerce
import ConnectorKit

/// One way through a stream's records, besides orders: what it is after and how far it has come.
///
/// A stream has one walk at a time, in the hands of one node. It walks the platform's pages first; one that is after
/// everything then looks alone at the records that it did not meet.
package struct Walk: Hashable, Sendable {
    /// The raw value is what the database holds.
    package enum Goal: String, Hashable, Sendable, CaseIterable {
        /// All that the platform has.
        case everything
        /// What the platform changed since the last look.
        case changed
        /// Records that could not be read or kept before.
        case retry
    }

    /// The raw value is what the database holds.
    package enum Phase: String, Hashable, Sendable {
        /// Page by page; becomes looking or done.
        case walking
        /// Record by record; becomes done.
        case looking
        case done
    }

    /// The record that was looked at last, by its kind's raw value and its external id.
    package struct Place: Hashable, Sendable {
        package var kind: String
        package var externalID: String

        package static let start = Place(kind: "", externalID: "")
    }

    package let goal: Goal
    /// For `changed`, both ends included; `until` is for all goals what the stream is seen up to when the walk is done.
    package let since: Instant
    package let until: Instant
    package let startedAt: Instant
    package var phase: Phase
    /// The source's own; nil before the first page.
    package var cursor: String?
    package var place: Place
    /// Records that were looked at alone.
    package var looks: Int
    /// Records committed.
    package var records: Int
    /// When it may be claimed.
    package let freeAt: Instant

    /// What the source is asked.
    package var question: RecordWalk { goal == .changed ? .changed(since: since, until: until) : .everything }

    /// Which share of the account's quota the walk draws on.
    package var lane: QuotaLane { goal == .everything ? .backfill : .sweep }
}

/// A walk in the hands of one node. Every claim raises the token and every commit the number of commits: a node whose
/// lease was taken over matches no row and commits nothing (law 5).
package struct WalkLease: Hashable, Sendable {
    package var walk: Walk
    package let token: Int64
    package var commits: Int64
    /// How often the walk was given back without having come any further.
    package let attempts: Int
}
