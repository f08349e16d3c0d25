import Basics

/// How live work goes about it. The defaults suit a store of any size on a small machine.
package struct LiveOptions: Sendable {
    /// Between two looks into the inbox.
    package var poll: Duration = .seconds(1)
    /// Between two looks into a platform's queue, all nodes together.
    package var feedPoll: Duration = .seconds(5)
    /// Orders taken upon oneself at once.
    package var batch = 50
    /// Orders being fetched at the same time.
    package var fetches = 8
    /// How long an order belongs to a worker that gives no sign of life.
    package var lease: Duration = .seconds(120)
    /// Tries that an order has which cannot be read, before the sweep takes it over.
    package var attempts = 6
    /// The pause after the first such try; it doubles.
    package var pause: Duration = .seconds(5)
    /// The longest pause of a platform that answers nobody.
    package var longestPause: Duration = .seconds(300)
    /// Between two looks at the platform's set-up.
    package var guardEvery: Duration = .seconds(300)
    package var retry = RetryPolicy()

    package init() { retry.attempts = 3 }
}
