import Basics
import ConnectorKit
import Logging
import Records
import Storage

/// Syncs one stream besides orders of one connection, by this node; of several nodes one has the walk, and another takes
/// it over from the last committed page when it stops or dies.
package final class RecordRun: StreamRun {
    /// After so many attempts in a row that were no use, a walk begins anew: its cursor may lead nowhere any more.
    private static let fruitlessMax = 3

    private let database: any Database
    private let key: StreamKey
    private let credential: CredentialMark?
    private let source: any RecordSource
    private let options: SyncOptions
    private let clock: any WallClock
    private let logger: Logger
    private let asker: PatientAsker
    /// Of questions to the database, and of walks that it let down: the first may be answered while the second fail.
    private let storage: StoragePatience
    private let walkStorage: StoragePatience
    private let tally: RunTally
    private let desk: WalkDesk

    /// - Parameters:
    ///   - credential: the mark of the one that `store` asks with: once it is replaced, its refusal stops nothing.
    ///   - store: answers by a `PacedTransport` with the same `traffic`, where quota and counts matter.
    ///   - seed: of the jitter.
    /// - Throws: `sync.capability_missing` when the store does not offer the stream.
    package init(
        database: any Database, key: StreamKey, credential: CredentialMark? = nil, store: any Store, traffic: Traffic,
        clock: any WallClock, options: SyncOptions = SyncOptions(), logger: Logger,
        seed: UInt64 = .random(in: .min ... .max)
    ) throws(SyncError) {
        guard let source = store.records.first(where: { $0.stream == key.kind }) else {
            throw .streamMissing(key.kind)
        }
        self.database = database
        self.key = key
        self.credential = credential
        self.source = source
        self.options = options
        self.clock = clock
        var logger = logger
        logger[metadataKey: "connection"] = "\(key.connectionID)"
        logger[metadataKey: "stream"] = "\(key.kind.rawValue)"
        self.logger = logger
        asker = PatientAsker(policy: options.retry, clock: clock, seed: seed)
        storage = StoragePatience(policy: options.retry, clock: clock, logger: logger, seed: seed)
        walkStorage = StoragePatience(policy: options.retry, clock: clock, logger: logger, seed: seed)
        tally = RunTally(stream: key.kind, traffic: traffic, clock: clock)
        desk = WalkDesk(
            database: database, key: key, tellsChanges: source.tellsChanges, options: options, clock: clock)
    }

    package var progress: AsyncStream<SyncProgress> { tally.progress }

    /// Goes on until nothing is left: the whole backfill, whoever does it, what was set aside, then the news.
    ///
    /// A stream that the key has no right to ends at once, with the refusal in the report: it stops nothing else.
    /// - Throws: the platform's refusal of the key itself, as `platform.unauthorised`: the connection needs attention then;
    ///   `sync.platform_unavailable` when nothing could be read for `SyncOptions.patience`; the platform's answer when it
    ///   stays unreadable; `sync.connection_stopped` and `sync.stream_paused` when somebody stopped it; `StorageError`.
    ///   What was committed stays, and a later run goes on from there.
    package func runUntilComplete() async throws -> StreamReport {
        defer { tally.endProgress() }
        let course = WalkPlan.Course.once(startedAt: clock.now())
        try await work(course)
        try await dropPayloadHistory(course)
        return try await storage.ask(for: patience(of: course)) { try await report() }
    }

    /// Finishes the backfill and looks for news every `interval`, or walks everything at a longer one where the platform
    /// does not tell what changed; until the task is cancelled.
    ///
    /// - Throws: as `runUntilComplete`, but is patient for ever; `CancellationError`.
    package func follow(every interval: Duration) async throws {
        defer { tally.endProgress() }
        let course = WalkPlan.Course.following(interval: interval)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.work(course) }
            group.addTask { try await self.keepHouse(course) }
            // Neither ends but by an error, which ends the other.
            for try await _ in group {}
        }
    }

    package func report() async throws -> StreamReport {
        let (parked, stream) = try await database.read { [key] transaction in
            (
                try ParkedRecords(key).outlook(in: transaction).count,
                try StreamTable(key).find(in: transaction)
            )
        }
        return tally.report(parked: parked, refusal: stream?.refusal)
    }

    // MARK: Work

    private func work(_ course: WalkPlan.Course) async throws {
        while true {
            try Task.checkCancellation()
            let assignment = try await asking(course) {
                try await noteProgress()
                return try await desk.next(course)
            }
            switch assignment {
            case .walk(let lease): try await work(on: lease, course)
            case .wait(let instant): try await clock.sleep(for: pause(until: instant))
            case .finished: return
            case .stopped(let error): throw error
            }
        }
    }

    /// A look every few seconds notices what people do to the stream.
    private func pause(until instant: Instant) -> Duration {
        min(options.poll * 5, max(.milliseconds(1), instant - clock.now()))
    }

    private func work(on lease: WalkLease, _ course: WalkPlan.Course) async throws {
        do {
            try await QuotaLane.$current.withValue(lease.walk.lane) { try await perform(lease) }
        } catch let error as SyncError where error.reason == .leaseLost {
            logger.notice("walk taken over")
        } catch let error as StorageError where error.isRetryable {
            try await walkStorage.wait(after: error, attempt: lease.attempts + 1, for: patience(of: course))
            try await giveBack(lease, because: Trouble(error), after: .zero, course)
        } catch let error as PlatformError {
            try await settle(lease, error, course)
        } catch let error as SyncError where error.reason == .walkStuck {
            try await giveUpPage(lease, error, course)
        } catch {
            // Safe because it is awaited here: a cancelled task could not give its walk back any more.
            try? await Task { try await self.release(lease, because: nil, after: .zero) }.value
            throw error
        }
    }

    /// Holds on to the walk while its worker is at it.
    private func perform(_ lease: WalkLease) async throws {
        let isBackfill =
            lease.walk.goal == .everything
            ? try await database.read { [key] in try StreamTable(key).find(in: $0)?.backfillDoneAt == nil } : false
        let worker = WalkWorker(
            source: source, reader: RecordReader(source: source, asker: asker, clock: clock),
            committer: WalkCommitter(database: database, key: key, clock: clock, leaseDuration: options.lease),
            options: options,
            onCommit: { [tally, walkStorage] result, _ in
                walkStorage.noteAnswer()
                tally.note(result, isBackfill: isBackfill)
            })
        try await withThrowingTaskGroup(of: Bool.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                try await worker.run(lease)
                return true
            }
            group.addTask { [database, key, clock, options] in
                while true {
                    try await clock.sleep(for: options.lease / 3)
                    let until = clock.now() + options.lease
                    try await database.write { try WalkTable(key).renew(lease, until: until, in: $0) }
                }
            }
            while let isDone = try await group.next(), !isDone {}
        }
    }

    // MARK: What a platform's refusal comes to

    private func settle(_ lease: WalkLease, _ error: PlatformError, _ course: WalkPlan.Course) async throws {
        if error.kind == .forbidden {
            try await refuse(lease, error, course)
        } else if error.stopsConnection {
            try await giveBack(lease, because: nil, after: .zero, course)
            logger.error("connection needs attention", metadata: ["code": "\(error.code)"])
            try await asking(course) {
                try await ConnectionStop(database: database, key: key, credential: credential, clock: clock)
                    .stop(because: error)
            }
            throw error
        } else if error.isRetryable {
            logger.notice("walk given back", metadata: ["code": "\(error.code)"])
            try await giveBack(
                lease, because: Trouble(error), after: asker.setback(after: lease.attempts + 1), course)
            try checkPatience(course)
        } else {
            try await giveUpPage(lease, error, course)
        }
    }

    /// The key lacks the right to this stream: it rests, and the connection goes on.
    private func refuse(_ lease: WalkLease, _ error: PlatformError, _ course: WalkPlan.Course) async throws {
        // No trouble: a key with no more rights than the job takes is what Ponte asks for. People are told by the stream.
        logger.notice("stream refused", metadata: ["code": "\(error.code)"])
        let now = clock.now()
        let retryAt = now + options.refusalPause
        try await asking(course) {
            try await database.write { [key, credential] transaction in
                let current = try Connections(key.scope).credentialMark(of: key.connectionID, in: transaction)
                // A key that was replaced says nothing of the new one.
                guard credential == nil || credential == current else { throw SyncError.credentialReplaced }
                try StreamTable(key).refuse(
                    code: error.code, error.explanation, remedy: error.remedy, at: now, retryAt: retryAt,
                    in: transaction)
            }
        }
        try await giveBack(lease, because: nil, after: .zero, course)
    }

    /// The platform answers, but not what can be read: asked again later, from the start where it refuses the cursor.
    private func giveUpPage(
        _ lease: WalkLease, _ error: any ExplainedError, _ course: WalkPlan.Course
    ) async throws {
        logger.warning("page not read", metadata: ["code": "\(error.code)"])
        // The lease does not know: every commit begins the count anew.
        let attempts = try await asking(course) {
            try await database.read { [key] in try WalkTable(key).attempts(in: $0) + 1 }
        }
        let isFruitless = attempts >= Self.fruitlessMax
        let isRefused = [.refused, .notFound].contains((error as? PlatformError)?.kind) || error is SyncError
        try await giveBack(
            lease, because: Trouble(error),
            after: isFruitless ? ParkedOrder.pause(after: attempts - 1) : asker.setback(after: attempts),
            isRestarted: isFruitless && isRefused, course)
        if isFruitless, case .once = course { throw error }
    }

    private func checkPatience(_ course: WalkPlan.Course) throws {
        guard case .once = course else { return }
        let silence = asker.silence(at: clock.now())
        guard silence.duration > options.patience, let last = silence.last else { return }
        throw SyncError.platformUnavailable(after: silence.duration.components.seconds, last: last)
    }

    // MARK: The database

    private func giveBack(
        _ lease: WalkLease, because setback: Trouble?, after pause: Duration, isRestarted: Bool = false,
        _ course: WalkPlan.Course
    ) async throws {
        do {
            try await asking(course) {
                try await release(lease, because: setback, after: pause, isRestarted: isRestarted)
            }
        } catch let error as SyncError where error.reason == .leaseLost {
            logger.notice("walk taken over")
        }
    }

    private func release(
        _ lease: WalkLease, because setback: Trouble?, after pause: Duration, isRestarted: Bool = false
    ) async throws {
        let freeAt = clock.now() + pause
        try await database.write { [key] in
            try WalkTable(key).release(lease, because: setback, freeAt: freeAt, isRestarted: isRestarted, in: $0)
        }
    }

    /// A question to the database, asked again while it is away.
    private func asking<Answer>(
        _ course: WalkPlan.Course, _ question: () async throws -> Answer
    ) async throws -> Answer {
        try await storage.ask(for: patience(of: course), question)
    }

    private func patience(of course: WalkPlan.Course) -> Duration? {
        if case .once = course { options.patience } else { nil }
    }

    private func noteProgress() async throws {
        let (stream, walk) = try await database.read { [key] transaction in
            (try StreamTable(key).find(in: transaction), try WalkTable(key).find(in: transaction))
        }
        guard let stream, let walk, walk.goal == .everything else { return }
        tally.note(total: stream.knownTotal, backfilled: walk.records)
    }

    // MARK: Keeping house

    /// Once a day, for ever.
    private func keepHouse(_ course: WalkPlan.Course) async throws {
        while true {
            try await dropPayloadHistory(course)
            try await clock.sleep(for: .seconds(86_400))
        }
    }

    /// Forgets what platforms answered of states long past, in small transactions.
    private func dropPayloadHistory(_ course: WalkPlan.Course) async throws {
        let now = clock.now()
        let days = options.payloadHistoryDays
        var dropped = Self.payloadsPerStep
        while dropped == Self.payloadsPerStep {
            dropped = try await asking(course) {
                try await database.write { [key] transaction in
                    try RecordPayloads(key.scope).dropHistory(
                        olderThan: days, at: now, limit: Self.payloadsPerStep, in: transaction)
                }
            }
        }
    }

    private static let payloadsPerStep = 500
}
