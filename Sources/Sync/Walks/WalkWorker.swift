import Basics
import Commerce
import ConnectorKit
import Records
import Storage

/// Does one walk: fetches a page while the one before is being committed, then looks at what was not met.
struct WalkWorker: Sendable {
    /// Records looked at alone in one transaction.
    private static let looksPerCommit = 50
    /// Stored records that are looked over at once for those that were not met.
    private static let stretch = 1_000

    let source: any RecordSource
    let reader: RecordReader
    let committer: WalkCommitter
    let options: SyncOptions
    /// Told of each commit, and of the walk as it stands after it.
    let onCommit: @Sendable (WalkCommitter.Result, Walk) -> Void

    private var key: StreamKey { committer.key }

    /// - Throws: what the platform or the database said; `sync.lease_lost`; `SyncError` when somebody stopped the stream. What
    ///   was committed stays, and the next holder goes on from there.
    func run(_ claimed: WalkLease) async throws {
        var lease = claimed
        if lease.walk.phase == .walking { try await walk(&lease) }
        if lease.walk.phase == .looking { try await look(&lease) }
    }

    // MARK: Page by page

    private func walk(_ lease: inout WalkLease) async throws {
        if lease.walk.goal == .everything, lease.walk.cursor == nil { try await survey(lease) }
        let question = lease.walk.question
        var findings = try await reader.page(of: question, after: lease.walk.cursor)
        while let cursor = findings.next {
            guard cursor != lease.walk.cursor else { throw SyncError.walkStandsStill(key.kind) }
            async let ahead = reader.page(of: question, after: cursor)
            var next = lease.walk
            next.cursor = cursor
            try await commit(findings, movingTo: next, &lease)
            findings = try await ahead
        }
        var last = lease.walk
        last.phase = last.goal == .everything ? .looking : .done
        try await commit(findings, movingTo: last, &lease)
    }

    private func survey(_ lease: WalkLease) async throws {
        guard let total = try await reader.survey() else { return }
        let until = committer.clock.now() + options.lease
        try await committer.database.write { [key] transaction in
            try WalkTable(key).renew(lease, until: until, in: transaction)
            try StreamTable(key).recordTotal(total, in: transaction)
        }
    }

    // MARK: Record by record

    private struct Round {
        var links: [RecordLink]
        var place: Walk.Place
        var isLast: Bool
    }

    private func look(_ lease: inout WalkLease) async throws {
        while lease.walk.phase == .looking {
            let round = try await nextRound(lease.walk)
            let findings = try await reader.look(at: round.links, width: options.fetches)
            var next = lease.walk
            next.place = round.place
            next.looks += round.links.count
            if round.isLast { next.phase = .done }
            try await commit(findings, movingTo: next, &lease)
        }
    }

    private func nextRound(_ walk: Walk) async throws -> Round {
        guard walk.goal == .everything else {
            let links = try await committer.database.read { [key] transaction in
                try ParkedRecords(key).due(
                    at: walk.until, after: walk.place, limit: Self.looksPerCommit, in: transaction)
            }
            let place = links.last.map { Walk.Place(kind: $0.kind.rawValue, externalID: $0.externalID) }
            return Round(links: links, place: place ?? walk.place, isLast: links.count < Self.looksPerCommit)
        }
        let left = options.confirmationsMax - walk.looks
        guard left > 0 else { return Round(links: [], place: walk.place, isLast: true) }
        return try await unmet(walk, limit: min(left, Self.looksPerCommit))
    }

    /// The next records that the walk did not meet: by kind, then by external id.
    private func unmet(_ walk: Walk, limit: Int) async throws -> Round {
        let kinds = source.kinds.sorted { $0.rawValue < $1.rawValue }.filter { $0.rawValue >= walk.place.kind }
        guard let kind = kinds.first else { return Round(links: [], place: walk.place, isLast: true) }
        let after = kind.rawValue == walk.place.kind ? walk.place.externalID : ""
        let (externalIDs, next) = try await committer.database.read { [key] transaction in
            try RecordStore(key.scope).unmet(
                kind, of: key.connectionID, since: walk.startedAt, after: after, stretch: Self.stretch, in: transaction)
        }
        if externalIDs.count > limit {
            let links = externalIDs.prefix(limit).map { RecordLink(kind, $0) }
            let place = Walk.Place(kind: kind.rawValue, externalID: links.last?.externalID ?? after)
            return Round(links: links, place: place, isLast: false)
        }
        let links = externalIDs.map { RecordLink(kind, $0) }
        if let next {
            return Round(links: links, place: Walk.Place(kind: kind.rawValue, externalID: next), isLast: false)
        }
        guard let following = kinds.dropFirst().first else {
            return Round(links: links, place: walk.place, isLast: true)
        }
        return Round(links: links, place: Walk.Place(kind: following.rawValue, externalID: ""), isLast: false)
    }

    // MARK: Committing

    private func commit(
        _ findings: RecordReader.Findings, movingTo next: Walk, _ lease: inout WalkLease
    ) async throws {
        var next = next
        next.records += findings.records.count
        let pieces = findings.pieces(of: options.batchSize)
        for (position, piece) in pieces.enumerated() {
            let target = position == pieces.count - 1 ? next : lease.walk
            let result = try await committer.commit(piece, movingTo: target, under: lease)
            lease.commits += result.commits
            lease.walk = target
            onCommit(result, target)
            if let stop = result.stop, target.phase != .done { throw stop }
        }
    }
}
