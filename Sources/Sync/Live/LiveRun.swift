import Basics
import ConnectorKit
import Journal
import Logging
import Records
import Storage
import Synchronization

/// Hears of one connection's changes, by this node; any number of nodes may do so at the same time.
///
/// Everything that must survive is in the inbox or at the platform. A run can be stopped or killed at any time.
package final class LiveRun: Sendable {
    private let database: any Database
    private let key: StreamKey
    private let credential: CredentialMark?
    private let source: any OrderSource
    private let feed: (any EventFeed)?
    private let setUp: LiveSetUp
    private let options: LiveOptions
    private let clock: any WallClock
    private let logger: Logger
    private let asker: PatientAsker
    private let tools = Mutex<Tools?>(nil)
    private let rest = Mutex(Rest())

    /// Made once the payload template is known.
    private struct Tools: Sendable {
        let worker: LiveWorker
        let feed: FeedReader?
    }

    /// How long a platform that answers nobody is left alone.
    private struct Rest {
        var failures = 0
        var until = Instant.distantPast
    }

    /// - Parameters:
    ///   - credential: the mark of the one that `store` asks with: once it is replaced, its refusal stops nothing.
    ///   - store: answers by a `PacedTransport`, where quota matters.
    /// - Throws: `sync.capability_missing` when the store has no orders.
    package init(
        database: any Database, scope: OrganizationScope, connection: Connection, credential: CredentialMark? = nil,
        store: any EventfulStore, clock: any WallClock, options: LiveOptions = LiveOptions(), logger: Logger,
        seed: UInt64 = .random(in: .min ... .max)
    ) throws(SyncError) {
        guard let source = store.orders else { throw .ordersMissing }
        self.database = database
        key = StreamKey(scope, connection: connection.id, kind: .orders)
        self.credential = credential
        self.source = source
        feed = store.feed
        setUp = LiveSetUp(database: database, scope: scope, connection: connection, store: store, clock: clock)
        self.options = options
        self.clock = clock
        var logger = logger
        logger[metadataKey: "connection"] = "\(connection.id)"
        self.logger = logger
        asker = PatientAsker(policy: options.retry, clock: clock, seed: seed)
    }

    /// Works until it is turned off, or the task is cancelled.
    ///
    /// - Throws: the platform's refusal of the key: the connection needs attention then; `SyncError` when somebody stopped
    ///   the connection; `StorageError` when trying again is no use; `CancellationError`.
    package func follow() async throws {
        while try await step() {
            try await clock.sleep(for: options.poll)
        }
    }

    /// Does what is to be done now: looks after the set-up, reads the queue, reads the orders that were told of.
    ///
    /// - Returns: false when it was turned off.
    /// - Throws: as `follow`.
    package func step() async throws -> Bool {
        do {
            guard try await work() else { return false }
        } catch let error as PlatformError where error.stopsConnection {
            try await needsAttention(error)
        } catch let error as PlatformError {
            takeRest(after: error)
        } catch let error as StorageError where error.isRetryable {
            logger.warning("database waited for", metadata: ["code": "\(error.code)"])
        }
        return true
    }

    /// Asks the platform how the set-up stands, now and not in its turn.
    package func lookAfterSetUp() async throws {
        _ = try await GuardRound(database: database, key: key, setUp: setUp, clock: clock, logger: logger).run()
    }

    private func work() async throws -> Bool {
        let table = LiveTable(key)
        guard let state = try await database.read({ try table.find(in: $0) }) else { return false }
        let now = clock.now()
        guard rest.withLock({ $0.until <= now }) else { return true }
        let tools = try await openTools()
        var mode: LiveMode? = state.mode
        if state.guardedAt + options.guardEvery <= now,
            try await database.write({ [options] in
                try table.takeGuard(every: options.guardEvery, at: now, in: $0)
            })
        {
            mode = try await GuardRound(database: database, key: key, setUp: setUp, clock: clock, logger: logger).run()
        }
        _ = try await tools.worker.drain()
        if let reader = tools.feed, mode == .feed {
            try await read(reader, state, at: now)
        }
        rest.withLock { $0 = Rest() }
        return mode != nil
    }

    private func read(_ reader: FeedReader, _ state: LiveState, at now: Instant) async throws {
        let table = LiveTable(key)
        do {
            try await reader.acknowledge()
            // Looks before it writes: an idle node must not make the database busy.
            guard state.polledAt + options.feedPoll <= now,
                try await database.write({ [options] in
                    try table.takePoll(every: options.feedPoll, at: now, in: $0)
                })
            else { return }
            if try await !reader.poll() { try await database.write { try table.hastenGuard(in: $0) } }
        } catch let error as PlatformError where error.kind == .forbidden {
            // The queue's right is not the orders': the guardian says which box to tick, and the sweep goes on.
            try await database.write { try table.hastenGuard(in: $0) }
            takeRest(after: error)
        }
    }

    private func openTools() async throws -> Tools {
        if let tools = tools.withLock({ $0 }) { return tools }
        let text = source.payloadTemplate
        let templates = PayloadTemplates(key.scope)
        let template: PayloadTemplate? =
            text.isEmpty ? nil : try await database.write { try templates.keep(text, in: $0) }
        let worker = LiveWorker(
            database: database, key: key, reader: OrderReader(source: source, asker: asker, template: template),
            options: options, knownStates: feed?.knownStates ?? [], clock: clock, logger: logger)
        let reader = feed.map {
            FeedReader(database: database, key: key, feed: $0, worker: worker, clock: clock, logger: logger)
        }
        let made = Tools(worker: worker, feed: reader)
        return tools.withLock { tools in
            let kept = tools ?? made
            tools = kept
            return kept
        }
    }

    private func takeRest(after error: PlatformError) {
        let now = clock.now()
        let pause = rest.withLock { rest in
            rest.failures += 1
            let grown = Duration.microseconds(options.pause.microseconds << min(rest.failures - 1, 10))
            let pause = max(min(grown, options.longestPause), error.retryAfter ?? .zero)
            rest.until = now + pause
            return pause
        }
        logger.notice(
            "live work rests", metadata: ["code": "\(error.code)", "seconds": "\(pause.components.seconds)"])
    }

    /// Stops the connection for all nodes, audited, and ends the run with the platform's own words.
    private func needsAttention(_ error: PlatformError) async throws -> Never {
        logger.error("connection needs attention", metadata: ["code": "\(error.code)"])
        let now = clock.now()
        try await database.write { [key, credential] transaction in
            let connections = Connections(key.scope)
            let current = try connections.credentialMark(of: key.connectionID, in: transaction)
            guard credential == nil || credential == current else { throw SyncError.credentialReplaced }
            try connections.setState(
                .needsAttention(code: error.code, reason: error.explanation, remedy: error.remedy),
                of: key.connectionID, by: .sync, at: now, in: transaction)
        }
        throw error
    }
}
