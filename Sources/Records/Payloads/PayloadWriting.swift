import Basics
import Storage

/// What a batch writes into the history of source payloads: each different content of an order once.
struct PayloadWriting {
    private struct Key: Hashable {
        let orderID: OrderID
        let contentHash: [UInt8]
    }

    private static let columns = [
        BulkColumn("organization_id", .key), BulkColumn("order_id", .key), BulkColumn("content_hash", .bytes),
        BulkColumn("source_changed_at", .integer), BulkColumn("fetched_at", .integer),
        BulkColumn("superseded_at", .integer), BulkColumn("template", .integer), BulkColumn("body", .bytes),
    ]
    private static let keyNames = ["organization_id", "order_id", "content_hash"]

    /// Of orders that are new: nothing can be in their way.
    private var first: BulkRows
    private var later = BulkRows(columns: columns)
    private var superseded = BulkRows(columns: Array(columns[0..<3]) + [BulkColumn("superseded_at", .integer)])

    init(
        _ kept: [OrderBatch.KeptPayload], current entries: [OrderBatch.Entry], of organization: OrganizationID,
        at instant: Instant
    ) {
        first = BulkRows(columns: Self.columns, capacity: kept.count)
        let byID = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) })
        // The same content may come twice in a batch; the later arrival stands for both.
        var newest: [Key: OrderBatch.KeptPayload] = [:]
        for payload in kept { newest[Key(orderID: payload.orderID, contentHash: payload.contentHash)] = payload }
        for payload in newest.values.sorted(by: Self.precedes) {
            guard let entry = byID[payload.orderID] else { continue }
            let supersededAt: SQLValue = entry.contentHash == payload.contentHash ? .null : instant.sqlValue
            if entry.isNew {
                Self.append(payload, supersededAt: supersededAt, of: organization, to: &first)
            } else {
                Self.append(payload, supersededAt: supersededAt, of: organization, to: &later)
            }
        }
        for entry in entries.sorted(by: { $0.id < $1.id }) {
            guard let stored = entry.storedHash, stored != entry.contentHash,
                newest[Key(orderID: entry.id, contentHash: stored)] == nil
            else { continue }
            superseded.append(organization.sqlValue, entry.id.sqlValue, .bytes(stored), instant.sqlValue)
        }
    }

    func run(in transaction: any Transaction) throws {
        try transaction.insert(first, into: "order_payloads", onConflict: .fail)
        try transaction.insert(later, into: "order_payloads", onConflict: .update(key: Self.keyNames))
        try transaction.update("order_payloads", with: superseded, keyCount: 3)
    }

    private static func append(
        _ payload: OrderBatch.KeptPayload, supersededAt: SQLValue, of organization: OrganizationID,
        to rows: inout BulkRows
    ) {
        rows.append(
            organization.sqlValue, payload.orderID.sqlValue, .bytes(payload.contentHash),
            payload.source.changedAt.sqlValue, payload.source.fetchedAt.sqlValue, supersededAt,
            payload.template.sqlValue, .bytes(payload.compressed))
    }

    private static func precedes(_ left: OrderBatch.KeptPayload, _ right: OrderBatch.KeptPayload) -> Bool {
        left.orderID != right.orderID
            ? left.orderID < right.orderID : left.contentHash.lexicographicallyPrecedes(right.contentHash)
    }
}
