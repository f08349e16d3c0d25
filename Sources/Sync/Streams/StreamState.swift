import Basics

/// Where a stream stands.
///
/// A stream begins unsurveyed. The survey tells the edges of its past and opens the backfill; from then on sweeps run
/// beside and after the backfill, one at a time.
package struct StreamState: Hashable, Sendable {
    /// Orders that the platform listed at the survey.
    package var knownTotal: Int?
    /// The past that the backfill covers, both ends inclusive. Nil before the survey; `backfillFrom` also for an empty store.
    package var backfillFrom: Instant?
    package var backfillUntil: Instant?
    package var backfillDoneAt: Instant?
    /// Until when the running sweep looks; nil between sweeps.
    package var sweepUntil: Instant?
    /// Everything placed or listed as changed before it has been seen. Nil before the survey.
    package var sweptUntil: Instant?
    /// When the last look at every order without news in the lists began.
    package var rereadAt: Instant?
    package var isPaused = false
    /// The key lacks a right to the stream; the connection's other streams go on.
    package var refusal: StreamRefusal?

    package init() {}

    package var isSurveyed: Bool { backfillUntil != nil }
}
