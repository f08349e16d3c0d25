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

    /// Time that one request of the lane takes up; nil when the group has no limit.
    package func interval(group: String, lane: QuotaLane) -> Duration? {
        guard let limit = perMinute[group] ?? unnamedPerMinute else { return nil }
        let percent = lane == .backfill ? backfillPercent : 100 - backfillPercent
        let perMinuteHundredfold = Int64(max(1, limit) * percent)
        return .microseconds((60_000_000 * 100 + perMinuteHundredfold - 1) / perMinuteHundredfold)
    }
}
