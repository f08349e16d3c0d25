import Basics
import Commerce
import ConnectorKit
import Synchronization

/// A canonical record of any kind, for tests: a note with a person.
package struct SampleRecord: Hashable, Sendable {
    package var kind: RecordKind
    package var id: String
    package var note: String
    /// Nobody when empty.
    package var name: String
    package var changedAt: Instant?
    package var parent: RecordLink?

    package init(
        _ kind: RecordKind, _ id: String, note: String = "", name: String = "", changedAt: Instant? = nil,
        parent: RecordLink? = nil
    ) {
        self.kind = kind
        self.id = id
        self.note = note
        self.name = name
        self.changedAt = changedAt
        self.parent = parent
    }

    package var document: RecordDocument {
        switch kind {
        case .customer: RecordDocument(Written<CustomerKind>(sample: self))
        case .address: RecordDocument(Written<AddressKind>(sample: self))
        case .subscriber: RecordDocument(Written<SubscriberKind>(sample: self))
        case .cart: RecordDocument(Written<CartKind>(sample: self))
        case .category: RecordDocument(Written<CategoryKind>(sample: self))
        case .product: RecordDocument(Written<ProductKind>(sample: self))
        case .sku: RecordDocument(Written<SKUKind>(sample: self))
        case .price: RecordDocument(Written<PriceKind>(sample: self))
        case .stock: RecordDocument(Written<StockKind>(sample: self))
        case .promotion: RecordDocument(Written<PromotionKind>(sample: self))
        case .coupon: RecordDocument(Written<CouponKind>(sample: self))
        }
    }

    /// A hash of 32 bytes that differs when the record does: its text, folded.
    package var contentHash: [UInt8] {
        var hash = [UInt8](repeating: 0, count: 32)
        for (position, byte) in "\(kind) \(id) \(note) \(name)".utf8.enumerated() {
            hash[position % 32] = hash[position % 32] &* 31 &+ byte &+ 1
        }
        return hash
    }

    package var payload: [UInt8] { Array(#"{"note":"\#(note)","name":"\#(name)"}"#.utf8) }

    package func fetched(at instant: Instant) -> FetchedRecord {
        FetchedRecord(document: document, payload: payload, contentHash: contentHash, fetchedAt: instant)
    }
}

private protocol SampleKind: Sendable {
    static var kind: RecordKind { get }
}

private enum CustomerKind: SampleKind { static let kind = RecordKind.customer }
private enum AddressKind: SampleKind { static let kind = RecordKind.address }
private enum SubscriberKind: SampleKind { static let kind = RecordKind.subscriber }
private enum CartKind: SampleKind { static let kind = RecordKind.cart }
private enum CategoryKind: SampleKind { static let kind = RecordKind.category }
private enum ProductKind: SampleKind { static let kind = RecordKind.product }
private enum SKUKind: SampleKind { static let kind = RecordKind.sku }
private enum PriceKind: SampleKind { static let kind = RecordKind.price }
private enum StockKind: SampleKind { static let kind = RecordKind.stock }
private enum PromotionKind: SampleKind { static let kind = RecordKind.promotion }
private enum CouponKind: SampleKind { static let kind = RecordKind.coupon }

private struct Written<Kind: SampleKind>: CanonicalRecord {
    static var kind: RecordKind { Kind.kind }

    let sample: SampleRecord

    static func == (left: Self, right: Self) -> Bool { left.sample == right.sample }
    func hash(into hasher: inout Hasher) { hasher.combine(sample) }

    var externalID: String { sample.id }
    var changedAt: Instant? { sample.changedAt }
    var title: String? { sample.note.isEmpty ? nil : sample.note }
    var parent: RecordLink? { sample.parent }
    var factValues: [(field: String, value: String)] { [("note", sample.note)] }
    var words: RecordWords { RecordWords(plain: [sample.note], personal: [sample.name]) }

    func write(to writer: inout JSONWriter) {
        writer.member("externalId", sample.id)
        writer.member("note", sample.note)
    }

    func writePerson(to writer: inout JSONWriter) {
        if !sample.name.isEmpty { writer.member("name", sample.name) }
    }
}

/// A store in memory with one stream besides orders: records that a test puts there, walked page by page, and faults on
/// demand. A page's cursor is the place of its last record, so that a walk goes on wherever it was.
package final class ScriptedRecords: Store, RecordSource {
    /// What is asked of the store.
    package enum Question: Hashable, Sendable {
        case survey
        case page(RecordWalk, after: String?)
        case fetch(RecordKind, String)
    }

    private struct State {
        var records: [RecordLink: SampleRecord] = [:]
        var hidden: Set<RecordLink> = []
        var unreadable: Set<RecordLink> = []
        var asked: [Question] = []
    }

    private let state = Mutex(State())
    private let clock: any WallClock
    private let pageSize: Int
    /// Decides before each answer: throws what the platform would do wrong, or waits. Counted from 1.
    private let fault: @Sendable (Question, _ number: Int) async throws -> Void

    package let stream: StreamKind
    package let kinds: [RecordKind] = [.customer, .cart, .sku]
    package let mapperVersion: Int
    package let tellsChanges: Bool

    package init(
        _ records: [SampleRecord] = [], stream: StreamKind = .customers, tellsChanges: Bool = true,
        mapperVersion: Int = 1, clock: any WallClock, pageSize: Int = 5,
        fault: @escaping @Sendable (Question, _ number: Int) async throws -> Void = { _, _ in }
    ) {
        self.stream = stream
        self.tellsChanges = tellsChanges
        self.mapperVersion = mapperVersion
        self.clock = clock
        self.pageSize = pageSize
        self.fault = fault
        put(records)
    }

    package var orders: (any OrderSource)? { nil }
    package var records: [any RecordSource] { [self] }
    package var keyCheck: (any CredentialProbe)? { nil }

    /// Puts records there, or puts new versions in the place of old ones.
    package func put(_ records: [SampleRecord]) {
        state.withLock { state in
            for record in records { state.records[RecordLink(record.kind, record.id)] = record }
        }
    }

    package func remove(_ kind: RecordKind, _ id: String) {
        state.withLock { $0.records[RecordLink(kind, id)] = nil }
    }

    /// From now on the pages show all records but these; asked for alone, they are there.
    package func hide(_ links: Set<RecordLink>) { state.withLock { $0.hidden = links } }

    /// From now on these documents cannot be read, and all others can.
    package func makeUnreadable(_ links: Set<RecordLink>) { state.withLock { $0.unreadable = links } }

    package var stored: [SampleRecord] {
        state.withLock { $0.records.values.sorted { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) } }
    }
    package var asked: [Question] { state.withLock(\.asked) }
    package var fetches: [RecordLink] {
        asked.compactMap { if case .fetch(let kind, let id) = $0 { RecordLink(kind, id) } else { nil } }
    }
    package var walks: [RecordWalk] {
        asked.compactMap { if case .page(let walk, nil) = $0 { walk } else { nil } }
    }

    package func survey() async throws -> Int? {
        try await note(.survey)
        return state.withLock(\.records.count)
    }

    package func page(
        of walk: RecordWalk, after cursor: String?, asking patience: any Patience
    ) async throws -> RecordPage {
        let fetchedAt = clock.now()
        try await patience.ask { try await note(.page(walk, after: cursor)) }
        let (all, unreadable) = state.withLock { state in
            (state.records.values.filter { !state.hidden.contains(RecordLink($0.kind, $0.id)) }, state.unreadable)
        }
        let matching = all.filter { Self.matches($0, walk) }.sorted { Self.place($0) < Self.place($1) }
            .filter { Self.place($0) > cursor ?? "" }
        let shown = matching.prefix(pageSize)
        let isUnreadable = { (record: SampleRecord) in unreadable.contains(RecordLink(record.kind, record.id)) }
        return RecordPage(
            records: shown.filter { !isUnreadable($0) }.map { $0.fetched(at: fetchedAt) },
            unreadable: shown.filter(isUnreadable).map {
                UnreadableRecord(kind: $0.kind, externalID: $0.id, error: .scripted(.unreadable))
            },
            next: matching.count > pageSize ? shown.last.map(Self.place) : nil)
    }

    package func fetch(_ kind: RecordKind, _ externalID: String) async throws -> [FetchedRecord] {
        let fetchedAt = clock.now()
        try await note(.fetch(kind, externalID))
        let link = RecordLink(kind, externalID)
        let (record, isUnreadable) = state.withLock { ($0.records[link], $0.unreadable.contains(link)) }
        if isUnreadable { throw PlatformError.scripted(.unreadable) }
        return record.map { [$0.fetched(at: fetchedAt)] } ?? []
    }

    private static func place(_ record: SampleRecord) -> String { "\(record.kind.rawValue)/\(record.id)" }

    private static func matches(_ record: SampleRecord, _ walk: RecordWalk) -> Bool {
        guard case .changed(let since, let until) = walk else { return true }
        guard let changedAt = record.changedAt else { return false }
        return since <= changedAt && changedAt <= until
    }

    private func note(_ question: Question) async throws {
        let number = state.withLock { state in
            state.asked.append(question)
            return state.asked.count
        }
        try await fault(question, number)
    }
}
