import Basics
import Commerce
import ConnectorKit
import Records
import Storage

/// Writes what was found: records, their changes, those set aside and the walk's position, in one transaction.
struct WalkCommitter: Sendable {
    let database: any Database
    let key: StreamKey
    let clock: any WallClock
    let leaseDuration: Duration

    struct Result: Sendable {
        var outcome = RecordStore.Outcome()
        var parked = 0
        /// Transactions it took.
        var commits: Int64 = 0
        /// Why the walk must not go on: somebody paused the stream, or the connection was stopped.
        var stop: SyncError?

        static func + (left: Result, right: Result) -> Result {
            Result(
                outcome: left.outcome + right.outcome, parked: left.parked + right.parked,
                commits: left.commits + right.commits, stop: right.stop ?? left.stop)
        }
    }

    /// Writes findings and moves the walk to `next`. Findings that the database refuses for what is in them are written in
    /// halves, and the record at fault set aside, so that it holds nobody up.
    ///
    /// - Throws: `sync.lease_lost` when somebody else has the walk by now; nothing is written then.
    func commit(
        _ findings: RecordReader.Findings, movingTo next: Walk, under lease: WalkLease
    ) async throws -> Result {
        do {
            return try await write(findings, movingTo: next, under: lease)
        } catch let error where BatchCommitter.isAboutData(error) {
            guard let (first, second) = findings.halves else {
                return try await write(findings.asTroubles(error), movingTo: next, under: lease)
            }
            // The first half leaves the walk where it stood: only all of it may move the cursor.
            let result = try await commit(first, movingTo: lease.walk, under: lease)
            var rest = lease
            rest.commits += result.commits
            return result + (try await commit(second, movingTo: next, under: rest))
        }
    }

    private func write(
        _ findings: RecordReader.Findings, movingTo next: Walk, under lease: WalkLease
    ) async throws -> Result {
        try await database.write { [key, clock, leaseDuration] transaction in
            let now = clock.now()
            // The fence comes first: who has lost the lease finds out before doing any work.
            try WalkTable(key).commit(next, under: lease, until: now + leaseDuration, in: transaction)
            let parked = ParkedRecords(key)
            try parked.park(findings.troubles, at: now, in: transaction)
            try parked.settle(findings.records.map(\.link) + findings.gone.map(\.link), in: transaction)
            let streams = StreamTable(key)
            try streams.forgetRefusal(in: transaction)
            if next.phase == .done { try streams.endWalk(next, at: now, in: transaction) }
            let stop = try StoppedStream.error(key, in: transaction)
            let outcome = try RecordStore(key.scope).apply(
                findings.records, gone: findings.gone, to: key.connectionID, at: now, in: transaction)
            return Result(outcome: outcome, parked: findings.troubles.count, commits: 1, stop: stop)
        }
    }
}

extension RecordReader.Findings {
    /// Nil when there is one record at most. What is set aside or gone is written with the second half.
    fileprivate var halves: (RecordReader.Findings, RecordReader.Findings)? {
        guard records.count > 1 || (records.count == 1 && !gone.isEmpty) else { return nil }
        let middle = (records.count + 1) / 2
        var first = RecordReader.Findings()
        first.records = Array(records[..<middle])
        var second = self
        second.records = Array(records[middle...])
        return (first, second)
    }

    /// The same with its records set aside because of `error`.
    fileprivate func asTroubles(_ error: any Error) -> RecordReader.Findings {
        var findings = self
        findings.records = []
        findings.gone = []
        findings.troubles += records.map { ($0.link, Trouble(error)) } + gone.map { ($0.link, Trouble(error)) }
        return findings
    }

    /// Pieces of at most `size` records; what is set aside or gone comes with the last.
    func pieces(of size: Int) -> [RecordReader.Findings] {
        guard records.count > size else { return [self] }
        var pieces: [RecordReader.Findings] = []
        var rest = self
        while rest.records.count > size {
            var piece = RecordReader.Findings()
            piece.records = Array(rest.records.prefix(size))
            pieces.append(piece)
            rest.records.removeFirst(size)
        }
        return pieces + [rest]
    }
}
