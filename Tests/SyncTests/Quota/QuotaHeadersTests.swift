import Basics
import Sync
import Testing

struct QuotaHeadersTests {
    private let now = Instant(seconds: 1_700_000_000)

    @Test func `a 429 stops for as long as it says, or a minute`() {
        #expect(QuotaHeaders.stop(status: 429, headers: ["retry-after": " 7 "], at: now) == .seconds(7))
        #expect(QuotaHeaders.stop(status: 429, headers: [:], at: now) == .seconds(60))
        #expect(QuotaHeaders.stop(status: 429, headers: ["retry-after": "soon"], at: now) == .seconds(60))
    }

    @Test func `no header can stop a shop for longer than an hour`() {
        #expect(QuotaHeaders.stop(status: 429, headers: ["retry-after": "999999"], at: now) == .seconds(3600))
        let headers = ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "1800000000"]
        #expect(QuotaHeaders.stop(status: 200, headers: headers, at: now) == .seconds(3600))
    }

    @Test func `an answer that says that nothing remains stops until its reset`() {
        let fromNow = ["ratelimit-remaining": "0", "ratelimit-reset": "3"]
        let since1970 = ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "1700000004"]

        #expect(QuotaHeaders.stop(status: 200, headers: fromNow, at: now) == .seconds(3))
        #expect(QuotaHeaders.stop(status: 200, headers: since1970, at: now) == .seconds(4))
        #expect(QuotaHeaders.stop(status: 200, headers: ["ratelimit-remaining": "1"], at: now) == nil)
        #expect(QuotaHeaders.stop(status: 500, headers: ["retry-after": "9"], at: now) == nil)
    }
}
