import Basics

/// Requests that a node may send without asking the database again.
package struct QuotaGrant: Hashable, Sendable {
    /// Nil for as many as one likes.
    private(set) var requests: Int?
    package let opensAt: Instant
    /// After it the grant is void: requests saved up would add to somebody else's.
    package let closesAt: Instant

    package init(requests: Int?, opensAt: Instant, closesAt: Instant) {
        self.requests = requests
        self.opensAt = opensAt
        self.closesAt = closesAt
    }

    /// Before the first one.
    package static let none = QuotaGrant(requests: 0, opensAt: .distantPast, closesAt: .distantPast)

    package enum Verdict: Hashable, Sendable {
        case granted
        case wait(until: Instant)
        /// Ask the database for more.
        case spent
    }

    package mutating func take(at now: Instant) -> Verdict {
        if now >= closesAt { return .spent }
        guard let left = requests else { return now < opensAt ? .wait(until: opensAt) : .granted }
        if left == 0 { return .spent }
        if now < opensAt { return .wait(until: opensAt) }
        requests = left - 1
        return .granted
    }

    /// How many requests a node takes at once: about a second's worth.
    package static func size(interval: Duration) -> Int {
        max(1, Int(1_000_000 / max(1, interval.microseconds)))
    }
}
