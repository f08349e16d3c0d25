import Basics
import ConnectorKit
import Records
import Storage

/// Where runs of a stream besides orders, of this node and of others, ask what to do next. Every answer is one transaction.
struct WalkDesk: Sendable {
    let database: any Database
    let key: StreamKey
    let tellsChanges: Bool
    let options: SyncOptions
    let clock: any WallClock

    enum Assignment: Sendable {
        case walk(WalkLease)
        case wait(until: Instant)
        case finished
        /// The connection or the stream was stopped by somebody.
        case stopped(SyncError)
    }

    private var streams: StreamTable { StreamTable(key) }
    private var walks: WalkTable { WalkTable(key) }

    /// The next piece of work. Looks before it writes: whoever has nothing to do must not make the database busy.
    func next(_ course: WalkPlan.Course) async throws -> Assignment {
        let now = clock.now()
        if let idle = try await database.read({ try waiting(course, at: now, in: $0) }) { return idle }
        return try await database.write { try assign(course, at: now, in: $0) }
    }

    private func waiting(
        _ course: WalkPlan.Course, at now: Instant, in transaction: any Transaction
    ) throws -> Assignment? {
        guard let stream = try streams.find(in: transaction) else { return nil }
        if let stop = try StoppedStream.error(key, in: transaction) { return .stopped(stop) }
        switch try plan(stream, course, at: now, in: transaction) {
        case .wait(let instant): return .wait(until: instant)
        case .finished: return .finished
        case .claim, .begin: return nil
        }
    }

    private func assign(
        _ course: WalkPlan.Course, at now: Instant, in transaction: any Transaction
    ) throws -> Assignment {
        let stream = try streams.open(in: transaction)
        if let stop = try StoppedStream.error(key, in: transaction) { return .stopped(stop) }
        switch try plan(stream, course, at: now, in: transaction) {
        case .wait(let instant): return .wait(until: instant)
        case .finished: return .finished
        case .claim: break
        case .begin(let goal): try begin(goal, stream, course, at: now, in: transaction)
        }
        guard let lease = try walks.claim(for: options.lease, at: now, in: transaction) else {
            return .wait(until: now + options.poll)
        }
        return .walk(lease)
    }

    private func plan(
        _ stream: StreamState, _ course: WalkPlan.Course, at now: Instant, in transaction: any Transaction
    ) throws -> WalkPlan {
        WalkPlan.next(
            stream, try walks.find(in: transaction), try ParkedRecords(key).outlook(in: transaction), course,
            WalkPlan.Times(
                overlap: options.overlap, whole: options.wholeInterval, repeated: options.repeatedInterval),
            tellsChanges: tellsChanges, at: now)
    }

    private func begin(
        _ goal: Walk.Goal, _ stream: StreamState, _ course: WalkPlan.Course, at now: Instant,
        in transaction: any Transaction
    ) throws {
        var until = now.flooredToMillisecond
        let since = (stream.sweptUntil ?? until) - options.overlap
        switch goal {
        case .everything: try streams.openBackfill(until: until, in: transaction)
        case .changed: try streams.beginSweep(until: until, rereads: false, in: transaction)
        case .retry:
            // Whoever runs by hand has done something about it: no record waits for its next turn.
            if case .once = course { until = .distantFuture }
        }
        try walks.begin(goal, since: since, until: until, at: now, in: transaction)
    }
}
