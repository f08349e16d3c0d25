import Basics
import Commerce
import ConnectorKit
import Records
import Storage

/// Reads suspects in full, stores what turns out to be newer, and says what really differed: the order itself decides, not
/// the list, which lags behind.
struct SuspectReader: Sendable {
    /// Read and stored together: one short transaction.
    static let batchSize = 100

    let database: any Database
    let key: StreamKey
    let lease: ReconciliationLease
    let leaseDuration: Duration
    let reader: OrderReader
    let clock: any WallClock
    let fetches: Int
    let days: StoreDays
    /// Orders placed before may be gone at the platform without being missing.
    let reachesFrom: Instant

    /// What came of one suspect.
    enum Verdict: Sendable {
        /// Both sides have the same after all.
        case same
        /// Not listed, and the platform knows it all the same: just as it is stored.
        case unlisted
        /// Gone at the platform because of its age.
        case beyond
        case difference(NamedDifference)
    }

    /// - Throws: the platform's refusal, or what it answers when it answers nobody; `reconciliation.lease_lost`;
    ///   `SyncError` when the connection was stopped meanwhile; `StorageError`.
    func settle(
        _ suspects: [(suspect: DayComparison.Suspect, day: CivilDate)]
    ) async throws -> [(suspect: DayComparison.Suspect, day: CivilDate, verdict: Verdict)] {
        let findings = try await read(suspects.map(\.suspect))
        return try await database.write { transaction in
            let now = clock.now()
            // The fence comes first.
            try Reconciliations(key.scope).renew(lease, until: now + leaseDuration, in: transaction)
            if let stop = try StoppedStream.error(key, in: transaction) { throw stop }
            let before = try stored(suspects.map(\.suspect.externalID), in: transaction)
            let orders = suspects.compactMap { findings[$0.suspect.externalID]?.order }
            _ = try OrderRecords(key.scope).apply(
                orders, to: key.connectionID, cause: .platform, at: now, in: transaction)
            try settleParked(suspects.map(\.suspect), findings, at: now, in: transaction)
            let after = try stored(orders.map(\.externalID), in: transaction)
            return suspects.map { suspect, day in
                let id = suspect.externalID
                return (suspect, day, verdict(suspect, day, findings[id], before: before[id], after: after[id]))
            }
        }
    }

    private func read(_ suspects: [DayComparison.Suspect]) async throws -> [String: Finding] {
        try await withThrowingTaskGroup(of: (String, Finding).self) { group in
            var findings: [String: Finding] = [:]
            var waiting = suspects.makeIterator()
            func begin() {
                guard let suspect = waiting.next() else { return }
                let candidate = Candidate(
                    externalID: suspect.externalID, digest: suspect.entry?.digest, position: .start)
                group.addTask { (candidate.externalID, try await reader.read(candidate)) }
            }
            for _ in 0..<max(1, fetches) { begin() }
            while let (id, finding) = try await group.next() {
                findings[id] = finding
                begin()
            }
            return findings
        }
    }

    private struct Stored {
        let held: HeldOrder
        let order: Order
    }

    private func stored(_ ids: [String], in transaction: any Transaction) throws -> [String: Stored] {
        let records = OrderRecords(key.scope)
        var found: [String: Stored] = [:]
        for held in try records.held(ids, of: key.connectionID, in: transaction) {
            let order = try records.find(externalID: held.externalID, connection: key.connectionID, in: transaction)
            if let order { found[held.externalID] = Stored(held: held, order: order.order) }
        }
        return found
    }

    /// An order that is listed and cannot be read is tried again by later syncs; one that was read is aside no more.
    private func settleParked(
        _ suspects: [DayComparison.Suspect], _ findings: [String: Finding], at now: Instant,
        in transaction: any Transaction
    ) throws {
        let parked = ParkedOrders(key)
        var troubles: [(externalID: String, trouble: Trouble)] = []
        var read: [String] = []
        for suspect in suspects {
            switch findings[suspect.externalID] {
            case .trouble(let trouble) where suspect.entry != nil: troubles.append((suspect.externalID, trouble))
            case .order: read.append(suspect.externalID)
            default: break
            }
        }
        try parked.park(troubles, at: now, in: transaction)
        try parked.settle(read, in: transaction)
    }

    private func verdict(
        _ suspect: DayComparison.Suspect, _ day: CivilDate, _ finding: Finding?, before: Stored?, after: Stored?
    ) -> Verdict {
        let here = before.map { side(of: $0.order) }
        let total = (before ?? after)?.order.total
        func difference(
            _ kind: NamedDifference.Kind, _ outcome: NamedDifference.Outcome, there: NamedDifference.Side?,
            _ trouble: Trouble? = nil
        ) -> Verdict {
            .difference(
                NamedDifference(
                    stream: key.kind, externalID: suspect.externalID, day: day, kind: kind, outcome: outcome,
                    there: there, here: here, currency: total?.currency, scale: total?.scale, trouble: trouble))
        }
        if finding?.order != nil, let after {
            guard let before else { return difference(.missingHere, .repaired, there: side(of: after.order)) }
            if before.held.contentHash == after.held.contentHash {
                return suspect.reason == .unlisted ? .unlisted : .same
            }
            let there = side(of: after.order)
            return difference(
                NamedDifference.Kind(there: there, here: side(of: before.order)), .repaired, there: there)
        }
        let trouble = finding?.trouble ?? Trouble(SyncError.orderMissing)
        guard let entry = suspect.entry else {
            guard trouble.code == Trouble(SyncError.orderMissing).code else {
                return difference(.missingThere, .failed, there: nil, trouble)
            }
            let isOld = before.map { $0.held.placedAt < reachesFrom + Self.ageMargin } ?? false
            return isOld ? .beyond : difference(.missingThere, .kept, there: nil)
        }
        let there = NamedDifference.Side(day: days.date(of: entry.placedAt), outline: entry.outline)
        return difference(
            here.map { NamedDifference.Kind(there: there, here: $0) } ?? .missingHere, .failed, there: there, trouble)
    }

    /// Orders leave the platform's reach while the list is read.
    private static let ageMargin = Duration.seconds(2 * 86_400)

    private func side(of order: Order) -> NamedDifference.Side {
        NamedDifference.Side(day: days.date(of: order.placedAt), outline: OrderOutline(order))
    }
}

extension Finding {
    fileprivate var order: PreparedOrder? { if case .order(let order) = self { order } else { nil } }
    fileprivate var trouble: Trouble? { if case .trouble(let trouble) = self { trouble } else { nil } }
}
