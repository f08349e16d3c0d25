import Basics
import Commerce
import Storage

/// Writes what lies beside orders that were stored before it did: their words, and whose they are. A few at a time;
/// killed in between, it goes on from where it was.
package struct OrderFilling: Sendable {
    package init() {}

    /// Takes the next orders of the first organization that has any left.
    ///
    /// - Parameter limit: orders in one transaction.
    /// - Returns: false when nothing is left to do.
    package func step(at instant: Instant, limit: Int = 200, in transaction: any Transaction) throws -> Bool {
        let next = try transaction.first("SELECT organization_id, position FROM order_fillings LIMIT 1") { row in
            (organization: try row.id(0, OrganizationKind.self), position: try row.text(1))
        }
        guard let next else { return false }
        let scope = OrganizationScope(next.organization)
        let log = ChangeLog(scope)
        try log.lineUp(in: transaction)
        let page = try OrderRecords(scope).page(
            of: nil, after: OrderID(stored: next.position), limit: limit, in: transaction)
        guard let last = page.last else {
            try transaction.execute("DELETE FROM order_fillings WHERE organization_id = \(next.organization)")
            return true
        }
        try fill(page, of: scope, in: transaction)
        let closed = try closings(by: page, in: scope, transaction)
        if !closed.isEmpty { try log.append(closed, at: instant, in: transaction) }
        try transaction.execute(
            "UPDATE order_fillings SET position = \(last.id) WHERE organization_id = \(next.organization)")
        return true
    }

    private func fill(_ page: [StoredOrder], of scope: OrganizationScope, in transaction: any Transaction) throws {
        var terms = OrderTermRows(scope.organizationID, capacity: page.count * 10)
        var owners = BulkRows(
            columns: [
                BulkColumn("organization_id", .key), BulkColumn("id", .key), BulkColumn("profile_id", .key),
            ], capacity: page.count)
        for stored in page {
            terms.add(stored.order, id: stored.id)
            owners.append(
                scope.organizationID.sqlValue, stored.id.sqlValue, stored.order.customer.profileID.sqlValue)
        }
        try terms.run(in: transaction)
        try transaction.update("orders", with: owners, keyCount: 2)
    }

    private func closings(
        by page: [StoredOrder], in scope: OrganizationScope, _ transaction: any Transaction
    ) throws -> [NewChange] {
        let connections = Dictionary(grouping: page, by: \.connectionID).sorted { $0.key < $1.key }
        return try connections.flatMap { connection, orders in
            try CartClosings(scope).settle(
                ordersOf: Set(orders.compactMap(\.order.customer.profileID)), of: connection, in: transaction)
        }
    }
}
