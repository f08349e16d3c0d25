import Basics
import Records

package enum ReconciliationKind: IDKind {
    package static let prefix = "rec"
}

package typealias ReconciliationID = ID<ReconciliationKind>

/// One comparison of a connection with its platform, over a span of the store's days.
package struct Reconciliation: Hashable, Sendable {
    /// Queued becomes running; running becomes done or failed, or is taken over when its node falls silent.
    package enum State: String, Hashable, Sendable, CaseIterable {
        case queued, running, done, failed

        package var isOpen: Bool { self == .queued || self == .running }
    }

    package enum Cause: String, Hashable, Sendable, CaseIterable { case schedule, person }

    /// The raw value is what the database holds.
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// All that was compared is the same, or has been made so.
        case agrees
        case repaired
        /// Differences are left.
        case differs
        /// Some days could not be compared; what was compared agrees.
        case incomplete
    }

    /// Days of the store, both ends inclusive. A missing end reaches as far as the platform does, or until today.
    package struct Span: Hashable, Sendable {
        package var from: CivilDate?
        package var until: CivilDate?

        package init(from: CivilDate? = nil, until: CivilDate? = nil) {
            self.from = from
            self.until = until
        }
    }

    package let id: ReconciliationID
    package let connectionID: ConnectionID
    package let cause: Cause
    package let state: State
    /// With both ends once the run has begun to compare.
    package let span: Span
    package let timeZone: String
    package let requestedAt: Instant
    package let finishedAt: Instant?
    /// The newest orders are left out, for the platform's list lags; nil before the run has begun.
    package let comparedUntil: Instant?
    /// Older orders are beyond the platform's reach.
    package let reachesFrom: Instant?
    /// Stored orders that are older than that, whatever the span.
    package let beyond: Int
    package let daysTotal: Int
    package let daysDone: Int
    package let requests: Int
    package let sampled: Int
    package let verdict: Verdict?
    /// Why it failed.
    package let trouble: Trouble?

    package init(
        id: ReconciliationID, connectionID: ConnectionID, cause: Cause, state: State, span: Span, timeZone: String,
        requestedAt: Instant, finishedAt: Instant?, comparedUntil: Instant?, reachesFrom: Instant?, beyond: Int,
        daysTotal: Int, daysDone: Int, requests: Int, sampled: Int, verdict: Verdict?, trouble: Trouble?
    ) {
        self.id = id
        self.connectionID = connectionID
        self.cause = cause
        self.state = state
        self.span = span
        self.timeZone = timeZone
        self.requestedAt = requestedAt
        self.finishedAt = finishedAt
        self.comparedUntil = comparedUntil
        self.reachesFrom = reachesFrom
        self.beyond = beyond
        self.daysTotal = daysTotal
        self.daysDone = daysDone
        self.requests = requests
        self.sampled = sampled
        self.verdict = verdict
        self.trouble = trouble
    }
}
