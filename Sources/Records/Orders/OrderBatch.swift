import Basics
import Commerce

/// Decides what a batch of orders does to the stored ones, without a database: arrivals go in one by one, and what is
/// to be written comes out at the end, each order's last state once.
struct OrderBatch {
    /// An order as it was stored, and as the arrivals left it.
    struct Entry {
        let id: OrderID
        let storedHash: [UInt8]?
        var version: Int64
        var source: SourceVersion
        var contentHash: [UInt8]
        var listDigest: String?
        var mapperVersion: Int
        /// The newest state when an arrival replaced the stored one.
        var replacement: Replacement?
        /// What is known of the source moved on.
        var isConfirmed = false

        var isNew: Bool { storedHash == nil }
    }

    /// A class, so that entries are cheap to move about.
    final class Replacement {
        let order: Order
        let body: OrderBody
        /// What the database holds; nil for a new order.
        let stored: Order?

        init(order: Order, body: OrderBody, stored: Order?) {
            self.order = order
            self.body = body
            self.stored = stored
        }
    }

    /// A source payload to keep, of the order's state or of an older one.
    struct KeptPayload {
        let orderID: OrderID
        let contentHash: [UInt8]
        let source: SourceVersion
        let compressed: [UInt8]
        let template: Int64?
    }

    let connection: ConnectionID
    let cause: Change.Cause
    private(set) var entries: [String: Entry]
    /// External ids in the order of their first arrival.
    private(set) var arrived: [String] = []
    private(set) var changes: [NewChange] = []
    private(set) var payloads: [KeptPayload] = []
    private(set) var outcome = OrderRecords.Outcome()

    init(connection: ConnectionID, cause: Change.Cause, stored: [String: Entry]) {
        self.connection = connection
        self.cause = cause
        entries = stored
    }

    /// - Parameters:
    ///   - id: for an order that is not stored yet.
    ///   - storedOrder: reads the stored order, when the arrival replaces it.
    mutating func take(
        _ arriving: PreparedOrder, newID id: () -> OrderID, storedOrder: (OrderID) throws -> Order
    ) throws {
        arrived.append(arriving.externalID)
        guard let entry = entries[arriving.externalID] else {
            create(arriving, id: id())
            return
        }
        switch StaleWriteRule.verdict(
            stored: entry.source, storedHash: entry.contentHash, arriving: arriving.source,
            arrivingHash: arriving.contentHash)
        {
        case .replace:
            try replace(entry, with: arriving, before: entry.replacement?.order ?? storedOrder(entry.id))
        case .confirm:
            confirm(entry, by: arriving)
        case .repeated:
            outcome.unchanged += 1
        case .stale:
            keep(arriving, of: entry.id)
            outcome.stale += 1
        }
    }

    /// Profile ids of the orders that are to be written, as they were and as they are.
    var writtenProfiles: Set<String> {
        Set(
            entries.values.compactMap(\.replacement).flatMap { replacement in
                [replacement.stored, replacement.order].compactMap { $0?.customer.profileID }
            })
    }

    private mutating func create(_ arriving: PreparedOrder, id: OrderID) {
        entries[arriving.externalID] = Entry(
            id: id, storedHash: nil, version: 1, source: arriving.source, contentHash: arriving.contentHash,
            listDigest: arriving.listDigest, mapperVersion: arriving.mapperVersion,
            replacement: Replacement(order: arriving.order, body: arriving.body, stored: nil))
        record(arriving.order, facts: arriving.factsWhenNew, id: id, version: 1)
        keep(arriving, of: id)
        outcome.created += 1
    }

    private mutating func replace(_ stored: Entry, with arriving: PreparedOrder, before: Order) throws {
        let merged = arriving.order.merging(history: before)
        var entry = stored
        entry.version += 1
        entry.source = arriving.source
        entry.contentHash = arriving.contentHash
        entry.listDigest = arriving.listDigest ?? stored.listDigest
        entry.mapperVersion = arriving.mapperVersion
        entry.replacement = Replacement(
            order: merged, body: merged == arriving.order ? arriving.body : OrderBody(merged),
            // Of two arrivals in one batch the first found what is stored; a new order has nothing.
            stored: stored.replacement.map(\.stored) ?? before)
        entries[arriving.externalID] = entry
        let facts = FactsText.text(ofOrder: merged, since: before)
        record(merged, facts: facts, id: entry.id, version: entry.version)
        keep(arriving, of: entry.id)
        outcome.changed += 1
    }

    private mutating func confirm(_ stored: Entry, by arriving: PreparedOrder) {
        var entry = stored
        entry.source = arriving.source
        entry.listDigest = arriving.listDigest ?? stored.listDigest
        entry.isConfirmed = entry.isConfirmed || entry.source != stored.source || entry.listDigest != stored.listDigest
        entries[arriving.externalID] = entry
        outcome.unchanged += 1
    }

    private mutating func record(_ order: Order, facts: String, id: OrderID, version: Int64) {
        changes.append(
            NewChange(
                recordKind: OrderRecords.recordKind, recordID: id.text, connectionID: connection, version: version,
                factsText: facts, cause: cause, occurredAt: order.changedAt))
    }

    private mutating func keep(_ arriving: PreparedOrder, of id: OrderID) {
        payloads.append(
            KeptPayload(
                orderID: id, contentHash: arriving.contentHash, source: arriving.source,
                compressed: arriving.compressedPayload, template: arriving.payloadTemplate))
    }
}
