import Basics
import ConnectorKit
import Testing

@Suite struct RetryAfterTests {
    /// 1994-11-06T08:49:07Z
    private let now = Instant(seconds: 784_111_747)

    @Test func `seconds are read`() {
        #expect(RetryAfter.duration("120", now: now) == .seconds(120))
        #expect(RetryAfter.duration(" 0 ", now: now) == .zero)
        #expect(RetryAfter.duration("99999999999999999999", now: now) == .seconds(9_999_999_999))
    }

    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    ])
    func `dates are read in the three forms of HTTP`(text: String) {
        #expect(RetryAfter.duration(text, now: now) == .seconds(30))
    }

    @Test func `a date that has passed means now`() {
        #expect(RetryAfter.duration("Sun, 06 Nov 1994 08:00:00 GMT", now: now) == .zero)
    }

    @Test(arguments: ["", "soon", "-5", "1.5", "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT"])
    func `anything else is nothing`(text: String) {
        #expect(RetryAfter.duration(text, now: now) == nil)
    }
}
