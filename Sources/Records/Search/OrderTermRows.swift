import Basics
import Commerce
import Storage

/// The rows of `order_terms` that a batch writes: those of new orders, and of changed ones whose words changed.
struct OrderTermRows {
    private let organization: OrganizationID
    private var rows: BulkRows
    private var outdated: [OrderID] = []

    init(_ organization: OrganizationID, capacity: Int = 0) {
        self.organization = organization
        rows = BulkRows(
            columns: [
                BulkColumn("organization_id", .key), BulkColumn("order_id", .key), BulkColumn("term", .key),
                BulkColumn("is_personal", .integer),
            ], capacity: capacity)
    }

    mutating func add(_ order: Order, id: OrderID) { append(OrderTerms(order), id) }

    mutating func replace(_ before: Order, with order: Order, id: OrderID) {
        let terms = OrderTerms(order)
        guard terms != OrderTerms(before) else { return }
        outdated.append(id)
        append(terms, id)
    }

    func run(in transaction: any Transaction) throws {
        if !outdated.isEmpty {
            try transaction.execute(
                """
                DELETE FROM order_terms
                WHERE organization_id = \(organization) AND order_id \(anyOf: outdated.map(\.text))
                """)
        }
        // An order that the resumable filling has been at already has its words.
        try transaction.insert(rows, into: "order_terms", onConflict: .ignore)
    }

    private mutating func append(_ terms: OrderTerms, _ id: OrderID) {
        for term in terms.plain {
            rows.append(organization.sqlValue, id.sqlValue, .text(term), .integer(0))
        }
        for term in terms.personal {
            rows.append(organization.sqlValue, id.sqlValue, .text(term), .integer(1))
        }
    }
}
