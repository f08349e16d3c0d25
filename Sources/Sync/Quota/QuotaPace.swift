import Basics

/// How fast one group of endpoints may be asked: the time that one request takes up, for each way to draw on the budget.
package struct QuotaPace: Hashable, Sendable {
    /// Of the whole budget.
    package let whole: Duration
    /// Of the live share.
    package let live: Duration
    /// Of the backfill's share.
    package let backfill: Duration

    /// What a backfill's grant takes up.
    var backfillSpan: Duration { .microseconds(backfill.microseconds * Int64(QuotaGrant.size(interval: backfill))) }
}
