import Basics

/// An order that could not be read or kept. The rest of the store goes on; this one is tried again by later sweeps.
package struct ParkedOrder: Hashable, Sendable {
    package let externalID: String
    package let trouble: Trouble
    package let attempts: Int
    package let firstSeenAt: Instant
    package let lastSeenAt: Instant
    package let retryAt: Instant

    /// How long an order waits after so many attempts: not at all after the first, then from a quarter of an hour,
    /// doubling, to a day.
    package static func pause(after attempts: Int) -> Duration {
        guard attempts > 1 else { return .zero }
        return min(.seconds(86_400), .seconds(900 << min(attempts - 2, 7)))
    }
}
