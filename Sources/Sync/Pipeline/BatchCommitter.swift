import Basics
import ConnectorKit
import Records
import Storage

/// Writes one batch: orders, their changes, those set aside and the slice's checkpoint, in one transaction.
struct BatchCommitter: Sendable {
    let database: any Database
    let key: StreamKey
    let lane: CommitLane
    let clock: any WallClock
    let leaseDuration: Duration

    struct Result: Sendable {
        var outcome = OrderRecords.Outcome()
        var parked = 0
        var known = 0
        /// Transactions it took.
        var batches: Int64 = 0
        /// Why the worker must not go on: somebody paused the stream, or the connection was stopped.
        var stop: SyncError?

        /// Orders that were read in full.
        var fetched: Int { outcome.created + outcome.changed + outcome.unchanged + outcome.stale }

        static func + (left: Result, right: Result) -> Result {
            var sum = left
            sum.outcome.created += right.outcome.created
            sum.outcome.changed += right.outcome.changed
            sum.outcome.unchanged += right.outcome.unchanged
            sum.outcome.stale += right.outcome.stale
            sum.parked += right.parked
            sum.known += right.known
            sum.batches += right.batches
            sum.stop = right.stop ?? left.stop
            return sum
        }
    }

    /// Writes a batch. One that the database refuses for what is in it is written in halves, and the order at fault set
    /// aside, so that it holds nobody up.
    ///
    /// - Throws: `sync.lease_lost` when somebody else has the slice by now; nothing is written then.
    func commit(_ batch: SlicePipeline.Batch, under lease: SliceLease) async throws -> Result {
        do {
            return try await write(batch, under: lease)
        } catch let error where Self.isAboutData(error) {
            guard let halves = batch.halves else { return try await write(batch.asTroubles(error), under: lease) }
            let first = try await commit(halves.0, under: lease)
            var rest = lease
            rest.batches += first.batches
            return first + (try await commit(halves.1, under: rest))
        }
    }

    /// Whether the rows are at fault and not the database: trying them again is no use.
    static func isAboutData(_ error: any Error) -> Bool {
        switch error {
        case let error as StorageError: error.isAboutData
        case is SyncError, is CancellationError: false
        case let error as any ExplainedError: !error.isRetryable
        default: true
        }
    }

    private func write(_ batch: SlicePipeline.Batch, under lease: SliceLease) async throws -> Result {
        var orders: [PreparedOrder] = []
        var ids: [String] = []
        var troubles: [(externalID: String, trouble: Trouble)] = []
        var windows: [(query: OrderQuery, trouble: Trouble)] = []
        var known = 0
        orders.reserveCapacity(batch.findings.count)
        for (candidate, finding) in batch.findings {
            switch finding {
            case .order(let order):
                orders.append(order)
                ids.append(candidate.externalID)
            case .trouble(let trouble): troubles.append((candidate.externalID, trouble))
            case .nameless(let query, let trouble): windows.append((query, trouble))
            case .known: known += 1
            }
        }
        return try await lane.run { [orders, ids, troubles, windows, known, key, clock, leaseDuration] in
            try await database.write { transaction in
                let now = clock.now()
                // The fence comes first: who has lost the lease finds out before doing any work.
                try SliceTable(key).commit(
                    orders.count, upTo: batch.position, isLast: batch.isLast, under: lease, until: now + leaseDuration,
                    in: transaction)
                try SliceTable(key).addParked(windows, at: now, in: transaction)
                let parked = ParkedOrders(key)
                try parked.park(troubles, at: now, in: transaction)
                try parked.settle(ids, in: transaction)
                let stop = try StoppedStream.error(key, in: transaction)
                let outcome = try OrderRecords(key.scope).apply(
                    orders, to: key.connectionID, cause: .platform, at: now, in: transaction)
                if [.fresh, .sweep].contains(lease.slice.purpose) {
                    try LiveTable(key).noteSweep(outcome.created + outcome.changed, in: transaction)
                }
                return Result(
                    outcome: outcome, parked: troubles.count + windows.count, known: known, batches: 1, stop: stop)
            }
        }
    }
}

extension SlicePipeline.Batch {
    /// Nil when there is one order at most.
    fileprivate var halves: (SlicePipeline.Batch, SlicePipeline.Batch)? {
        guard findings.count > 1, let position = findings.prefix(findings.count / 2).last?.candidate.position else {
            return nil
        }
        let middle = findings.count / 2
        // A list that is not sorted has not moved the checkpoint to the batch's end: then no part of it may either.
        let isSorted = findings.last?.candidate.position == self.position
        return (
            SlicePipeline.Batch(
                findings: Array(findings[..<middle]), position: isSorted ? position : self.position, isLast: false),
            SlicePipeline.Batch(findings: Array(findings[middle...]), position: self.position, isLast: isLast)
        )
    }

    /// The same batch with its orders set aside because of `error`.
    fileprivate func asTroubles(_ error: any Error) -> SlicePipeline.Batch {
        SlicePipeline.Batch(
            findings: findings.map { ($0.candidate, .trouble(Trouble(error))) }, position: position, isLast: isLast)
    }
}
