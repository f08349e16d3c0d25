import Basics
import Storage

/// Writes the words of orders that were stored before there was a search, a few at a time; killed in between, it goes on
/// from where it was.
package struct OrderTermFilling: Sendable {
    package init() {}

    /// Takes the next orders of the first organization that has any left.
    ///
    /// - Parameter limit: orders in one transaction.
    /// - Returns: false when nothing is left to do.
    package func step(limit: Int = 200, in transaction: any Transaction) throws -> Bool {
        let next = try transaction.first("SELECT organization_id, position FROM order_term_fillings LIMIT 1") { row in
            (organization: try row.id(0, OrganizationKind.self), position: try row.text(1))
        }
        guard let next else { return false }
        let records = OrderRecords(OrganizationScope(next.organization))
        let page = try records.page(
            of: nil, after: OrderID(stored: next.position), limit: limit, in: transaction)
        guard let last = page.last else {
            try transaction.execute(
                "DELETE FROM order_term_fillings WHERE organization_id = \(next.organization)")
            return true
        }
        var rows = OrderTermRows(next.organization, capacity: page.count * 10)
        for stored in page { rows.add(stored.order, id: stored.id) }
        try rows.run(in: transaction)
        try transaction.execute(
            """
            UPDATE order_term_fillings SET position = \(last.id) WHERE organization_id = \(next.organization)
            """)
        return true
    }
}
