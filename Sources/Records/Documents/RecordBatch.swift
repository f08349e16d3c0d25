import Basics
import Commerce

/// Decides what a batch of records does to the stored ones, without a database: arrivals go in one by one, and what is to
/// be written comes out at the end, each record's last state once.
struct RecordBatch {
    /// A record as it was stored, and as the arrivals left it.
    struct Entry {
        let id: RecordID
        let storedHash: [UInt8]?
        var version: Int64
        /// When the platform changed it; nil where it does not tell.
        var sourceChangedAt: Instant?
        var fetchedAt: Instant
        var contentHash: [UInt8]
        var mapperVersion: Int
        var changedAt: Instant
        var facts: RecordFactValues
        var isDeleted: Bool
        /// Nil until an arrival needs it for a comparison.
        var body: Body?
        /// The arrival that the record is to be rewritten from.
        var replacement: PreparedRecord?
        /// What is known of the source moved on.
        var isConfirmed = false
        /// Its mark of deletion is to be written.
        var isMarked = false

        var isNew: Bool { storedHash == nil }
    }

    /// All of a record that a version of it says.
    struct Body: Hashable {
        let core: [UInt8]
        let person: [UInt8]?
        let title: String?
        let parent: RecordLink?
    }

    struct KeptPayload {
        let id: RecordID
        let contentHash: [UInt8]
        let changedAt: Instant?
        let fetchedAt: Instant
        let compressed: [UInt8]
    }

    struct KeptVersion {
        let id: RecordID
        let version: Int64
        let occurredAt: Instant
        let isDeleted: Bool
        let core: [UInt8]
        let person: [UInt8]?
    }

    let connection: ConnectionID
    private(set) var entries: [RecordLink: Entry]
    private(set) var changes: [NewChange] = []
    private(set) var payloads: [KeptPayload] = []
    private(set) var versions: [KeptVersion] = []
    /// Carts whose owner or moment of leaving may be others now.
    private(set) var leftCarts: [RecordID: LeftCart] = [:]
    /// Customers who may be recognised by other things now.
    private(set) var customers: Set<RecordID> = []
    /// How many records of each kind came and went.
    private(set) var balance: [RecordKind: Int] = [:]
    private(set) var outcome = RecordStore.Outcome()

    init(connection: ConnectionID, stored: [RecordLink: Entry]) {
        self.connection = connection
        entries = stored
    }

    /// - Parameter newID: for a record that is not stored yet.
    mutating func take(_ arriving: PreparedRecord, newID: () -> RecordID) {
        guard let entry = entries[arriving.link] else { return create(arriving, id: newID()) }
        if entry.isDeleted {
            // Whoever is gone comes back by a later look only, however old the platform says the record is.
            guard arriving.fetchedAt > entry.fetchedAt else {
                outcome.stale += 1
                return
            }
            return replace(entry, with: arriving, cause: .platform)
        }
        switch Self.verdict(entry, arriving) {
        case .replace: replaceWhereDifferent(entry, with: arriving, cause: .platform)
        case .confirm where arriving.mapperVersion > entry.mapperVersion:
            replaceWhereDifferent(entry, with: arriving, cause: .remap)
        case .confirm: confirm(entry, by: arriving)
        case .repeated: outcome.unchanged += 1
        case .stale:
            keep(arriving, of: entry.id)
            outcome.stale += 1
        }
    }

    /// Marks a record as deleted, unless it was seen later than it was missed.
    mutating func remove(_ gone: GoneRecord) {
        guard var entry = entries[gone.link], !entry.isDeleted, entry.fetchedAt <= gone.fetchedAt,
            let body = entry.body
        else { return }
        entry.version += 1
        entry.fetchedAt = gone.fetchedAt
        entry.changedAt = gone.fetchedAt
        entry.isDeleted = true
        entry.isMarked = true
        entries[gone.link] = entry
        record(gone.link.kind, entry, body, facts: [.deleted], cause: .platform)
        balance[gone.link.kind, default: 0] -= 1
        outcome.deleted += 1
    }

    /// The stale-write rule; where one side does not know when the platform changed it, the later fetch is the newer.
    private static func verdict(_ stored: Entry, _ arriving: PreparedRecord) -> StaleWriteRule {
        var source = SourceVersion(changedAt: .distantPast, fetchedAt: stored.fetchedAt)
        var news = SourceVersion(changedAt: .distantPast, fetchedAt: arriving.fetchedAt)
        if let known = stored.sourceChangedAt, let told = arriving.document.changedAt {
            source.changedAt = known
            news.changedAt = told
        }
        return StaleWriteRule.verdict(
            stored: source, storedHash: stored.contentHash, arriving: news, arrivingHash: arriving.contentHash)
    }

    private mutating func create(_ arriving: PreparedRecord, id: RecordID) {
        let entry = Entry(
            id: id, storedHash: nil, version: 1, sourceChangedAt: arriving.document.changedAt,
            fetchedAt: arriving.fetchedAt, contentHash: arriving.contentHash, mapperVersion: arriving.mapperVersion,
            changedAt: arriving.changedAt, facts: arriving.factValues, isDeleted: false,
            body: Body(arriving.document), replacement: arriving)
        entries[arriving.link] = entry
        let facts = [.created] + arriving.factValues.changes(since: RecordFactValues([]))
        record(arriving.document.kind, entry, Body(arriving.document), facts: facts, cause: .platform)
        keep(arriving, of: id)
        leftCarts[id] = arriving.leftCart
        if arriving.identityKeys != nil { customers.insert(id) }
        balance[arriving.document.kind, default: 0] += 1
        outcome.created += 1
    }

    /// The source differs; where nothing of it reaches the record, the record stays as it is.
    private mutating func replaceWhereDifferent(
        _ stored: Entry, with arriving: PreparedRecord, cause: Change.Cause
    ) {
        let isSame = stored.body == Body(arriving.document) && stored.facts == arriving.factValues
        guard isSame else { return replace(stored, with: arriving, cause: cause) }
        var entry = stored
        entry.contentHash = arriving.contentHash
        entry.mapperVersion = arriving.mapperVersion
        confirm(entry, by: arriving)
        leftCarts[entry.id] = arriving.leftCart
        if stored.contentHash != arriving.contentHash { keep(arriving, of: entry.id) }
    }

    private mutating func replace(_ stored: Entry, with arriving: PreparedRecord, cause: Change.Cause) {
        var entry = stored
        let kind = arriving.document.kind
        var facts: [Change.Fact] = stored.isDeleted ? [.restored] : []
        facts += arriving.factValues.changes(since: stored.facts)
        if stored.body?.person != arriving.document.person { facts.append(.person) }
        entry.version += 1
        entry.sourceChangedAt = arriving.document.changedAt ?? stored.sourceChangedAt
        entry.fetchedAt = arriving.fetchedAt
        entry.contentHash = arriving.contentHash
        entry.mapperVersion = arriving.mapperVersion
        entry.changedAt = arriving.changedAt
        entry.facts = arriving.factValues
        entry.isDeleted = false
        entry.body = Body(arriving.document)
        entry.replacement = arriving
        entries[arriving.link] = entry
        record(kind, entry, Body(arriving.document), facts: facts, cause: cause)
        keep(arriving, of: entry.id)
        leftCarts[entry.id] = arriving.leftCart
        if arriving.identityKeys != nil { customers.insert(entry.id) }
        if stored.isDeleted { balance[kind, default: 0] += 1 }
        outcome.changed += 1
    }

    private mutating func confirm(_ stored: Entry, by arriving: PreparedRecord) {
        var entry = stored
        entry.sourceChangedAt = arriving.document.changedAt ?? stored.sourceChangedAt
        entry.fetchedAt = max(stored.fetchedAt, arriving.fetchedAt)
        entry.isConfirmed = true
        entries[arriving.link] = entry
        outcome.unchanged += 1
    }

    private mutating func record(
        _ kind: RecordKind, _ entry: Entry, _ body: Body, facts: [Change.Fact], cause: Change.Cause
    ) {
        changes.append(
            NewChange(
                recordKind: kind.rawValue, recordID: entry.id.text, connectionID: connection, version: entry.version,
                facts: facts, cause: cause, occurredAt: entry.changedAt))
        guard kind.keepsHistory else { return }
        versions.append(
            KeptVersion(
                id: entry.id, version: entry.version, occurredAt: entry.changedAt, isDeleted: entry.isDeleted,
                core: body.core, person: body.person))
    }

    private mutating func keep(_ arriving: PreparedRecord, of id: RecordID) {
        payloads.append(
            KeptPayload(
                id: id, contentHash: arriving.contentHash, changedAt: arriving.document.changedAt,
                fetchedAt: arriving.fetchedAt, compressed: arriving.compressedPayload))
    }
}

extension RecordBatch.Body {
    init(_ document: RecordDocument) {
        self.init(
            core: document.core, person: document.person, title: document.title, parent: document.parent)
    }
}
