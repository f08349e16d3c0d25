import Basics
import ConnectorKit
import Logging
import Records
import Storage

/// Reads the orders that were told of, each once, and writes them. Any number of workers share one inbox.
struct LiveWorker: Sendable {
    let database: any Database
    let key: StreamKey
    let reader: OrderReader
    let options: LiveOptions
    let knownStates: Set<String>
    let clock: any WallClock
    let logger: Logger

    private var inbox: EventInbox { EventInbox(key) }

    private typealias Read = (claim: EventInbox.Claim, finding: Finding)

    /// Works until nothing is due.
    ///
    /// - Returns: how many orders were written.
    /// - Throws: `PlatformError` that stops the connection, or of a platform that answers nobody: what was claimed is
    ///   given back; `SyncError` when somebody stopped the connection; `StorageError`; `CancellationError`.
    func drain() async throws -> Int {
        var written = 0
        while true {
            try Task.checkCancellation()
            let now = clock.now()
            // Looks before it writes: an idle inbox must not make the database busy.
            guard try await database.read({ try inbox.hasDue(at: now, in: $0) }) else { return written }
            let claims = try await database.write { [options, inbox] transaction in
                // Orders that are set aside are kept with their stream.
                _ = try StreamTable(key).open(in: transaction)
                return try inbox.claim(options.batch, for: options.lease, at: now, in: transaction)
            }
            guard !claims.isEmpty else { return written }
            written += try await work(on: claims)
        }
    }

    private func work(on claims: [EventInbox.Claim]) async throws -> Int {
        do {
            return try await commit(try await read(claims))
        } catch {
            let dueAt = clock.now() + ((error as? PlatformError)?.isRetryable == true ? options.pause : .zero)
            // Safe because it is awaited here: a cancelled task could not give its claims back any more.
            try? await Task { [database, inbox] in
                try await database.write { transaction in
                    for claim in claims { try inbox.release(claim, counts: false, dueAt: dueAt, in: transaction) }
                }
            }.value
            throw error
        }
    }

    private func read(_ claims: [EventInbox.Claim]) async throws -> [Read] {
        try await QuotaLane.$current.withValue(.live) {
            try await withThrowingTaskGroup(of: Read.self) { group in
                var rest = claims[...]
                var found: [Read] = []
                func begin() {
                    guard let claim = rest.popFirst() else { return }
                    group.addTask {
                        let candidate = Candidate(
                            externalID: claim.externalID, digest: nil, position: .id(claim.externalID))
                        return (claim, try await reader.read(candidate))
                    }
                }
                for _ in 0..<max(1, options.fetches) { begin() }
                while let read = try await group.next() {
                    found.append(read)
                    begin()
                }
                return found
            }
        }
    }

    /// Writes what was read. When the database refuses it for what is in it, one by one, and sets the order at fault aside.
    private func commit(_ reads: [Read]) async throws -> Int {
        do {
            return try await write(reads)
        } catch let error as StorageError where error.isAboutData {
            guard reads.count > 1 else {
                return try await write(reads.map { ($0.claim, .trouble(Trouble(error))) })
            }
            var written = 0
            for read in reads { written += try await commit([read]) }
            return written
        }
    }

    private func write(_ reads: [Read]) async throws -> Int {
        let written = try await database.write { [key, inbox, clock, options, knownStates] transaction in
            let now = clock.now()
            if let stop = try StoppedStream.error(key, in: transaction) { throw stop }
            var orders: [PreparedOrder] = []
            for (claim, finding) in reads {
                switch finding {
                case .order(let order):
                    // The fence comes first: what is lost is somebody else's to write.
                    guard try inbox.settle(claim, at: now, in: transaction) != .lost else { continue }
                    orders.append(order)
                case .trouble(let trouble):
                    try Self.putOff(claim, because: trouble, inbox, options, at: now, in: transaction)
                case .known, .nameless: continue
                }
            }
            try ParkedOrders(key).settle(orders.map(\.externalID), in: transaction)
            let strange = reads.map(\.claim.state).filter { !$0.isEmpty && !knownStates.contains($0.lowercased()) }
            if !knownStates.isEmpty { try LiveTable(key).noteUnknown(strange, in: transaction) }
            _ = try OrderRecords(key.scope).apply(
                orders, to: key.connectionID, cause: .platform, at: now, in: transaction)
            return orders.count
        }
        logger.debug("orders written live", metadata: ["orders": "\(written)"])
        return written
    }

    /// Tries again later; after the last try the order is set aside, where sweeps try it now and then.
    private static func putOff(
        _ claim: EventInbox.Claim, because trouble: Trouble, _ inbox: EventInbox, _ options: LiveOptions,
        at now: Instant, in transaction: any Transaction
    ) throws {
        let trouble = trouble.code == SyncError.orderMissing.code ? Trouble(SyncError.toldOrderMissing) : trouble
        guard claim.attempts + 1 >= options.attempts else {
            let pause = Duration.microseconds(options.pause.microseconds << min(claim.attempts, 10))
            return try inbox.release(claim, counts: true, dueAt: now + pause, in: transaction)
        }
        guard try inbox.settle(claim, at: now, in: transaction) == .done else { return }
        try ParkedOrders(inbox.key).park([(claim.externalID, trouble)], at: now, in: transaction)
    }
}
