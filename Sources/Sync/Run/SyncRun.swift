import Basics
import ConnectorKit
import Journal
import Logging
import Records
import Storage

/// Syncs one stream of one connection, by this node; any number of nodes may do so at the same time.
///
/// Everything that must survive is in the database. A run can be stopped or killed at any time and another, here or
/// elsewhere, goes on from the last committed batch.
package final class SyncRun: StreamRun {
    private let database: any Database
    private let key: StreamKey
    private let credential: CredentialMark?
    private let source: any OrderSource
    private let options: SyncOptions
    private let clock: any WallClock
    private let logger: Logger
    private let traffic: Traffic
    private let asker: PatientAsker
    /// Of questions to the database, and of slices that it let down: the first may be answered while the second fail.
    private let storage: StoragePatience
    private let sliceStorage: StoragePatience
    private let commitLane = CommitLane()
    private let bell = WorkBell()
    private let tally: RunTally
    private let desk: StreamDesk

    /// - Parameters:
    ///   - credential: the mark of the one that `store` asks with: once it is replaced, its refusal stops nothing.
    ///   - store: answers by a `PacedTransport` with the same `traffic`, where quota and counts matter.
    ///   - seed: of the jitter.
    /// - Throws: `sync.capability_missing` when the store has no orders.
    package init(
        database: any Database, key: StreamKey, credential: CredentialMark? = nil, store: any Store, traffic: Traffic,
        clock: any WallClock, options: SyncOptions = SyncOptions(), logger: Logger,
        seed: UInt64 = .random(in: .min ... .max)
    ) throws(SyncError) {
        guard let source = store.orders else { throw .ordersMissing }
        self.database = database
        self.key = key
        self.credential = credential
        self.source = source
        self.options = options
        self.clock = clock
        self.traffic = traffic
        var logger = logger
        logger[metadataKey: "connection"] = "\(key.connectionID)"
        logger[metadataKey: "stream"] = "\(key.kind.rawValue)"
        self.logger = logger
        asker = PatientAsker(policy: options.retry, clock: clock, seed: seed)
        storage = StoragePatience(policy: options.retry, clock: clock, logger: logger, seed: seed)
        sliceStorage = StoragePatience(policy: options.retry, clock: clock, logger: logger, seed: seed)
        tally = RunTally(stream: key.kind, traffic: traffic, clock: clock)
        desk = StreamDesk(database: database, key: key, source: source, options: options, clock: clock)
    }

    /// News of each committed batch; ends with the run. For one watcher.
    package var progress: AsyncStream<SyncProgress> { tally.progress }

    /// Goes on until nothing is left: the whole backfill, whoever does it, then the news since the last look.
    ///
    /// - Throws: the platform's refusal, as `platform.unauthorised`: the connection needs attention then;
    ///   `sync.platform_unavailable` when nothing could be read for `SyncOptions.patience`; `sync.connection_stopped`
    ///   and `sync.stream_paused` when somebody stopped it; `StorageError` at once when trying again is no use, else
    ///   after the same patience. What was committed stays, and a later run goes on from there.
    package func runUntilComplete() async throws -> StreamReport {
        defer { tally.endProgress() }
        let course = StreamPlan.Course.once(startedAt: clock.now().flooredToMillisecond, overlap: options.overlap)
        try await run(course)
        try await asking(course) { try await noteProgress() }
        try await dropPayloadHistory(course)
        return try await storage.ask(for: patience(of: course)) { try await report() }
    }

    /// Finishes the backfill and looks for news every `interval`, until the task is cancelled.
    ///
    /// - Throws: as `runUntilComplete`, but is patient for ever; `CancellationError`.
    package func follow(every interval: Duration) async throws {
        defer { tally.endProgress() }
        let course = StreamPlan.Course.following(interval: interval, rereadInterval: options.rereadInterval)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.run(course) }
            group.addTask { try await self.keepHouse(course) }
            // Neither ends but by an error, which ends the other.
            for try await _ in group {}
        }
    }

    /// What this run has done so far.
    package func report() async throws -> StreamReport {
        let (parked, slices) = try await database.read { [key, clock] transaction in
            (
                try ParkedOrders(key).count(in: transaction),
                try SliceTable(key).outlook(at: clock.now(), in: transaction).parked
            )
        }
        return tally.report(parked: parked, parkedSlices: slices)
    }

    // MARK: Workers

    private func run(_ course: StreamPlan.Course) async throws {
        // One worker surveys an unknown store before the others come.
        while try await asking(course, { try await desk.needsSurvey() }) {
            if case .stopped(let error) = try await asking(course, { try await desk.next(course) }) { throw error }
            try await survey(course)
        }
        let template = try await asking(course) { try await payloadTemplate() }
        try await asking(course) { try await noteOthers() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<max(1, options.workers) {
                // Else sweeps, which come first, could keep all of them from a backfill that is under way.
                let pastFirst = number > 0
                group.addTask { try await self.work(course, template, pastFirst: pastFirst) }
            }
            // One that fails ends the others at once: they would wait for its slice until the lease is over.
            // The platform's refusal says more than that somebody stopped the connection because of it.
            var failure: (any Error)?
            while true {
                do {
                    for try await _ in group {}
                    break
                } catch {
                    if failure == nil || error is PlatformError { failure = error }
                    group.cancelAll()
                }
            }
            if let failure { throw failure }
        }
    }

    /// Says whose work is waited for before this run has any of its own: another node's, or that of a process that was
    /// killed and whose claims have not run out.
    private func noteOthers() async throws {
        let now = clock.now()
        let outlook = try await database.read { [key] in try SliceTable(key).outlook(at: now, in: $0) }
        guard outlook.leased > 0, let until = outlook.leasedUntil, until > now else { return }
        logger.notice(
            "slices are claimed by another process; they are free when it ends, or by then",
            metadata: ["slices": "\(outlook.leased)", "until": "\(until.iso8601)"])
    }

    private func payloadTemplate() async throws -> PayloadTemplate? {
        let text = source.payloadTemplate
        if text.isEmpty { return nil }
        let templates = PayloadTemplates(key.scope)
        if let kept = try await database.read({ try templates.find(text, in: $0) }) { return kept }
        return try await database.write { try templates.keep(text, in: $0) }
    }

    private func work(
        _ course: StreamPlan.Course, _ template: PayloadTemplate?, pastFirst: Bool
    ) async throws {
        while true {
            try Task.checkCancellation()
            let heard = bell.rings
            let assignment = try await asking(course) {
                try await noteProgress()
                return try await desk.next(course, pastFirst: pastFirst)
            }
            switch assignment {
            case .slice(let lease):
                try await work(on: lease, course, template)
                bell.ring()
            case .survey:
                try await survey(course)
                bell.ring()
            case .wait(let instant):
                let wait = min(options.poll, max(.milliseconds(1), instant - clock.now()))
                try await bell.wait(after: heard, upTo: wait, clock: clock)
            case .finished: return
            case .stopped(let error): throw error
            }
        }
    }

    private func survey(_ course: StreamPlan.Course) async throws {
        let askedAt = clock.now()
        do {
            let survey = try await asking(course) {
                try await QuotaLane.$current.withValue(.backfill) {
                    try await asker.ask { try await source.survey() }
                }
            }
            try await asking(course) { try await desk.record(survey, askedAt: askedAt) }
        } catch let error as PlatformError where error.stopsConnection {
            try await needsAttention(error, course)
        } catch let error as PlatformError where error.isRetryable {
            try checkPatience(course)
            try await clock.sleep(for: asker.setback(after: 1))
        }
    }

    private func work(
        on claimed: SliceLease, _ course: StreamPlan.Course, _ template: PayloadTemplate?
    ) async throws {
        let slice = claimed.slice
        let worker = SliceWorker(
            lister: CandidateLister(
                database: database, key: key, source: source, asker: asker, slice: slice,
                ordersMax: options.sliceOrders),
            reader: OrderReader(source: source, asker: asker, template: template),
            committer: BatchCommitter(
                database: database, key: key, lane: commitLane, clock: clock, leaseDuration: options.lease),
            options: options, clock: clock,
            onCommit: { [tally, sliceStorage] in
                sliceStorage.noteAnswer()
                tally.note($0, purpose: $1)
            })
        var lease = claimed
        do {
            let ending = try await QuotaLane.$current.withValue(slice.purpose.lane) { try await worker.run(&lease) }
            try await settle(lease, ending, course)
        } catch let error as SyncError where error.reason == .leaseLost {
            logger.notice("slice taken over", metadata: ["slice": "\(slice.id)"])
        } catch let error as StorageError where error.isRetryable {
            try await recover(lease, from: error, course)
        } catch {
            // Safe because it is awaited here: a cancelled task could not give its slice back any more.
            try? await Task { [lease] in try await self.release(lease, because: nil) }.value
            throw error
        }
    }

    /// Leaves a slice as its ending asks.
    private func settle(
        _ lease: SliceLease, _ ending: SliceWorker.Ending, _ course: StreamPlan.Course
    ) async throws {
        switch ending {
        case .finished: break
        case .tooWide(let pages, let limit): try await cut(lease, pages: pages, limit: limit)
        case .setback(let error):
            let trouble = Trouble(error)
            logger.notice("slice given back", metadata: ["slice": "\(lease.slice.id)", "code": "\(trouble.code)"])
            try await release(lease, because: trouble)
            try checkPatience(course)
        case .unlistable(let error):
            let trouble = Trouble(error)
            logger.warning("slice set aside", metadata: ["slice": "\(lease.slice.id)", "code": "\(trouble.code)"])
            try await database.write { [key] in try SliceTable(key).park(lease, because: trouble, in: $0) }
        case .refused(let error):
            try await release(lease, because: nil)
            try await needsAttention(error, course)
        case .stopped(let error):
            try await release(lease, because: nil)
            throw error
        case .lost: logger.notice("slice taken over", metadata: ["slice": "\(lease.slice.id)"])
        }
    }

    private func cut(_ lease: SliceLease, pages: Int, limit: Int) async throws {
        let now = clock.now()
        let halves = SliceBisection.halves(of: lease.slice.remaining)
        try await database.write { [key] transaction in
            if let halves {
                try SliceTable(key).split(lease, into: halves, at: now, in: transaction)
            } else {
                let trouble = Trouble(SyncError.windowTooFull(pages, limit: limit))
                try SliceTable(key).park(lease, because: trouble, in: transaction)
            }
        }
    }

    private func release(_ lease: SliceLease, because setback: Trouble?) async throws {
        let now = clock.now()
        let freeAt = setback == nil ? now : now + asker.setback(after: lease.attempts + 1)
        try await database.write { [key] in
            try SliceTable(key).release(lease, because: setback, freeAt: freeAt, in: $0)
        }
    }

    // MARK: A database that comes and goes

    /// A question to the database, asked again while it is away.
    private func asking<Answer>(
        _ course: StreamPlan.Course, _ question: () async throws -> Answer
    ) async throws -> Answer {
        try await storage.ask(for: patience(of: course), question)
    }

    private func patience(of course: StreamPlan.Course) -> Duration? {
        if case .once = course { options.patience } else { nil }
    }

    /// Waits for the database and gives the slice back to it, so that nobody has to wait for the lease to run out.
    ///
    /// The token alone is asked for: a batch that may have been committed does not matter, whoever claims the slice next
    /// goes on from where it stands.
    private func recover(_ lease: SliceLease, from error: StorageError, _ course: StreamPlan.Course) async throws {
        try await sliceStorage.wait(after: error, attempt: lease.attempts + 1, for: patience(of: course))
        do {
            try await asking(course) { try await release(lease, because: Trouble(error)) }
        } catch let error as SyncError where error.reason == .leaseLost {
            logger.notice("slice taken over", metadata: ["slice": "\(lease.slice.id)"])
        }
    }

    // MARK: Giving up

    /// Stops the connection for all nodes, audited, and ends the run with the platform's own words.
    private func needsAttention(_ error: PlatformError, _ course: StreamPlan.Course) async throws -> Never {
        logger.error("connection needs attention", metadata: ["code": "\(error.code)"])
        try await asking(course) {
            try await ConnectionStop(database: database, key: key, credential: credential, clock: clock)
                .stop(because: error)
        }
        throw error
    }

    private func checkPatience(_ course: StreamPlan.Course) throws {
        guard case .once = course else { return }
        let silence = asker.silence(at: clock.now())
        guard silence.duration > options.patience, let last = silence.last else { return }
        throw SyncError.platformUnavailable(after: silence.duration.components.seconds, last: last)
    }

    private func noteProgress() async throws {
        let (stream, outlook) = try await database.read { [key, clock] transaction in
            (
                try StreamTable(key).find(in: transaction),
                try SliceTable(key).outlook(at: clock.now(), in: transaction)
            )
        }
        tally.note(total: stream?.knownTotal, backfilled: outlook.backfilled)
    }

    // MARK: Keeping house

    /// Once a day, for ever.
    private func keepHouse(_ course: StreamPlan.Course) async throws {
        while true {
            try await dropPayloadHistory(course)
            try await clock.sleep(for: .seconds(86_400))
        }
    }

    /// Forgets what platforms answered of states long past, in small transactions between the workers' own.
    private func dropPayloadHistory(_ course: StreamPlan.Course) async throws {
        let now = clock.now()
        let days = options.payloadHistoryDays
        var dropped = Self.payloadsPerStep
        while dropped == Self.payloadsPerStep {
            dropped = try await asking(course) {
                try await commitLane.run {
                    try await database.write { [key] transaction in
                        try SourcePayloads(key.scope).dropHistory(
                            olderThan: days, at: now, limit: Self.payloadsPerStep, in: transaction)
                    }
                }
            }
        }
    }

    private static let payloadsPerStep = 500
}
