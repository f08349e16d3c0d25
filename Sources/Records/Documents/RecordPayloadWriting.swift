import Basics
import Storage

/// What a batch writes into the history of source payloads: each different content of a record once.
struct RecordPayloadWriting {
    private struct Key: Hashable {
        let id: RecordID
        let contentHash: [UInt8]
    }

    private static let columns = [
        BulkColumn("organization_id", .key), BulkColumn("record_id", .key), BulkColumn("content_hash", .bytes),
        BulkColumn("source_changed_at", .integer), BulkColumn("fetched_at", .integer),
        BulkColumn("superseded_at", .integer), BulkColumn("body", .bytes),
    ]
    private static let keyNames = ["organization_id", "record_id", "content_hash"]

    private var rows = BulkRows(columns: columns)
    private var superseded = BulkRows(columns: Array(columns[0..<3]) + [BulkColumn("superseded_at", .integer)])

    init(
        _ kept: [RecordBatch.KeptPayload], current entries: [RecordBatch.Entry], of organization: OrganizationID,
        at instant: Instant
    ) {
        let byID = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) })
        // The same content may come twice in a batch; the later arrival stands for both.
        var newest: [Key: RecordBatch.KeptPayload] = [:]
        for payload in kept { newest[Key(id: payload.id, contentHash: payload.contentHash)] = payload }
        for (key, payload) in newest.sorted(by: { Self.precedes($0.key, $1.key) }) {
            guard let entry = byID[key.id] else { continue }
            let supersededAt: SQLValue = entry.contentHash == key.contentHash ? .null : instant.sqlValue
            rows.append(
                organization.sqlValue, key.id.sqlValue, .bytes(key.contentHash), payload.changedAt.sqlValue,
                payload.fetchedAt.sqlValue, supersededAt, .bytes(payload.compressed))
        }
        for entry in entries.sorted(by: { $0.id < $1.id }) {
            guard let stored = entry.storedHash, stored != entry.contentHash,
                newest[Key(id: entry.id, contentHash: stored)] == nil
            else { continue }
            superseded.append(organization.sqlValue, entry.id.sqlValue, .bytes(stored), instant.sqlValue)
        }
    }

    func run(in transaction: any Transaction) throws {
        try transaction.insert(rows, into: "record_payloads", onConflict: .update(key: Self.keyNames))
        try transaction.update("record_payloads", with: superseded, keyCount: 3)
    }

    private static func precedes(_ left: Key, _ right: Key) -> Bool {
        left.id != right.id ? left.id < right.id : left.contentHash.lexicographicallyPrecedes(right.contentHash)
    }
}
