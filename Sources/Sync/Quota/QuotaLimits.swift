import Basics

/// What a platform lets an account ask, by group of endpoints, and how much of it a backfill may take.
package struct QuotaLimits: Hashable, Sendable {
    /// Requests a minute; a group that is not named has no documented limit and is `unnamedPerMinute`'s.
    package var perMinute: [String: Int]
    /// Nil for no limit: only a 429 stops the account then.
    package var unnamedPerMinute: Int?
    /// The backfill's part in percent, 1 to 99; live work has the rest.
    package var backfillPercent: Int

    package init(perMinute: [String: Int], unnamedPerMinute: Int? = nil, backfillPercent: Int = 50) {
        precondition((1...99).contains(backfillPercent), "a share of \(backfillPercent) percent leaves a lane nothing")
        self.perMinute = perMinute
        self.unnamedPerMinute = unnamedPerMinute
        self.backfillPercent = backfillPercent
    }

    /// For a server of one's own, such as a benchmark's.
    package static let unlimited = QuotaLimits(perMinute: [:])

    /// Requests a minute; nil when the group has no limit.
    package func limit(group: String) -> Int? { perMinute[group] ?? unnamedPerMinute }

    /// Nil when the group has no limit.
    package func pace(group: String) -> QuotaPace? {
        guard let limit = limit(group: group) else { return nil }
        func interval(_ percent: Int) -> Duration {
            let perMinuteHundredfold = Int64(max(1, limit) * percent)
            return .microseconds((60_000_000 * 100 + perMinuteHundredfold - 1) / perMinuteHundredfold)
        }
        return QuotaPace(
            whole: interval(100), live: interval(100 - backfillPercent), backfill: interval(backfillPercent))
    }
}
