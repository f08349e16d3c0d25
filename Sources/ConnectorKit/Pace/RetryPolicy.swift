import Basics

/// How long to wait before a refused or failed request is sent again, and when to give up: a pure value.
///
/// Full jitter: a wait is drawn between nothing and twice the last bound, so that many workers that failed together do
/// not come back together. Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
package struct RetryPolicy: Hashable, Sendable {
    package var base: Duration
    package var cap: Duration
    /// Tries in all, the first one included.
    package var attempts: Int
    /// A platform that asks for more patience than this is believed up to here.
    package var longestRetryAfter: Duration

    package init(
        base: Duration = .milliseconds(500), cap: Duration = .seconds(60), attempts: Int = 8,
        longestRetryAfter: Duration = .seconds(3600)
    ) {
        self.base = base
        self.cap = cap
        self.attempts = attempts
        self.longestRetryAfter = longestRetryAfter
    }

    /// The wait before the next try; nil when there is none: the tries are used up, or the error would only repeat.
    /// - Parameter tried: tries made so far, at least 1.
    package func delay(
        afterTry tried: Int, error: PlatformError, using random: inout some RandomNumberGenerator
    ) -> Duration? {
        guard error.isRetryable, tried < attempts else { return nil }
        return delay(afterTry: tried, retryAfter: error.retryAfter, using: &random)
    }

    /// The wait after `tried` tries, never shorter than `retryAfter`.
    package func delay(
        afterTry tried: Int, retryAfter: Duration?, using random: inout some RandomNumberGenerator
    ) -> Duration {
        let bound = self.bound(afterTry: tried).microseconds
        let jittered = Duration.microseconds(Int64.random(in: 0...max(0, bound), using: &random))
        return max(jittered, min(retryAfter ?? .zero, longestRetryAfter))
    }

    private func bound(afterTry tried: Int) -> Duration {
        var bound = base
        for _ in 1..<max(2, min(tried, 40)) where bound < cap && tried > 1 { bound *= 2 }
        return min(bound, cap)
    }
}
