import Basics

/// What a stream needs next, when no slice is free. Pure: it sees the stream and its slices, and says one thing.
package enum StreamPlan: Hashable, Sendable {
    /// Ask the platform for the edges of the store's past.
    case survey
    /// Note that the backfill has nothing open any more.
    case endBackfill
    /// Note that the running sweep has nothing open any more.
    case endSweep
    /// Look for news; `rereads` is whether to read again what no list tells the news of.
    case beginSweep(rereads: Bool)
    /// Others are at work, or something waits for its time.
    case wait(until: Instant)
    case finished

    /// How long a run goes on and how often it looks for news.
    package enum Course: Hashable, Sendable {
        /// Until nothing is left. When the backfill is done, a sweep looks for news, unless the backfill itself has
        /// just looked: it was surveyed by this run, within `overlap`, and left no order aside.
        case once(startedAt: Instant, overlap: Duration)
        /// For ever. A sweep begins `interval` after the one before, and reads again every `rereadInterval`.
        case following(interval: Duration, rereadInterval: Duration)
    }

    package static func next(
        _ stream: StreamState, _ outlook: SliceTable.Outlook, _ course: Course, at now: Instant
    ) -> StreamPlan {
        guard let sweptUntil = stream.sweptUntil else { return .survey }
        if outlook.openBackfill == 0, stream.backfillDoneAt == nil { return .endBackfill }
        if outlook.openSweep == 0, stream.sweepUntil != nil { return .endSweep }
        let rereadAt = stream.rereadAt ?? sweptUntil
        let isSweeping = stream.sweepUntil != nil
        switch course {
        case .once(let startedAt, let overlap):
            guard stream.backfillDoneAt != nil, !isSweeping else { return .wait(until: outlook.nextFreeAt ?? now) }
            let isStale = sweptUntil < startedAt || sweptUntil + overlap < now
            return isStale || outlook.hasDueRetries ? .beginSweep(rereads: rereadAt < startedAt) : .finished
        case .following(let interval, let rereadInterval):
            let isDue = sweptUntil + interval <= now
            if isDue, !isSweeping { return .beginSweep(rereads: rereadAt + rereadInterval <= now) }
            let nextSweep = isSweeping ? nil : sweptUntil + interval
            return .wait(until: min(outlook.nextFreeAt ?? .distantFuture, nextSweep ?? .distantFuture))
        }
    }
}
