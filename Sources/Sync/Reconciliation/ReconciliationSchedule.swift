import Basics

/// When a store is reconciled by itself, and over which days. Pure.
package enum ReconciliationSchedule {
    /// A return period: older orders seldom change. They are compared with the others on Sundays.
    package static let recentDays = 62

    /// The night whose reconciliation is due: 03:30 has passed in the store, and it has not had one since.
    ///
    /// A store that was connected during the day waits for its first night.
    package static func night(
        at now: Instant, after last: CivilDate?, connectedAt: Instant, in days: StoreDays
    ) -> CivilDate? {
        let today = days.date(of: now)
        let hour = days.moment(3, 30, of: today)
        guard connectedAt < hour, hour <= now, last.map({ $0 < today }) ?? true else { return nil }
        return today
    }

    /// The recent days; everything within the platform's reach on Sundays, and the first time.
    package static func span(of night: CivilDate, isFirst: Bool) -> Reconciliation.Span {
        // 1970-01-01 was a Thursday.
        let isSunday = (night.daysSince1970 + 4) % 7 == 0
        return isFirst || isSunday
            ? Reconciliation.Span() : Reconciliation.Span(from: night.advanced(by: -(recentDays - 1)))
    }
}
