import Basics
import Operations
import Records
import Testing

struct LiveProgressTests {
    private let connection = ConnectionID(at: Instant(seconds: 1_700_000_000))
    private let start = Instant(seconds: 1_700_000_000)

    @Test func `a rate is what has been stored between looks, whoever stored it`() {
        let live = LiveProgress()

        let first = live.rate(of: connection, stored: 100, at: start)
        let early = live.rate(of: connection, stored: 120, at: start + .seconds(2))
        let rate = live.rate(of: connection, stored: 150, at: start + .seconds(5))
        let still = live.rate(of: connection, stored: 150, at: start + .seconds(24))

        #expect(first == nil)
        #expect(early == nil)
        #expect(rate == 10)
        #expect(still == 0)
    }

    @Test func `a look long ago, or at another store's orders, counts for nothing`() {
        let live = LiveProgress()

        _ = live.rate(of: connection, stored: 100, at: start)
        let late = live.rate(of: connection, stored: 900, at: start + .seconds(60))
        let anew = live.rate(of: connection, stored: 5, at: start + .seconds(66))

        #expect(late == nil)
        #expect(anew == nil)
    }
}
