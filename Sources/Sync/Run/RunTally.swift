import Basics
import ConnectorKit
import Synchronization

/// Counts what a run does and tells whoever watches.
final class RunTally: Sendable {
    private struct State {
        var report: StreamReport
        var meter: ProgressMeter
        /// Orders of the backfill that were committed when the run began, or by other nodes, as of the last look.
        var doneElsewhere = 0
        var doneHere = 0
        var total: Int?
        /// That of the last batch; nil before the first.
        var phase: SyncProgress.Phase?

        func progress(_ phase: SyncProgress.Phase, _ traffic: Traffic) -> SyncProgress {
            let done = doneElsewhere + doneHere
            return SyncProgress(
                stream: report.stream, phase: phase, done: done, total: total, rate: meter.rate,
                timeLeft: total.flatMap { meter.timeLeft($0 - done) }, requests: traffic.requests,
                refused: traffic.refused)
        }
    }

    private let startedAt: Instant
    private let clock: any WallClock
    private let traffic: Traffic
    private let state: Mutex<State>
    private let watcher: AsyncStream<SyncProgress>.Continuation
    let progress: AsyncStream<SyncProgress>

    init(stream: StreamKind, traffic: Traffic, clock: any WallClock) {
        self.clock = clock
        self.traffic = traffic
        startedAt = clock.now()
        state = Mutex(State(report: StreamReport(stream: stream), meter: ProgressMeter(at: startedAt)))
        // A slow watcher sees the newest state, not a queue of old ones.
        (progress, watcher) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func note(_ result: BatchCommitter.Result, purpose: Slice.Purpose) {
        let now = clock.now()
        let news = state.withLock { state in
            state.report.add(result)
            if purpose == .backfill { state.doneHere += result.fetched }
            state.meter.note(state.report.fetched, at: now)
            let phase: SyncProgress.Phase = purpose == .backfill ? .backfill : .sweep
            state.phase = phase
            return state.progress(phase, traffic)
        }
        watcher.yield(news)
    }

    /// Takes over what the database says of the whole backfill, and tells it. A batch that is committed and not noted
    /// yet counts as another node's until the next look, so the last look belongs after the last batch.
    func note(total: Int?, backfilled: Int) {
        let news = state.withLock { state in
            state.total = total
            state.doneElsewhere = max(0, backfilled - state.doneHere)
            return state.phase.map { state.progress($0, traffic) }
        }
        if let news { watcher.yield(news) }
    }

    func report(parked: Int, parkedSlices: Int) -> StreamReport {
        let now = clock.now()
        return state.withLock { state in
            var report = state.report
            report.parked = parked
            report.parkedSlices = parkedSlices
            report.requests = traffic.requests
            report.refused = traffic.refused
            report.duration = now - startedAt
            return report
        }
    }

    func endProgress() { watcher.finish() }
}
