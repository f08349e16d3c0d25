import Basics
import Sync
import Testing

struct ReconciliationScheduleTests {
    /// A Monday.
    private static let today = CivilDate(year: 2026, month: 3, day: 9)

    @Test func `a night is due at half past three by the store's clock, once`() throws {
        let days = try #require(StoreDays(timeZone: "America/Sao_Paulo"))
        let hour = days.moment(3, 30, of: Self.today)
        let yesterday = Self.today.advanced(by: -1)
        func night(_ now: Instant, _ last: CivilDate?) -> CivilDate? {
            ReconciliationSchedule.night(at: now, after: last, connectedAt: .distantPast, in: days)
        }

        #expect(hour.iso8601 == "2026-03-09T06:30:00Z")
        #expect(night(hour - .seconds(1), yesterday) == nil)
        #expect(night(hour, yesterday) == Self.today)
        #expect(night(hour, nil) == Self.today)
        #expect(night(hour + .seconds(3600), Self.today) == nil)
    }

    @Test func `a store that was connected during the day waits for its first night`() throws {
        let days = try #require(StoreDays(timeZone: "America/Sao_Paulo"))
        let hour = days.moment(3, 30, of: Self.today)
        let tomorrow = days.moment(3, 30, of: Self.today.advanced(by: 1))
        func night(_ now: Instant) -> CivilDate? {
            ReconciliationSchedule.night(at: now, after: nil, connectedAt: hour + .seconds(60), in: days)
        }

        #expect(night(hour + .seconds(3600)) == nil)
        #expect(night(tomorrow) == Self.today.advanced(by: 1))
    }

    @Test func `most nights compare the recent days, Sundays and the first all that can be`() {
        let sunday = Self.today.advanced(by: -1)

        #expect(ReconciliationSchedule.span(of: Self.today, isFirst: false).from?.description == "2026-01-07")
        #expect(ReconciliationSchedule.span(of: Self.today, isFirst: true) == Reconciliation.Span())
        #expect(ReconciliationSchedule.span(of: sunday, isFirst: false) == Reconciliation.Span())
    }
}
