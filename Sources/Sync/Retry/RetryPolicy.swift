import Basics
import ConnectorKit

/// When and how often one question is asked again.
///
/// Full jitter: a random time between nothing and a limit that doubles. Source: Marc Brooker, "Exponential Backoff And
/// Jitter", AWS Architecture Blog, 2015.
package struct RetryPolicy: Hashable, Sendable {
    /// How often a question is asked in all.
    package var attempts = 8
    /// How often when the answer was unreadable: it may have been cut, and it may be like that for ever.
    package var unreadableAttempts = 3
    package var base: Duration = .milliseconds(250)
    package var limit: Duration = .seconds(30)
    /// The pause after a 429 that does not say how long.
    package var throttlePause: Duration = .seconds(60)

    package init() {}

    /// How long to wait before asking again, after `attempt` attempts ended in `error`; nil when asking again is no use.
    package func pause(
        after error: any Error, attempt: Int, using random: inout some RandomNumberGenerator
    ) -> Duration? {
        guard let error = error as? PlatformError else { return nil }
        let allowed =
            switch error.kind {
            case .throttled, .failing, .unreachable, .timedOut: attempts
            case .unreadable, .tooLarge: unreadableAttempts
            default: 1
            }
        guard attempt < allowed else { return nil }
        let jitter = backoff(after: attempt, using: &random)
        let atLeast = error.retryAfter ?? (error.kind == .throttled ? throttlePause : .zero)
        return atLeast > .zero ? atLeast + jitter.quarter : jitter
    }

    /// A random time up to `base`, doubled with every attempt after the first, and never beyond `limit`.
    package func backoff(after attempt: Int, using random: inout some RandomNumberGenerator) -> Duration {
        let doublings = min(max(attempt - 1, 0), 20)
        let ceiling = min(limit.microseconds, base.microseconds << doublings)
        return .microseconds(Int64.random(in: 0...max(ceiling, 0), using: &random))
    }
}

extension Duration {
    fileprivate var quarter: Duration { .microseconds(microseconds / 4) }
}
