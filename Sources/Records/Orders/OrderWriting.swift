import Basics
import Commerce
import Storage

/// What a decided batch writes: at most one row a table for each order, in key order, in a few bulk statements.
struct OrderWriting {
    private static let keys = [BulkColumn("organization_id", .key), BulkColumn("id", .key)]
    private static let identity = [BulkColumn("connection_id", .key), BulkColumn("external_id", .key)]
    private static let source = [
        BulkColumn("source_changed_at", .integer), BulkColumn("fetched_at", .integer), BulkColumn("list_digest", .key),
    ]
    private static let state = [
        BulkColumn("version", .integer), BulkColumn("status", .key), BulkColumn("placed_at", .integer),
        BulkColumn("changed_at", .integer), BulkColumn("invoiced_at", .integer), BulkColumn("delivered_at", .integer),
        BulkColumn("total_amount", .integer), BulkColumn("total_currency", .key), BulkColumn("total_scale", .integer),
        BulkColumn("mapper_version", .integer), BulkColumn("content_hash", .bytes), BulkColumn("profile_id", .key),
    ]
    private static let document = [
        BulkColumn("organization_id", .key), BulkColumn("order_id", .key), BulkColumn("version", .integer),
        BulkColumn("core", .bytes), BulkColumn("person", .bytes),
    ]

    private let organization: OrganizationID
    private var newOrders: BulkRows
    private var newDocuments: BulkRows
    private var changedOrders = BulkRows(columns: keys + source + state)
    private var changedDocuments = BulkRows(columns: document)
    private var confirmedOrders = BulkRows(columns: keys + source)
    private var terms: OrderTermRows
    private let payloads: PayloadWriting

    init(_ batch: OrderBatch, of organization: OrganizationID, at instant: Instant) {
        self.organization = organization
        newOrders = BulkRows(
            columns: Self.keys + Self.source + Self.state + Self.identity, capacity: batch.arrived.count)
        newDocuments = BulkRows(
            columns: Self.document + [BulkColumn("connection_id", .key)], capacity: batch.arrived.count)
        terms = OrderTermRows(organization, capacity: batch.arrived.count * 10)
        let touched = Set(batch.arrived).compactMap { id in batch.entries[id].map { (externalID: id, entry: $0) } }
        payloads = PayloadWriting(batch.payloads, current: touched.map(\.entry), of: organization, at: instant)
        for (externalID, entry) in touched.sorted(by: { $0.entry.id < $1.entry.id }) {
            add(entry, externalID: externalID, connection: batch.connection)
        }
    }

    func run(in transaction: any Transaction) throws {
        try transaction.insert(newOrders, into: "orders", onConflict: .fail)
        try transaction.insert(newDocuments, into: "order_documents", onConflict: .fail)
        try transaction.update("orders", with: changedOrders, keyCount: 2)
        try transaction.update("order_documents", with: changedDocuments, keyCount: 2)
        try transaction.update("orders", with: confirmedOrders, keyCount: 2)
        try terms.run(in: transaction)
        try payloads.run(in: transaction)
    }

    private mutating func add(_ entry: OrderBatch.Entry, externalID: String, connection: ConnectionID) {
        let source = Source(entry)
        guard let replacement = entry.replacement else {
            if entry.isConfirmed {
                confirmedOrders.append(
                    organization.sqlValue, entry.id.sqlValue, source.changedAt, source.fetchedAt, source.listDigest)
            }
            return
        }
        let order = replacement.order
        let body = replacement.body
        if let stored = replacement.stored {
            terms.replace(stored, with: order, id: entry.id)
        } else {
            terms.add(order, id: entry.id)
        }
        if entry.isNew {
            newOrders.append(
                organization.sqlValue, entry.id.sqlValue, source.changedAt, source.fetchedAt, source.listDigest,
                .integer(entry.version), .text(order.status.rawValue), order.placedAt.sqlValue,
                order.changedAt.sqlValue, order.invoicedAt.sqlValue, order.deliveredAt.sqlValue,
                .integer(order.total.amount), .text(order.total.currency), order.total.scale.sqlValue,
                entry.mapperVersion.sqlValue, .bytes(entry.contentHash), order.customer.profileID.sqlValue,
                connection.sqlValue, .text(externalID))
            newDocuments.append(
                organization.sqlValue, entry.id.sqlValue, .integer(entry.version), .bytes(body.core),
                body.person.sqlValue, connection.sqlValue)
        } else {
            changedOrders.append(
                organization.sqlValue, entry.id.sqlValue, source.changedAt, source.fetchedAt, source.listDigest,
                .integer(entry.version), .text(order.status.rawValue), order.placedAt.sqlValue,
                order.changedAt.sqlValue, order.invoicedAt.sqlValue, order.deliveredAt.sqlValue,
                .integer(order.total.amount), .text(order.total.currency), order.total.scale.sqlValue,
                entry.mapperVersion.sqlValue, .bytes(entry.contentHash), order.customer.profileID.sqlValue)
            changedDocuments.append(
                organization.sqlValue, entry.id.sqlValue, .integer(entry.version), .bytes(body.core),
                body.person.sqlValue)
        }
    }

    private struct Source {
        let changedAt: SQLValue
        let fetchedAt: SQLValue
        let listDigest: SQLValue

        init(_ entry: OrderBatch.Entry) {
            changedAt = entry.source.changedAt.sqlValue
            fetchedAt = entry.source.fetchedAt.sqlValue
            listDigest = entry.listDigest.sqlValue
        }
    }
}
