import Basics

/// What a stream besides orders needs next. Pure: it sees the stream and its walk, and says one thing.
package enum WalkPlan: Hashable, Sendable {
    /// The open walk is free.
    case claim
    case begin(Walk.Goal)
    /// Another node is at work, or something waits for its time.
    case wait(until: Instant)
    case finished

    /// How long a run goes on and how often it looks for news.
    package enum Course: Hashable, Sendable {
        /// Until nothing is left: the backfill, what was set aside, once more the news since the last look.
        case once(startedAt: Instant)
        /// For ever, with a look for news every so often.
        case following(interval: Duration)
    }

    /// How often a stream is walked, besides looks for news.
    package struct Times: Hashable, Sendable {
        /// A once-run looks again for what changed longer ago than this before its end.
        package var overlap: Duration
        /// Between two whole walks of a stream that tells what changed: they find what was deleted.
        package var whole: Duration
        /// Between two whole walks of a stream that does not tell: they are its only news.
        package var repeated: Duration

        package init(overlap: Duration, whole: Duration, repeated: Duration) {
            self.overlap = overlap
            self.whole = whole
            self.repeated = repeated
        }
    }

    package static func next(
        _ stream: StreamState, _ walk: Walk?, _ parked: ParkedRecords.Outlook, _ course: Course, _ times: Times,
        tellsChanges: Bool, at now: Instant
    ) -> WalkPlan {
        if let refusal = stream.refusal, let plan = plan(for: refusal, course, at: now) { return plan }
        if let walk, walk.phase != .done { return walk.freeAt <= now ? .claim : .wait(until: walk.freeAt) }
        guard let sweptUntil = stream.sweptUntil, stream.backfillDoneAt != nil else { return .begin(.everything) }
        let wholeAt = (stream.rereadAt ?? sweptUntil) + (tellsChanges ? times.whole : times.repeated)
        switch course {
        case .once(let startedAt):
            if let oldest = parked.lastSeenAt, oldest < startedAt { return .begin(.retry) }
            // Looks end at whole milliseconds.
            let isStale =
                sweptUntil < startedAt.flooredToMillisecond || (tellsChanges && sweptUntil + times.overlap < now)
            guard isStale else { return .finished }
            return .begin(tellsChanges && now < wholeAt ? .changed : .everything)
        case .following(let interval):
            let newsAt = tellsChanges ? sweptUntil + interval : .distantFuture
            if wholeAt <= now { return .begin(.everything) }
            if newsAt <= now { return .begin(.changed) }
            if let retryAt = parked.retryAt, retryAt <= now { return .begin(.retry) }
            return .wait(until: min(wholeAt, newsAt, parked.retryAt ?? .distantFuture))
        }
    }

    /// Nil when the refused stream may be tried again: its time has come, or somebody runs it by hand.
    private static func plan(for refusal: StreamRefusal, _ course: Course, at now: Instant) -> WalkPlan? {
        guard refusal.retryAt > now else { return nil }
        switch course {
        case .once(let startedAt): return refusal.seenAt < startedAt ? nil : .finished
        case .following: return .wait(until: refusal.retryAt)
        }
    }
}
