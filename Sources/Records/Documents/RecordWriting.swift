import Basics
import Commerce
import Storage

/// What a decided batch writes: at most one row a table for each record, in key order, in a few bulk statements.
struct RecordWriting {
    private static let keys = [BulkColumn("organization_id", .key), BulkColumn("id", .key)]
    private static let source = [
        BulkColumn("source_changed_at", .integer), BulkColumn("fetched_at", .integer),
        BulkColumn("content_hash", .bytes), BulkColumn("mapper_version", .integer),
    ]
    private static let mark = [
        BulkColumn("version", .integer), BulkColumn("changed_at", .integer), BulkColumn("deleted_at", .integer),
    ]
    private static let state = [
        BulkColumn("title", .text), BulkColumn("parent_kind", .key), BulkColumn("parent_external_id", .key),
        BulkColumn("facts", .text),
    ]
    private static let identity = [
        BulkColumn("connection_id", .key), BulkColumn("kind", .key), BulkColumn("external_id", .key),
    ]
    private static let document = [
        BulkColumn("organization_id", .key), BulkColumn("record_id", .key), BulkColumn("core", .bytes),
        BulkColumn("person", .bytes),
    ]
    private static let version = [
        BulkColumn("organization_id", .key), BulkColumn("record_id", .key), BulkColumn("version", .integer),
        BulkColumn("occurred_at", .integer), BulkColumn("recorded_at", .integer), BulkColumn("is_deleted", .integer),
        BulkColumn("core", .bytes), BulkColumn("person", .bytes),
    ]

    private let organization: OrganizationID
    private var newRecords = BulkRows(columns: keys + source + mark + state + identity)
    private var newDocuments = BulkRows(columns: document)
    private var changedRecords = BulkRows(columns: keys + source + mark + state)
    private var changedDocuments = BulkRows(columns: document)
    private var confirmed = BulkRows(columns: keys + source)
    private var marked = BulkRows(columns: keys + source + mark)
    private var versions = BulkRows(columns: version)
    private var terms: RecordTermRows
    private var identityKeys: IdentityKeyRows
    private let payloads: RecordPayloadWriting

    init(_ batch: RecordBatch, of organization: OrganizationID, at instant: Instant) {
        self.organization = organization
        terms = RecordTermRows(organization)
        identityKeys = IdentityKeyRows(organization)
        payloads = RecordPayloadWriting(
            batch.payloads, current: Array(batch.entries.values), of: organization, at: instant)
        for (link, entry) in batch.entries.sorted(by: { $0.value.id < $1.value.id }) {
            add(entry, link, connection: batch.connection)
        }
        for kept in batch.versions {
            versions.append(
                organization.sqlValue, kept.id.sqlValue, .integer(kept.version), kept.occurredAt.sqlValue,
                instant.sqlValue, kept.isDeleted.sqlValue, .bytes(kept.core), kept.person.sqlValue)
        }
    }

    func run(in transaction: any Transaction) throws {
        try transaction.insert(newRecords, into: "records", onConflict: .fail)
        try transaction.insert(newDocuments, into: "record_documents", onConflict: .fail)
        try transaction.update("records", with: changedRecords, keyCount: 2)
        try transaction.update("record_documents", with: changedDocuments, keyCount: 2)
        try transaction.update("records", with: confirmed, keyCount: 2)
        try transaction.update("records", with: marked, keyCount: 2)
        try terms.run(in: transaction)
        try identityKeys.run(in: transaction)
        try payloads.run(in: transaction)
        try transaction.insert(versions, into: "record_versions", onConflict: .fail)
    }

    private mutating func add(_ entry: RecordBatch.Entry, _ link: RecordLink, connection: ConnectionID) {
        let id = entry.id.sqlValue
        let hash = SQLValue.bytes(entry.contentHash)
        let mapper = entry.mapperVersion.sqlValue
        let (told, fetched) = (entry.sourceChangedAt.sqlValue, entry.fetchedAt.sqlValue)
        let (version, changed) = (SQLValue.integer(entry.version), entry.changedAt.sqlValue)
        let deleted = entry.isDeleted ? fetched : .null
        guard let document = entry.replacement?.document else {
            if entry.isMarked {
                marked.append(organization.sqlValue, id, told, fetched, hash, mapper, version, changed, deleted)
            } else if entry.isConfirmed {
                confirmed.append(organization.sqlValue, id, told, fetched, hash, mapper)
            }
            return
        }
        let (parentKind, parentID) = (
            (document.parent?.kind.rawValue).sqlValue, (document.parent?.externalID).sqlValue
        )
        let title = document.title.sqlValue
        let facts = SQLValue.text(entry.facts.text)
        if let replacement = entry.replacement {
            terms.set(replacement, id: entry.id, isNew: entry.isNew)
            if let keys = replacement.identityKeys { identityKeys.set(keys, id: entry.id, isNew: entry.isNew) }
        }
        if entry.isNew {
            newRecords.append(
                organization.sqlValue, id, told, fetched, hash, mapper, version, changed, deleted, title, parentKind,
                parentID, facts, connection.sqlValue, .text(link.kind.rawValue), .text(link.externalID))
            newDocuments.append(organization.sqlValue, id, .bytes(document.core), document.person.sqlValue)
        } else {
            changedRecords.append(
                organization.sqlValue, id, told, fetched, hash, mapper, version, changed, deleted, title, parentKind,
                parentID, facts)
            changedDocuments.append(organization.sqlValue, id, .bytes(document.core), document.person.sqlValue)
        }
    }
}
