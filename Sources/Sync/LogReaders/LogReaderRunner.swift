import Basics
import Logging
import Records
import Storage

/// Feeds one reader with one organization's log, from the reader's own cursor, in order.
///
/// One transaction a batch: effects, changes set aside and the cursor together. A batch that fails is done again change by
/// change; a change that fails three times is parked with all later ones of its record, and the reader goes on.
package struct LogReaderRunner: Sendable {
    /// Tries that a single change has.
    static let attempts = 3

    private let database: any Database
    private let scope: OrganizationScope
    private let reader: any LogReader
    private let clock: any WallClock
    private let logger: Logger
    private let batchSize: Int
    /// How long the cursor belongs to a runner that gives no sign of life; a batch takes a fraction of it.
    private let lease: Duration

    package init(
        database: any Database, scope: OrganizationScope, reader: any LogReader, clock: any WallClock, logger: Logger,
        batchSize: Int = 250, lease: Duration = .seconds(20)
    ) {
        self.database = database
        self.scope = scope
        self.reader = reader
        self.clock = clock
        var logger = logger
        logger[metadataKey: "reader"] = "\(reader.name)"
        self.logger = logger
        self.batchSize = batchSize
        self.lease = lease
    }

    /// What one call has read.
    package struct Progress: Hashable, Sendable {
        package var read = 0
        package var parked = 0
        /// False when another runner holds the cursor.
        package var isOurs = true
    }

    /// Reads until the head of the log, as it stands when it gets there.
    ///
    /// - Throws: `StorageError`; `records.log_compacted` when the cursor lies before what is kept; `CancellationError`.
    package func runToHead() async throws -> Progress {
        var progress = Progress()
        while try await !isAtHead() {
            try Task.checkCancellation()
            guard let (held, changes) = try await claim() else {
                progress.isOurs = false
                break
            }
            do {
                progress.parked += try await digest(changes, under: held)
                progress.read += changes.count
            } catch let error as any ExplainedError where error.code == "records.lease_lost" {
                progress.isOurs = false
                break
            }
        }
        return progress
    }

    /// Reads on and on, looking for news every `interval`, until the task is cancelled. A database that is gone for a
    /// while is waited for.
    package func follow(every interval: Duration) async throws {
        while true {
            do {
                _ = try await runToHead()
            } catch let error as StorageError where error.isRetryable {
                logger.warning("database waited for", metadata: ["code": "\(error.code)"])
            }
            try await clock.sleep(for: interval)
        }
    }

    /// Digests again all changes of a record that were set aside, in order and in one transaction.
    /// - Returns: how many there were.
    /// - Throws: what the first of them does wrong; then all stay parked.
    package func replay(_ record: RecordKey) async throws -> Int {
        try await database.write { [scope, reader] transaction in
            let parked = ParkedChanges(scope, reader: reader.name)
            let numbers = try parked.list(of: record, in: transaction).map(\.number)
            let log = ChangeLog(scope)
            let changes = try numbers.flatMap { try log.changes(after: $0 - 1, limit: 1, in: transaction) }
            if !changes.isEmpty { try reader.digest(changes, of: scope, in: transaction) }
            try parked.remove(of: record, in: transaction)
            return changes.count
        }
    }

    // MARK: The cursor

    /// Looks without writing: a reader that has nothing to do must not make the database busy.
    private func isAtHead() async throws -> Bool {
        try await database.read { [scope, reader] transaction in
            let position = try Cursors(scope).position(of: reader.name, in: transaction) ?? 0
            return try ChangeLog(scope).head(in: transaction) <= position
        }
    }

    /// Takes the cursor for one batch, which gives it back; nil when another runner holds it.
    private func claim() async throws -> (Cursors.Held, [Change])? {
        let now = clock.now()
        return try await database.write { [scope, reader, lease, batchSize] transaction in
            let held = try Cursors(scope).claim(
                reader.name, startingAt: 0, for: lease, at: now, in: transaction)
            guard let held else { return nil }
            let changes = try ChangeLog(scope).changes(after: held.position, limit: batchSize, in: transaction)
            if changes.isEmpty { try Cursors(scope).release(held, in: transaction) }
            return (held, changes)
        }
    }

    // MARK: One batch

    /// - Returns: how many changes were set aside.
    private func digest(_ changes: [Change], under held: Cursors.Held) async throws -> Int {
        guard let last = changes.last else { return 0 }
        do {
            return try await commit(changes, under: held, isLast: true).parked
        } catch is ReaderFailure {
            var held = held
            var parked = 0
            for change in changes {
                let step = try await digest(change, under: held, isLast: change.number == last.number)
                held = step.held
                parked += step.parked
            }
            return parked
        }
    }

    /// One change, tried three times and then set aside.
    private func digest(_ change: Change, under held: Cursors.Held, isLast: Bool) async throws -> Step {
        var attempt = 1
        while true {
            do {
                return try await commit([change], under: held, isLast: isLast)
            } catch let failure as ReaderFailure {
                if attempt == Self.attempts {
                    let trouble = Trouble(failure.underlying)
                    return try await park(change, because: trouble, under: held, isLast: isLast)
                }
                attempt += 1
            }
        }
    }

    private struct Step: Sendable {
        let held: Cursors.Held
        let parked: Int
    }

    /// Hands the changes to the reader and moves the cursor, in one transaction.
    private func commit(_ changes: [Change], under held: Cursors.Held, isLast: Bool) async throws -> Step {
        let now = clock.now()
        return try await database.write { [scope, reader] transaction in
            let parked = ParkedChanges(scope, reader: reader.name)
            let wanted = changes.filter { ($0.cause != .remap || reader.readsRemaps) && reader.concerns($0) }
            let blocked = wanted.isEmpty ? [] : try parked.records(among: wanted, in: transaction)
            let late = wanted.filter { blocked.contains($0.record) }
            for change in late {
                try parked.park(change, because: Trouble(LogReaderError.recordParked), at: now, in: transaction)
            }
            let due = late.isEmpty ? wanted : wanted.filter { !blocked.contains($0.record) }
            do {
                if !due.isEmpty { try reader.digest(due, of: scope, in: transaction) }
            } catch {
                throw ReaderFailure(error) ?? error
            }
            let moved = try advance(held, past: changes, isLast: isLast, in: transaction)
            return Step(held: moved, parked: late.count)
        }
    }

    private func park(
        _ change: Change, because trouble: Trouble, under held: Cursors.Held, isLast: Bool
    ) async throws -> Step {
        logger.warning("change set aside", metadata: ["change": "\(change.number)", "code": "\(trouble.code)"])
        let now = clock.now()
        return try await database.write { [scope, reader] transaction in
            try ParkedChanges(scope, reader: reader.name).park(change, because: trouble, at: now, in: transaction)
            return Step(
                held: try advance(held, past: [change], isLast: isLast, in: transaction), parked: 1)
        }
    }

    private func advance(
        _ held: Cursors.Held, past changes: [Change], isLast: Bool, in transaction: any Transaction
    ) throws -> Cursors.Held {
        let moved = try Cursors(scope).advance(held, to: changes.last?.number ?? held.position, in: transaction)
        if isLast { try Cursors(scope).release(moved, in: transaction) }
        return moved
    }
}
