import Basics
import ConnectorKit
import Records
import Storage

/// Where workers, of this node and of others, ask what to do next. Every answer is one transaction, so that two of them
/// never get the same piece of work.
struct StreamDesk: Sendable {
    let database: any Database
    let key: StreamKey
    let source: any OrderSource
    let options: SyncOptions
    let clock: any WallClock

    enum Assignment: Sendable {
        case slice(SliceLease)
        case survey
        case wait(until: Instant)
        case finished
        /// The connection or the stream was stopped by somebody.
        case stopped(SyncError)
    }

    private var streams: StreamTable { StreamTable(key) }
    private var slices: SliceTable { SliceTable(key) }

    /// The next piece of work.
    ///
    /// Looks before it writes: a worker that has nothing to do asks every second, and must not make the database busy.
    /// - Parameter pastFirst: for a worker that leaves the news to others while there is a past to read.
    func next(_ course: StreamPlan.Course, pastFirst: Bool = false) async throws -> Assignment {
        let now = clock.now()
        if let idle = try await database.read({ try waiting(course, at: now, in: $0) }) { return idle }
        return try await database.write { try assign(course, pastFirst: pastFirst, at: now, in: $0) }
    }

    private func waiting(
        _ course: StreamPlan.Course, at now: Instant, in transaction: any Transaction
    ) throws -> Assignment? {
        guard let stream = try streams.find(in: transaction) else { return nil }
        if let stop = try StoppedStream.error(key, in: transaction) { return .stopped(stop) }
        let outlook = try slices.outlook(at: now, in: transaction)
        if let freeAt = outlook.nextFreeAt, freeAt <= now { return nil }
        switch StreamPlan.next(stream, outlook, course, at: now) {
        case .survey: return .survey
        case .wait(let instant): return .wait(until: instant)
        case .finished: return .finished
        case .endBackfill, .endSweep, .beginSweep: return nil
        }
    }

    private func assign(
        _ course: StreamPlan.Course, pastFirst: Bool, at now: Instant, in transaction: any Transaction
    ) throws -> Assignment {
        while true {
            let stream = try streams.open(in: transaction)
            if let stop = try StoppedStream.error(key, in: transaction) { return .stopped(stop) }
            if pastFirst, let lease = try slices.claim(.backfill, for: options.lease, at: now, in: transaction) {
                return .slice(lease)
            }
            if let lease = try slices.claim(for: options.lease, at: now, in: transaction) { return .slice(lease) }
            let outlook = try slices.outlook(at: now, in: transaction)
            switch StreamPlan.next(stream, outlook, course, at: now) {
            case .survey: return .survey
            case .wait(let instant): return .wait(until: instant)
            case .finished: return .finished
            case .endBackfill: try streams.recordBackfillDone(at: now, in: transaction)
            case .endSweep:
                try streams.endSweep(in: transaction)
                try slices.removeFinishedSweep(in: transaction)
            case .beginSweep(let rereads):
                try beginSweep(stream, outlook, course, rereads: rereads, at: now, in: transaction)
            }
        }
    }

    /// Whether nobody has surveyed the stream yet.
    func needsSurvey() async throws -> Bool {
        try await database.read { try streams.find(in: $0)?.isSurveyed != true }
    }

    /// Writes a survey down and opens the backfill; nothing when another node was faster.
    func record(_ survey: OrderSurvey, askedAt: Instant) async throws {
        let until = askedAt.flooredToMillisecond
        try await database.write { transaction in
            _ = try streams.open(in: transaction)
            guard try streams.recordSurvey(survey, until: until, in: transaction) else { return }
            guard let oldest = survey.oldestPlacedAt else { return }
            let from = min(oldest.flooredToMillisecond, until)
            try slices.add([OrderQuery(from: from, until: until)], for: .backfill, at: askedAt, in: transaction)
        }
    }

    private func beginSweep(
        _ stream: StreamState, _ outlook: SliceTable.Outlook, _ course: StreamPlan.Course, rereads: Bool,
        at now: Instant,
        in transaction: any Transaction
    ) throws {
        let until = now.flooredToMillisecond
        let since = stream.sweptUntil ?? until
        try slices.unpark(at: now, in: transaction)
        let fresh = OrderQuery(from: since - options.overlap, until: until)
        try slices.add([fresh], for: .fresh, at: now, in: transaction)
        let changed = source.sweepQueries(since: since - options.overlap, until: until)
        try slices.add(changed, for: .sweep, at: now, in: transaction)
        if rereads {
            let horizon = OrderQuery(from: until - options.rereadHorizon, until: until)
            try slices.add([horizon], for: .reread, at: now, in: transaction)
        }
        // Whoever runs by hand has done something about it: the run's first sweep waits for no order's next turn.
        let isFirstByHand = if case .once(let startedAt, _) = course { since < startedAt } else { false }
        if try isFirstByHand ? ParkedOrders(key).count(in: transaction) > 0 : outlook.hasDueRetries {
            let retries = OrderQuery(from: until, until: isFirstByHand ? .distantFuture : until)
            try slices.add([retries], for: .retry, at: now, in: transaction)
        }
        try streams.beginSweep(until: until, rereads: rereads, in: transaction)
    }
}
