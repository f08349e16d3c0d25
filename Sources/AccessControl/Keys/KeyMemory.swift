import Basics
import Secrets

/// The keys that a node has seen lately, as they were at an epoch; and whose use is still to be written down.
///
/// Two generations, so that it stays within its bound without a list of who was used when: a key that is asked for moves
/// to the young one; when that is full it becomes the old one, and what was old is forgotten.
struct KeyMemory {
    struct Entry {
        let holder: KeyHolder
        let expiresAt: Instant?
    }

    struct Use: Sendable {
        let holder: KeyHolder
        let at: Instant
    }

    private let capacity: Int
    private var young: [TokenDigest: Entry] = [:]
    private var old: [TokenDigest: Entry] = [:]
    private var uses: [TokenDigest: Use] = [:]
    private var usesWrittenAt = Instant.distantPast
    private var epoch: Int64 = 0
    /// When the database was last asked for the epoch, as of before it was asked.
    private var checkedAt = Instant.distantPast
    private var isChecking = false

    init(capacity: Int) { self.capacity = max(2, capacity) }

    var count: Int { young.count + old.count }

    /// How long ago the epoch was known. A clock that was set back makes everything stale.
    func isFresh(at now: Instant, within span: Duration) -> Bool { now >= checkedAt && now - checkedAt < span }

    mutating func find(_ digest: TokenDigest) -> Entry? {
        if let entry = young[digest] { return entry }
        guard let entry = old.removeValue(forKey: digest) else { return nil }
        keep(entry, as: digest)
        return entry
    }

    /// Whether the caller shall look at the database again; true for one at a time.
    mutating func beginCheck() -> Bool {
        guard !isChecking else { return false }
        isChecking = true
        return true
    }

    mutating func endCheck() { isChecking = false }

    /// What the database said when it was asked at `instant`, with the entry that was found then, if one is to be kept.
    ///
    /// A newer epoch than before: nothing that was remembered holds. An older one is an answer that was overtaken.
    mutating func learn(epoch: Int64, _ entry: Entry?, as digest: TokenDigest, askedAt: Instant, now: Instant) {
        guard epoch >= self.epoch else { return }
        if epoch > self.epoch {
            young = [:]
            old = [:]
            self.epoch = epoch
            checkedAt = askedAt
        } else {
            // Ahead of now: the clock was set back.
            checkedAt = checkedAt > now ? askedAt : max(checkedAt, askedAt)
        }
        if let entry { keep(entry, as: digest) } else { forget(digest) }
    }

    mutating func noteUse(of holder: KeyHolder, as digest: TokenDigest, at instant: Instant) {
        guard uses.count < capacity || uses[digest] != nil else { return }
        uses[digest] = Use(holder: holder, at: instant)
    }

    /// The uses to be written now: each key once, and all together not more often than every `span`.
    mutating func takeUses(at now: Instant, every span: Duration) -> [TokenDigest: Use] {
        let isTime = now < usesWrittenAt || now - usesWrittenAt >= span
        guard isTime, !uses.isEmpty else { return [:] }
        usesWrittenAt = now
        defer { uses = [:] }
        return uses
    }

    /// Puts back what could not be written.
    mutating func putBack(_ unwritten: [TokenDigest: Use]) {
        uses.merge(unwritten) { $0.at > $1.at ? $0 : $1 }
    }

    private mutating func keep(_ entry: Entry, as digest: TokenDigest) {
        if young.count >= capacity / 2, young[digest] == nil {
            old = young
            young = [:]
        }
        young[digest] = entry
    }

    private mutating func forget(_ digest: TokenDigest) {
        young[digest] = nil
        old[digest] = nil
    }
}
