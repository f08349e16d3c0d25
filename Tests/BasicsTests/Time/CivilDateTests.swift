import Basics
import Testing

struct CivilDateTests {
    /// From 1 January 1600 to 31 December 2400, counted up by hand.
    @Test func `every day of eight centuries is the next one`() {
        let start = -135_140
        var year = 1600
        var month = 1
        var day = 1
        var wrong: [Int] = []

        for count in start..<(start + 292_560) {
            let date = CivilDate(daysSince1970: count)
            if date != CivilDate(year: year, month: month, day: day) || date.daysSince1970 != count {
                wrong.append(count)
            }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            day += 1
            if day > lengths[month - 1] { (day, month) = (1, month + 1) }
            if month > 12 { (month, year) = (1, year + 1) }
        }

        #expect(wrong == [])
        #expect(year == 2401 && month == 1 && day == 1)
    }

    @Test(arguments: [
        (0, "1970-01-01"), (-1, "1969-12-31"), (17_716, "2018-07-04"), (11_016, "2000-02-29"),
        (-719_528, "0000-01-01"), (-719_529, "-000001-12-31"), (2_932_897, "+010000-01-01"),
    ])
    func `a date is written as ISO 8601`(days: Int, text: String) {
        #expect(CivilDate(daysSince1970: days).description == text)
    }

    @Test func `dates are in order of time`() {
        let dates = [
            CivilDate(year: 2017, month: 12, day: 31), CivilDate(year: 2018, month: 1, day: 1),
            CivilDate(year: 2018, month: 1, day: 31), CivilDate(year: 2018, month: 2, day: 1),
        ]

        #expect(dates.reversed().sorted() == dates)
    }
}
