import Basics
import HTTPTypes

/// The headers by which the pricing service tells, with each answer, how much may still be asked.
enum PricingLimits {
    static func told(_ reply: Reply, _ shop: Shop, _ group: LimitGroup, at now: Instant) -> Reply {
        guard let standing = shop.limits.standing(group, at: now) else { return reply }
        return reply.with(.rateLimit, String(standing.limit)).with(.rateRemaining, String(standing.remaining))
            .with(.rateReset, String(standing.reset))
    }
}
