import Basics
import ConnectorKit
import Storage

/// Does one slice: runs what the pipeline asks for and tells it what came of it.
struct SliceWorker: Sendable {
    let lister: CandidateLister
    let reader: OrderReader
    let committer: BatchCommitter
    let options: SyncOptions
    let clock: any WallClock
    /// Told of each committed batch.
    let onCommit: @Sendable (BatchCommitter.Result, Slice.Purpose) -> Void

    /// How a worker comes to leave a slice.
    enum Ending: Sendable {
        case finished
        /// More pages than the platform hands out: to be cut in two.
        case tooWide(pages: Int, limit: Int)
        /// The platform answers nobody for now.
        case setback(any Error)
        /// The platform's list of this slice cannot be read.
        case unlistable(any Error)
        /// The platform refuses the key.
        case refused(PlatformError)
        /// Somebody paused the stream or stopped the connection.
        case stopped(SyncError)
        /// Somebody else has the slice.
        case lost
    }

    private enum Event: Sendable {
        case listed(ListAnswer)
        case found(Int, Finding)
        case committed(BatchCommitter.Result)
        case listFailed(any Error)
        case fetchFailed(any Error)
        case commitFailed(any Error)
        case tick
    }

    /// - Parameter lease: follows the commits, so that the caller can give the slice back.
    /// - Throws: `StorageError` when the database fails; `CancellationError`.
    func run(_ lease: inout SliceLease) async throws -> Ending {
        let limits = SlicePipeline.Limits(
            fetches: options.fetches, batch: options.batchSize, ahead: options.ahead)
        var pipeline = SlicePipeline(limits, from: lease.slice.position, asking: lister.firstQuestion)
        var held = lease
        defer { lease = held }
        return try await withThrowingTaskGroup(of: Event.self) { group in
            defer { group.cancelAll() }
            begin(.tick, under: held, in: &group)
            for action in pipeline.nextActions() { begin(.action(action), under: held, in: &group) }
            var ending: Ending?
            while let event = try await group.next() {
                var isFlushing = false
                switch event {
                case .listed(.page(let page)): pipeline.listed(page)
                case .listed(.tooWide(let pages, let limit)): return .tooWide(pages: pages, limit: limit)
                case .found(let number, let finding): pipeline.found(number, finding)
                case .committed(let result):
                    held.batches += result.batches
                    pipeline.committed()
                    onCommit(result, held.slice.purpose)
                    if pipeline.isDone { return .finished }
                    if let stop = result.stop { return .stopped(stop) }
                case .listFailed(let error): ending = ending ?? Self.ending(ofList: error)
                case .fetchFailed(let error): ending = ending ?? Self.ending(ofFetch: error)
                case .commitFailed(let error):
                    guard (error as? SyncError)?.reason == .leaseLost else { throw error }
                    return .lost
                case .tick:
                    begin(.tick, under: held, in: &group)
                    isFlushing = true
                }
                if let ending {
                    if pipeline.isCommitting { continue }
                    return try await leave(&pipeline, &held, ending)
                }
                for action in pipeline.nextActions(flushing: isFlushing) {
                    begin(.action(action), under: held, in: &group)
                }
                if isFlushing, !pipeline.isCommitting, try await !renew(held) { return .lost }
            }
            return .finished
        }
    }

    // MARK: Beginning

    private enum Job: Sendable {
        case action(SlicePipeline.Action)
        case tick
    }

    private func begin(_ job: Job, under lease: SliceLease, in group: inout ThrowingTaskGroup<Event, any Error>) {
        switch job {
        case .tick:
            group.addTask { [clock, options] in
                try await clock.sleep(for: options.lease / 3)
                return .tick
            }
        case .action(.list(let question)):
            group.addTask { [lister] in
                do { return .listed(try await lister.answer(question)) } catch {
                    return try Self.event(error, Event.listFailed)
                }
            }
        case .action(.fetch(let number, let candidate)):
            group.addTask { [reader] in
                do { return .found(number, try await reader.read(candidate)) } catch {
                    return try Self.event(error, Event.fetchFailed)
                }
            }
        case .action(.commit(let batch)):
            group.addTask { [committer] in
                do { return .committed(try await committer.commit(batch, under: lease)) } catch {
                    return try Self.event(error, Event.commitFailed)
                }
            }
        }
    }

    /// A failure is news for the pipeline; being told to stop is not, nor is the database's: it says nothing of the platform.
    private static func event(_ error: any Error, _ failed: (any Error) -> Event) throws -> Event {
        if error is CancellationError || error is StorageError { throw error }
        return failed(error)
    }

    // MARK: Leaving

    private static func ending(ofList error: any Error) -> Ending {
        guard let error = error as? PlatformError else { return .unlistable(error) }
        if error.stopsConnection { return .refused(error) }
        return error.isRetryable ? .setback(error) : .unlistable(error)
    }

    private static func ending(ofFetch error: any Error) -> Ending {
        guard let error = error as? PlatformError, error.stopsConnection else { return .setback(error) }
        return .refused(error)
    }

    /// Commits what stands ready before the slice is left, so that a platform that fails now and then cannot keep a slice
    /// from coming any further.
    private func leave(
        _ pipeline: inout SlicePipeline, _ lease: inout SliceLease, _ ending: Ending
    ) async throws -> Ending {
        while let batch = pipeline.nextBatch(flushing: true) {
            do {
                let result = try await committer.commit(batch, under: lease)
                lease.batches += result.batches
                pipeline.committed()
                onCommit(result, lease.slice.purpose)
            } catch let error as SyncError where error.reason == .leaseLost {
                return .lost
            }
        }
        return ending
    }

    /// - Returns: false when somebody else has the slice.
    private func renew(_ lease: SliceLease) async throws -> Bool {
        let until = clock.now() + options.lease
        do {
            try await committer.database.write { [key = committer.key] in
                try SliceTable(key).renew(lease, until: until, in: $0)
            }
            return true
        } catch let error as SyncError where error.reason == .leaseLost {
            return false
        }
    }
}
