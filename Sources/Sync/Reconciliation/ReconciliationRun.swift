import Basics
import ConnectorKit
import Journal
import Logging
import Records
import Storage

/// Compares one connection's orders with what its platform lists, day by day, and puts right what differs.
///
/// A list request covers a hundred orders, so that a year that agrees costs a hundredth of reading it. Every write compares
/// the run's lease; what it stores goes the way of all orders, so nothing older replaces anything newer.
package final class ReconciliationRun: Sendable {
    let database: any Database
    let key: StreamKey
    private let credential: CredentialMark?
    let source: any OrderSource
    private let traffic: Traffic
    let clock: any WallClock
    let options: ReconciliationOptions
    private let logger: Logger
    private let seed: UInt64
    private let asker: PatientAsker

    /// - Parameters:
    ///   - credential: the mark of the one that `store` asks with: once it is replaced, its refusal stops nothing.
    ///   - store: answers by a `PacedTransport` with the same `traffic`, where quota and counts matter.
    ///   - seed: of the sample and of the jitter.
    /// - Throws: `sync.capability_missing` when the store has no orders.
    package init(
        database: any Database, key: StreamKey, credential: CredentialMark? = nil, store: any Store, traffic: Traffic,
        clock: any WallClock, options: ReconciliationOptions = ReconciliationOptions(), logger: Logger,
        seed: UInt64 = .random(in: .min ... .max)
    ) throws(SyncError) {
        guard let source = store.orders else { throw .ordersMissing }
        self.database = database
        self.key = key
        self.credential = credential
        self.source = source
        self.traffic = traffic
        self.clock = clock
        self.options = options
        self.logger = logger
        self.seed = seed
        asker = PatientAsker(policy: options.retry, clock: clock, seed: seed)
    }

    var table: Reconciliations { Reconciliations(key.scope) }

    /// Claims a reconciliation and does it.
    ///
    /// - Returns: how it ended; nil when another node has it.
    /// - Throws: what ended it, after writing down that it failed, as `platform.unauthorised` (the connection needs
    ///   attention then), `sync.connection_stopped`; `reconciliation.lease_lost`, `StorageError` and
    ///   `CancellationError`, after which it is taken up again.
    package func run(_ id: ReconciliationID) async throws -> Reconciliation? {
        let now = clock.now()
        let lease = try await database.write { [table, options] in
            try table.claim(id, for: options.lease, at: now, in: $0)
        }
        guard let lease else { return nil }
        do {
            try await QuotaLane.$current.withValue(.backfill) { try await keepingLease(lease) }
        } catch let error as StorageError {
            throw error
        } catch let error as ReconciliationError where error.reason == .leaseLost {
            throw error
        } catch let error where error is CancellationError || Task.isCancelled {
            // Safe because it is awaited here: a cancelled task could not give it back any more.
            try? await Task { [self] in
                try await database.write { [table, clock] in try table.release(lease, at: clock.now(), in: $0) }
            }.value
            throw CancellationError()
        } catch {
            try await fail(lease, error)
        }
        return try await database.read { [table] in try table.find(id, in: $0) }
    }

    /// Renews the lease beside the work, however long the platform takes.
    private func keepingLease(_ lease: ReconciliationLease) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await self.compare(lease) }
            group.addTask {
                while true {
                    try await self.clock.sleep(for: self.options.lease / 3)
                    let until = self.clock.now() + self.options.lease
                    try await self.database.write { [table = self.table] in
                        try table.renew(lease, until: until, in: $0)
                    }
                }
            }
            // The work ends, or the renewal fails; either ends the other.
            _ = try await group.next()
        }
    }

    private func compare(_ lease: ReconciliationLease) async throws {
        let scope = try await open(lease)
        guard let days = StoreDays(timeZone: lease.reconciliation.timeZone) else {
            throw ReconciliationError.unknownZone(lease.reconciliation.timeZone)
        }
        let reader = OrderReader(source: source, asker: asker, template: try await payloadTemplate())
        let suspects = SuspectReader(
            database: database, key: key, lease: lease, leaseDuration: options.lease, reader: reader, clock: clock,
            fetches: options.fetches, days: days, reachesFrom: scope.reachesFrom ?? .distantPast)
        var work = ReconciliationWork(
            run: self, lease: lease, scope: scope, days: days, suspects: suspects,
            list: WholeList(source: source, asker: asker), seed: seed)
        try await work.compareAll()
        let (verdict, now) = (work.tally.verdict, clock.now())
        try await database.write { [table] in try table.finish(lease, verdict, at: now, in: $0) }
    }

    /// Requests that the platform was sent so far.
    var requests: Int { traffic.requests }

    // MARK: Opening

    /// Asks how far the platform's list goes and writes down what is compared.
    private func open(_ lease: ReconciliationLease) async throws -> ReconciliationScope {
        let run = lease.reconciliation
        guard let days = StoreDays(timeZone: run.timeZone) else {
            throw ReconciliationError.unknownZone(run.timeZone)
        }
        let survey = try await asker.ask { try await source.survey() }
        let now = clock.now()
        let reachesFrom = source.reach.map { reach in
            min((now - reach).flooredToMillisecond, survey.oldestPlacedAt?.flooredToMillisecond ?? .distantFuture)
        }
        let (first, beyond) = try await database.read { [key] transaction in
            let records = OrderRecords(key.scope)
            return (
                try records.placedAt(after: 0, since: .distantPast, of: key.connectionID, in: transaction),
                try reachesFrom.map { try records.count(of: key.connectionID, before: $0, in: transaction) } ?? 0
            )
        }
        let today = days.date(of: now)
        let oldest = min(survey.oldestPlacedAt ?? now, first ?? now)
        let scope = ReconciliationScope(
            from: run.span.from ?? days.date(of: max(oldest, reachesFrom ?? .distantPast)),
            until: min(run.span.until ?? today, today),
            comparedUntil: (now - options.newestLeftOut).flooredToMillisecond, reachesFrom: reachesFrom)
        guard scope.from <= scope.until else { throw ReconciliationError.emptySpan }
        let total = scope.until.daysSince1970 - scope.from.daysSince1970 + 1
        try await database.write { [table] in
            try table.begin(lease, scope, days: total, beyond: beyond, in: $0)
        }
        return scope
    }

    private func payloadTemplate() async throws -> PayloadTemplate? {
        let text = source.payloadTemplate
        if text.isEmpty { return nil }
        let templates = PayloadTemplates(key.scope)
        if let kept = try await database.read({ try templates.find(text, in: $0) }) { return kept }
        return try await database.write { try templates.keep(text, in: $0) }
    }

    // MARK: Failing

    /// Writes down why it failed; a platform that refuses the key stops the connection, as it does everywhere.
    private func fail(_ lease: ReconciliationLease, _ error: any Error) async throws -> Never {
        let trouble = Trouble(error)
        logger.warning(
            "reconciliation failed",
            metadata: ["connection": "\(key.connectionID)", "code": "\(trouble.code)"])
        let now = clock.now()
        try await database.write { [key, credential, table] transaction in
            try table.fail(lease, because: trouble, at: now, in: transaction)
            guard let refusal = error as? PlatformError, refusal.stopsConnection else { return }
            let connections = Connections(key.scope)
            let current = try connections.credentialMark(of: key.connectionID, in: transaction)
            guard credential == nil || credential == current else { return }
            try connections.setState(
                .needsAttention(code: refusal.code, reason: refusal.explanation, remedy: refusal.remedy),
                of: key.connectionID, by: .sync, at: now, in: transaction)
        }
        throw error
    }
}
