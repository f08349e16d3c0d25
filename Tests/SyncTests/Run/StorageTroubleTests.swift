import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import Synchronization
import TestSupport
import Testing

/// A database that comes and goes under a run.
@Suite(.timeLimit(.minutes(20)))
struct StorageTroubleTests {
    private let orders = Order.samples(60, from: Given.past, every: .seconds(10 * 86_400))

    private func run(
        _ connected: ConnectedStore, _ database: any Database, _ options: SyncOptions = Given.options
    ) throws -> SyncRun {
        try SyncRun(
            database: database, key: connected.stream, store: ScriptedStore(orders, clock: SystemClock()),
            traffic: Traffic(), clock: SystemClock(), options: options, logger: .silent, seed: 7)
    }

    @Test(arguments: Engine.allCases, [StorageError.Kind.unreachable, .busy, .contended])
    func `a database that is gone for a while is waited for`(engine: Engine, kind: StorageError.Kind) async throws {
        try await Given.withStore(engine) { connected in
            let failing = FailingDatabase(connected.database) { number in
                (6..<16).contains(number) || number % 9 == 0 ? .refusing(kind) : .well
            }

            let report = try await run(connected, failing).runUntilComplete()

            try await Given.expectComplete(connected, ScriptedStore(orders, clock: SystemClock()))
            #expect([report.parked, report.parkedSlices] == [0, 0])
            #expect(failing.failures >= 11)
        }
    }

    @Test(arguments: Engine.allCases)
    func `commits whose answer is lost are neither lost nor doubled`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            // A claim that nobody heard of keeps its slice until the lease is over.
            var options = Given.options
            options.lease = .milliseconds(150)
            let failing = FailingDatabase(connected.database) { $0 % 5 == 0 ? .silentAfterCommit : .well }

            let report = try await run(connected, failing, options).runUntilComplete()

            try await Given.expectComplete(connected, ScriptedStore(orders, clock: SystemClock()))
            #expect(try await connected.changes().count == 60)
            #expect(report.parked == 0)
            #expect(failing.failures >= 3)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a database that stays away ends the run with its own sentence`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            var options = Given.options
            options.patience = .milliseconds(20)
            let failing = FailingDatabase(connected.database) { $0 > 6 ? .refusing(.unreachable) : .well }

            let error = await #expect(throws: StorageError.self) {
                try await run(connected, failing, options).runUntilComplete()
            }

            #expect(error?.kind == .unreachable)
        }
    }

    @Test(arguments: Engine.allCases)
    func `commits that fail while questions are answered end the run too`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            var options = Given.options
            options.patience = .milliseconds(20)
            let store = ScriptedStore(orders, clock: SystemClock())
            let database = FailingCommits(connected.database)
            let run = try SyncRun(
                database: database, key: connected.stream, store: store, traffic: Traffic(), clock: SystemClock(),
                options: options, logger: .silent, seed: 7)

            let error = await #expect(throws: StorageError.self) { try await run.runUntilComplete() }

            #expect(error?.kind == .busy)
            #expect(try await connected.stored().isEmpty)
        }
    }

    @Test(arguments: Engine.allCases, [StorageError.Kind.diskFull, .closed, .inputOutput])
    func `trouble that waiting does not mend ends the run at once, and a later run goes on`(
        engine: Engine, kind: StorageError.Kind
    ) async throws {
        try await Given.withStore(engine) { connected in
            let failing = FailingDatabase(connected.database) { $0 > 8 ? .refusing(kind) : .well }

            let error = await #expect(throws: StorageError.self) {
                try await run(connected, failing).runUntilComplete()
            }
            let later = OffsetClock(by: .seconds(31))
            let store = ScriptedStore(orders, clock: later)
            _ = try await Given.run(connected, store, clock: later).runUntilComplete()

            #expect(error?.kind == kind)
            try await Given.expectComplete(connected, store)
        }
    }

    @Test(arguments: Engine.allCases)
    func `following goes on when the database comes back`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            var options = Given.options
            options.patience = .zero
            let failing = FailingDatabase(connected.database) {
                (4..<12).contains($0) || (20..<40).contains($0) ? .refusing(.unreachable) : .well
            }
            let run = try run(connected, failing, options)

            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await run.follow(every: .milliseconds(5)) }
                for await _ in run.progress where try await connected.stored().count == 60 { break }
                group.cancelAll()
                await #expect(throws: CancellationError.self) { try await group.waitForAll() }
            }

            try await Given.expectComplete(connected, ScriptedStore(orders, clock: SystemClock()))
            #expect(failing.failures >= 8)
        }
    }
}

/// A database whose transactions go wrong by their number, counted from 1.
private final class FailingDatabase: Database {
    enum Health {
        case well
        case refusing(StorageError.Kind)
        /// What is written is written; nobody hears of it.
        case silentAfterCommit
    }

    private let base: any Database
    private let health: @Sendable (Int) -> Health
    private let counts = Mutex((transactions: 0, failures: 0))

    init(_ base: any Database, health: @escaping @Sendable (Int) -> Health) {
        self.base = base
        self.health = health
    }

    var engine: Engine { base.engine }
    var failures: Int { counts.withLock(\.failures) }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        switch next() {
        case .well: return try await base.write(body)
        case .refusing(let kind): throw StorageError(kind, "test")
        case .silentAfterCommit:
            _ = try await base.write(body)
            throw StorageError(.commitUnknown, "test")
        }
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        if case .refusing(let kind) = next() { throw StorageError(kind, "test") }
        return try await base.read(body)
    }

    func close() async { await base.close() }

    private func next() -> Health {
        counts.withLock { counts in
            counts.transactions += 1
            let health = health(counts.transactions)
            if case .well = health { return health }
            counts.failures += 1
            return health
        }
    }
}

/// A database that is busy whenever orders are written.
private struct FailingCommits: Database {
    private let base: any Database

    init(_ base: any Database) { self.base = base }

    var engine: Engine { base.engine }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await base.write { transaction in
            let value = try body(transaction)
            let orders = try transaction.first("SELECT COUNT(*) FROM orders") { try $0.int(0) } ?? 0
            if orders > 0 { throw StorageError(.busy, "test") }
            return value
        }
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value {
        try await base.read(body)
    }

    func close() async { await base.close() }
}
