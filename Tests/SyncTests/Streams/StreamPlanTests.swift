import Basics
import Sync
import Testing

struct StreamPlanTests {
    private let now = Instant(seconds: 100_000)

    private func stream(sweptSecondsAgo: Int64, isBackfilled: Bool = true) -> StreamState {
        var stream = StreamState()
        let swept = now - .seconds(sweptSecondsAgo)
        stream.backfillUntil = swept
        stream.sweptUntil = swept
        stream.rereadAt = swept
        stream.backfillDoneAt = isBackfilled ? swept : nil
        return stream
    }

    private func once(startedSecondsAgo: Int64) -> StreamPlan.Course {
        .once(startedAt: now - .seconds(startedSecondsAgo), overlap: .seconds(900))
    }

    private func next(
        _ stream: StreamState, _ course: StreamPlan.Course, backfill: Int = 0, sweep: Int = 0, freeAt: Int64? = nil,
        retries: Bool = false
    ) -> StreamPlan {
        var outlook = SliceTable.Outlook()
        outlook.openBackfill = backfill
        outlook.openSweep = sweep
        outlook.nextFreeAt = freeAt.map { now + .seconds($0) }
        outlook.hasDueRetries = retries
        return StreamPlan.next(stream, outlook, course, at: now)
    }

    @Test func `an unknown store is surveyed`() {
        #expect(next(StreamState(), once(startedSecondsAgo: 0)) == .survey)
    }

    @Test func `a backfill with nothing open is ended, one that others work on is waited for`() {
        let stream = stream(sweptSecondsAgo: 5, isBackfilled: false)

        #expect(next(stream, once(startedSecondsAgo: 10)) == .endBackfill)
        #expect(
            next(stream, once(startedSecondsAgo: 10), backfill: 1, freeAt: 7) == .wait(until: now + .seconds(7)))
    }

    @Test func `a run that surveyed the store itself just now is finished after the backfill`() {
        #expect(next(stream(sweptSecondsAgo: 5), once(startedSecondsAgo: 10)) == .finished)
    }

    @Test func `a run that comes later looks for news once`() {
        #expect(next(stream(sweptSecondsAgo: 5), once(startedSecondsAgo: 1)) == .beginSweep(rereads: true))
        #expect(next(stream(sweptSecondsAgo: 0), once(startedSecondsAgo: 1)) == .finished)
    }

    @Test func `a backfill that took long is followed by a look for news`() {
        #expect(next(stream(sweptSecondsAgo: 901), once(startedSecondsAgo: 902)) == .beginSweep(rereads: false))
    }

    @Test func `orders that were set aside are tried once more`() {
        #expect(
            next(stream(sweptSecondsAgo: 5), once(startedSecondsAgo: 10), retries: true) == .beginSweep(rereads: false))
    }

    @Test func `a running sweep is ended when nothing of it is open`() {
        var stream = stream(sweptSecondsAgo: 5)
        stream.sweepUntil = now

        #expect(next(stream, once(startedSecondsAgo: 1), sweep: 1, freeAt: 3) == .wait(until: now + .seconds(3)))
        #expect(next(stream, once(startedSecondsAgo: 1)) == .endSweep)
    }

    @Test func `following sweeps at its interval, beside the backfill too, and rereads at its own`() {
        let course = StreamPlan.Course.following(interval: .seconds(60), rereadInterval: .seconds(3600))
        var late = stream(sweptSecondsAgo: 60)
        late.rereadAt = now - .seconds(3600)

        #expect(next(stream(sweptSecondsAgo: 59), course) == .wait(until: now + .seconds(1)))
        #expect(next(stream(sweptSecondsAgo: 60), course) == .beginSweep(rereads: false))
        #expect(
            next(stream(sweptSecondsAgo: 60, isBackfilled: false), course, backfill: 2, freeAt: 9)
                == .beginSweep(rereads: false))
        #expect(next(late, course) == .beginSweep(rereads: true))
    }
}
