import Basics
import ConnectorKit

package enum SliceKind: IDKind {
    package static let prefix = "slc"
}

package typealias SliceID = ID<SliceKind>

/// A piece of a stream's work that one worker does at a time: a window of the platform's list, or a walk over stored ids.
package struct Slice: Hashable, Sendable {
    /// Why the slice is done. The raw value is what the database holds.
    package enum Purpose: String, Hashable, Sendable, CaseIterable {
        /// Orders placed since the last sweep.
        case fresh
        /// A list of orders that may have changed since.
        case sweep
        /// Orders that no list tells the news of, such as "delivered".
        case reread
        /// Orders that could not be read or kept before.
        case retry
        /// The store's past.
        case backfill

        /// Live work is claimed before the backfill.
        var rank: Int {
            switch self {
            case .fresh: 0
            case .sweep: 1
            case .reread: 2
            case .retry: 3
            case .backfill: 4
            }
        }

        /// Which share of the account's quota the slice draws on.
        package var lane: QuotaLane { self == .backfill ? .backfill : .sweep }
    }

    package let id: SliceID
    package let purpose: Purpose
    /// What the slice asks the platform's list; for a walk over stored ids only `from` matters, as its horizon.
    package let query: OrderQuery
    /// Everything before it is committed.
    package let position: Position

    /// How far a slice has come.
    package enum Position: Hashable, Sendable {
        case start
        /// All orders placed before it are committed, and some of those placed at it.
        case placedAt(Instant)
        /// All stored ids up to and including it are committed.
        case id(String)
    }

    /// The part of the query that is not committed yet.
    package var remaining: OrderQuery {
        guard case .placedAt(let instant) = position else { return query }
        var rest = query
        rest.from = max(query.from, min(instant.flooredToMillisecond, query.until))
        return rest
    }

    /// Whether the slice walks over ids that Ponte stored, instead of listing at the platform.
    var walksStoredIDs: Bool { purpose == .reread || purpose == .retry }
}

extension Instant {
    /// Platforms' windows are in milliseconds.
    var flooredToMillisecond: Instant {
        let rest = microseconds % 1000
        return Instant(microseconds: microseconds - (rest < 0 ? rest + 1000 : rest))
    }
}
