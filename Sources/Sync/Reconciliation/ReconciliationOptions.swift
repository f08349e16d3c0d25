import Basics

/// How a reconciliation goes about its work. The defaults cost less than two hundredths of a new backfill.
package struct ReconciliationOptions: Sendable {
    /// Of so many records that seem to agree, one is read in full.
    package var sampleOneIn = 200
    /// Records that a run reads in full at least, as far as there are any.
    package var sampleAtLeast = 5
    /// Records of which only the list's digest differs that are read in full at most: after a change of what the digest
    /// covers, that is all of them. The others are compared by what the list tells by name.
    package var doubtsMax = 2_000
    /// The newest records are left out: platforms' lists lag behind by minutes.
    package var newestLeftOut: Duration = .seconds(15 * 60)
    /// Stored orders of one question to the list: platforms hand out a few thousand.
    package var windowOrders = 2_500
    /// Orders being read at the same time.
    package var fetches = 8
    /// How long a run belongs to a node that gives no sign of life.
    package var lease: Duration = .seconds(60)
    package var retry = RetryPolicy()
    /// Questions in a row that may fail before the platform is asked no more.
    package var failuresMax = 2

    package init() {}
}
