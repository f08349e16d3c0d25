import Basics

/// How a sync goes about its work. The defaults suit a store of any size on a small machine.
package struct SyncOptions: Sendable {
    /// Slices that this node works on at the same time.
    package var workers = 2
    /// Orders of one slice being fetched at the same time.
    package var fetches = 16
    /// Orders in one transaction.
    package var batchSize = 250
    /// The most orders of one backfill slice: the fewer, the better several nodes share a store. Nil for what the
    /// platform hands out of one window.
    package var sliceOrders: Int?
    /// How long a slice belongs to a worker that gives no sign of life.
    package var lease: Duration = .seconds(20)
    /// How often a worker without work asks again; also how often others' stops are noticed.
    package var poll: Duration = .seconds(1)
    /// How far a sweep looks back beyond the one before: platforms' lists lag behind by minutes.
    package var overlap: Duration = .seconds(15 * 60)
    /// How long after its invoice an order is read again until it is delivered: the return period.
    package var rereadHorizon: Duration = .seconds(60 * 86_400)
    /// While following: how often orders whose news no list tells are read again.
    package var rereadInterval: Duration = .seconds(3600)
    /// How long a run that ends goes on asking a platform that gives no usable answer, or waits for the database.
    package var patience: Duration = .seconds(15 * 60)
    /// How long platforms' answers are kept once newer ones took their place; the newest are always kept.
    package var payloadHistoryDays = 90
    /// Streams besides orders: between two whole walks where looks for news tell what changed, and where they do not.
    package var wholeInterval: Duration = .seconds(86_400)
    package var repeatedInterval: Duration = .seconds(6 * 3600)
    /// How many records one whole walk asks for alone, because no page had them.
    package var confirmationsMax = 1_000
    /// How long a stream that the key has no right to is left alone.
    package var refusalPause: Duration = .seconds(3600)
    package var retry = RetryPolicy()

    package init() {}

    /// Orders fetched or being fetched and not yet committed, of one slice: what bounds memory.
    var ahead: Int { batchSize * 2 + fetches }
}
