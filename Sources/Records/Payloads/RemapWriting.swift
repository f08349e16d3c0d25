import Basics
import Commerce
import Storage

/// What a page of remapped orders writes, in three bulk statements.
struct RemapWriting {
    private static let keys = [BulkColumn("organization_id", .key), BulkColumn("id", .key)]

    private let organization: OrganizationID
    private let mapperVersion: Int
    private var kept = BulkRows(columns: keys + [BulkColumn("mapper_version", .integer)])
    private var orders = BulkRows(
        columns: keys + [
            BulkColumn("mapper_version", .integer), BulkColumn("version", .integer), BulkColumn("status", .key),
            BulkColumn("placed_at", .integer), BulkColumn("changed_at", .integer),
            BulkColumn("invoiced_at", .integer), BulkColumn("delivered_at", .integer),
            BulkColumn("total_amount", .integer), BulkColumn("total_currency", .key),
            BulkColumn("total_scale", .integer), BulkColumn("profile_id", .key),
        ])
    private var documents = BulkRows(
        columns: [
            BulkColumn("organization_id", .key), BulkColumn("order_id", .key), BulkColumn("version", .integer),
            BulkColumn("core", .bytes), BulkColumn("person", .bytes),
        ])

    private var terms: OrderTermRows
    /// Profile ids of the orders that became different.
    private(set) var profiles: Set<String> = []

    init(_ organization: OrganizationID, mapperVersion: Int) {
        self.organization = organization
        terms = OrderTermRows(organization)
        self.mapperVersion = mapperVersion
    }

    mutating func keep(_ id: OrderID) {
        kept.append(organization.sqlValue, id.sqlValue, mapperVersion.sqlValue)
    }

    mutating func replace(
        _ id: OrderID, _ stored: Order, with order: Order, body: OrderBody, version: Int64
    ) {
        terms.replace(stored, with: order, id: id)
        profiles.formUnion([stored, order].compactMap(\.customer.profileID))
        orders.append(
            organization.sqlValue, id.sqlValue, mapperVersion.sqlValue, .integer(version),
            .text(order.status.rawValue), order.placedAt.sqlValue, order.changedAt.sqlValue,
            order.invoicedAt.sqlValue, order.deliveredAt.sqlValue, .integer(order.total.amount),
            .text(order.total.currency), order.total.scale.sqlValue, order.customer.profileID.sqlValue)
        documents.append(
            organization.sqlValue, id.sqlValue, .integer(version), .bytes(body.core), body.person.sqlValue)
    }

    func run(in transaction: any Transaction) throws {
        try transaction.update("orders", with: kept, keyCount: 2)
        try transaction.update("orders", with: orders, keyCount: 2)
        try transaction.update("order_documents", with: documents, keyCount: 2)
        try terms.run(in: transaction)
    }
}
