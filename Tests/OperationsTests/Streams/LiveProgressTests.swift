import Basics
import ConnectorKit
import Operations
import Records
import Sync
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

    private func progress(_ requests: Int) -> SyncProgress {
        SyncProgress(
            stream: .orders, phase: .backfill, done: 0, total: nil, rate: 0, timeLeft: nil, requests: requests,
            refused: 0)
    }

    private func told(_ live: LiveProgress, at seconds: Int64) -> Int? {
        live.latest(of: connection, at: start + .seconds(seconds))?.perMinute
    }

    @Test func `what was sent before the first word counts, and so does a run that was over before the next began`() {
        let live = LiveProgress()

        live.note(progress(296), of: connection, at: start)
        let first = told(live, at: 0)
        live.note(progress(301), of: connection, at: start + .seconds(2))
        live.note(progress(3), of: connection, at: start + .seconds(5))
        live.note(progress(4), of: connection, at: start + .seconds(50))

        #expect(first == 296)
        #expect(told(live, at: 50) == 305)
        #expect(told(live, at: 61) == 9)
    }

    @Test func `what was sent in a minute of silence is not forgotten when the next word comes`() {
        let live = LiveProgress()

        live.note(progress(10), of: connection, at: start)
        live.note(progress(50), of: connection, at: start + .seconds(70))

        #expect(told(live, at: 70) == 40)
        #expect(told(live, at: 131) == nil)
    }
}
