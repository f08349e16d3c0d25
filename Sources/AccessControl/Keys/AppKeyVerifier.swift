import Basics
import Logging
import Secrets
import Storage
import Synchronization

/// Tells who comes with an app key. A key that a node has seen lately costs no database read; one that was switched off
/// or revoked is refused by every node within a second.
///
/// All remembered keys hold as long as one row, the epoch, stands still, and that is looked at every half second by one
/// of the callers. When the database cannot be asked for a second, no key is taken. Tokens that are unknown are not
/// remembered: those who try them do not fill the memory, and each costs one look into an index.
package final class AppKeyVerifier: Sendable {
    /// How old an answer may be.
    static let staleAfter = Duration.seconds(1)
    static let checkAfter = Duration.milliseconds(500)
    static let noteUsesEvery = Duration.seconds(60)

    private typealias Uses = [TokenDigest: KeyMemory.Use]

    private let database: any Database
    private let clock: any WallClock
    private let logger: Logger
    private let memory: Mutex<KeyMemory>
    private let askCount = Atomic(0)

    /// - Parameter capacity: how many keys are remembered at most; about 300 bytes each.
    package init(database: any Database, clock: any WallClock, capacity: Int = 100_000, logger: Logger) {
        self.database = database
        self.clock = clock
        self.logger = logger
        memory = Mutex(KeyMemory(capacity: capacity))
    }

    /// - Throws: `access.key_malformed` for what no key is, `access.key_unknown`, `access.key_inactive`,
    ///   `access.key_expired`; `StorageError` when the database was needed and did not answer, which may help to try again.
    package func verify(_ text: Secret) async throws -> KeyHolder {
        let digest = TokenDigest(of: text)
        let now = clock.now()
        // All that a known key needs, under one lock.
        let (entry, isCheckDue, uses) = memory.withLock { memory -> (KeyMemory.Entry?, Bool, Uses) in
            guard memory.isFresh(at: now, within: Self.staleAfter), let entry = memory.find(digest) else {
                return (nil, false, [:])
            }
            guard memory.isFresh(at: now, within: Self.checkAfter) || !memory.beginCheck() else {
                return (entry, true, [:])
            }
            if !Self.hasExpired(entry.expiresAt, at: now) { memory.noteUse(of: entry.holder, as: digest, at: now) }
            return (entry, false, memory.takeUses(at: now, every: Self.noteUsesEvery))
        }
        guard let entry, !isCheckDue else {
            defer { if isCheckDue { memory.withLock { $0.endCheck() } } }
            // What is remembered was whole.
            guard entry != nil || AppKeyToken(parsing: text) != nil else { throw AccessError(.keyMalformed) }
            return try await ask(digest, at: now)
        }
        if !uses.isEmpty { await write(uses) }
        try Self.refuseExpired(entry.expiresAt, at: now)
        return entry.holder
    }

    /// How often the database was asked since the start.
    package var questions: Int { askCount.load(ordering: .relaxed) }

    /// How many keys are remembered.
    package var remembered: Int { memory.withLock(\.count) }

    /// Writes down the uses that have not been written yet: before the program ends.
    package func flushUses() async { await write(takeUses(every: .zero)) }

    private func ask(_ digest: TokenDigest, at now: Instant) async throws -> KeyHolder {
        askCount.add(1, ordering: .relaxed)
        let (epoch, found) = try await database.read { transaction in
            (try AppKeyRows.epoch(in: transaction), try AppKeyRows.find(digest, in: transaction))
        }
        let entry = found.flatMap { $0.isActive ? KeyMemory.Entry(holder: $0.holder, expiresAt: $0.expiresAt) : nil }
        let later = clock.now()
        memory.withLock { $0.learn(epoch: epoch, entry, as: digest, askedAt: now, now: later) }
        guard let found else { throw AccessError(.keyUnknown) }
        guard found.isActive else { throw AccessError(.keyInactive) }
        try Self.refuseExpired(found.expiresAt, at: now)
        await noteUse(of: found.holder, as: digest, at: now, isFirst: !found.hasBeenUsed)
        return found.holder
    }

    private static func refuseExpired(_ expiresAt: Instant?, at now: Instant) throws(AccessError) {
        if let expiresAt, hasExpired(expiresAt, at: now) { throw AccessError(.keyExpired(at: expiresAt)) }
    }

    private static func hasExpired(_ expiresAt: Instant?, at now: Instant) -> Bool {
        expiresAt.map { $0 <= now } ?? false
    }

    /// A key's first use is written at once: people wait for it to see that their program works.
    private func noteUse(of holder: KeyHolder, as digest: TokenDigest, at now: Instant, isFirst: Bool) async {
        memory.withLock { $0.noteUse(of: holder, as: digest, at: now) }
        await write(takeUses(every: isFirst ? .zero : Self.noteUsesEvery))
    }

    private func takeUses(every span: Duration) -> Uses {
        let now = clock.now()
        return memory.withLock { $0.takeUses(at: now, every: span) }
    }

    /// A use that cannot be written is no reason to refuse a good key: it is told in the log and tried again later.
    private func write(_ uses: Uses) async {
        guard !uses.isEmpty else { return }
        let list = uses.values.sorted { $0.holder.keyID < $1.holder.keyID }
        do {
            for start in stride(from: 0, to: list.count, by: 500) {
                let part = list[start..<min(start + 500, list.count)]
                try await database.write { transaction in
                    for use in part { try AppKeyRows.noteUse(of: use.holder, at: use.at, in: transaction) }
                }
            }
        } catch {
            memory.withLock { $0.putBack(uses) }
            let code = (error as? any ExplainedError)?.code ?? String(describing: type(of: error))
            logger.warning("the last uses of app keys could not be written", metadata: ["code": "\(code)"])
        }
    }
}
