import Basics
import Records
import Storage

/// A change of the log beside its order as it stands now, which may be newer.
package struct ChangedOrder: Sendable {
    package let change: Change
    /// Nil when the order is gone.
    package let order: StoredOrder?
}

extension Services {
    /// A page of an organization's log, with its orders.
    package struct ChangedOrders: Sendable {
        package let orders: [ChangedOrder]
        /// Where to go on.
        package let position: Int64
    }

    /// Changes of orders after `position`, oldest first.
    /// - Throws: `records.log_compacted` when `position` lies before what is kept.
    package func changedOrders(
        of organization: Organization, after position: Int64, limit: Int
    ) async throws -> ChangedOrders {
        try await database.read { transaction in
            let changes = try ChangeLog(organization.scope).changes(after: position, limit: limit, in: transaction)
            let records = OrderRecords(organization.scope)
            let orders = try changes.filter { $0.recordKind == "order" }.map { change in
                ChangedOrder(change: change, order: try records.find(OrderID(stored: change.recordID), in: transaction))
            }
            return ChangedOrders(orders: orders, position: changes.last?.number ?? position)
        }
    }
}
