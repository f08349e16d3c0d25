import Basics
import Records
import Sync

/// How much there is to read of a store, and about how long that takes.
package struct ImportEstimate: Sendable, Hashable {
    package let orders: Int
    /// Of the oldest order that the platform lists; nil when there is none.
    package let oldestAt: Instant?
    /// Requests a minute that reading the past may take of the platform's allowance; nil for no limit.
    package let requestsPerMinute: Int?
    /// Nil when nobody can tell before it runs.
    package let duration: Duration?

    /// One request for each order, and one for each page of a hundred on the list; pages of fewer only make it longer by
    /// what does not matter to people.
    /// - Parameter group: the one that requests for orders count in.
    package init(_ survey: KeyCheckRecord.Survey, limits: QuotaLimits, group: String) {
        orders = survey.total
        oldestAt = survey.oldestAt
        let share = limits.limit(group: group).map { max(1, $0 * limits.backfillPercent / 100) }
        requestsPerMinute = share
        let requests = survey.total + (survey.total + 99) / 100
        duration = share.map { .seconds(Double(requests) * 60 / Double($0)) }
    }
}
