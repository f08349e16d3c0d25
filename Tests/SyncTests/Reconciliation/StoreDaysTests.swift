import Basics
import Sync
import Testing

struct StoreDaysTests {
    @Test func `a day begins at the store's midnight`() throws {
        let days = try #require(StoreDays(timeZone: "America/Sao_Paulo"))

        let start = days.start(of: CivilDate(year: 2026, month: 3, day: 9))

        #expect(start.iso8601 == "2026-03-09T03:00:00Z")
        #expect(days.date(of: start).description == "2026-03-09")
        #expect(days.date(of: start - .microseconds(1)).description == "2026-03-08")
    }

    @Test(arguments: [
        // Clocks go forward, back, and forward at midnight, so that the day begins at one o'clock.
        ("America/New_York", 2026, 3, 8, 23), ("America/New_York", 2026, 11, 1, 25),
        ("America/Sao_Paulo", 2018, 11, 4, 23), ("America/Sao_Paulo", 2018, 2, 17, 25),
        ("America/Santiago", 2026, 9, 6, 23), ("Pacific/Kiritimati", 2026, 5, 5, 24), ("UTC", 2026, 5, 5, 24),
    ])
    func `a day is as long as its clocks make it`(
        _ zone: String, _ year: Int, _ month: Int, _ day: Int, _ hours: Int
    ) throws {
        let days = try #require(StoreDays(timeZone: zone))
        let date = CivilDate(year: year, month: month, day: day)

        let length = days.start(of: date.advanced(by: 1)) - days.start(of: date)

        #expect(length == .seconds(Int64(hours) * 3600))
    }

    @Test func `every moment of two years belongs to the day that has begun`() throws {
        let days = try #require(StoreDays(timeZone: "America/Santiago"))
        let first = CivilDate(year: 2025, month: 1, day: 1)
        var found: [Int] = []

        for number in 0..<730 {
            let date = first.advanced(by: number)
            let start = days.start(of: date)
            let end = days.start(of: date.advanced(by: 1)) - .microseconds(1)
            if days.date(of: start) == date, days.date(of: end) == date { found.append(number) }
        }

        #expect(found == Array(0..<730))
    }

    @Test func `a zone that is not known has no days`() {
        #expect(StoreDays(timeZone: "Mars/Olympus") == nil)
    }
}
