import Basics
import Commerce
import Records
import Storage

/// A change of the log beside its order as it stands now, which may be newer.
package struct ChangedOrder: Sendable {
    package let change: Change
    /// Nil when the order is gone.
    package let order: StoredOrder?
}

/// A change of the log beside its record as it stands now, which may be newer.
package struct ChangedRecord: Sendable {
    package let change: Change
    package let kind: RecordKind
    /// Without its person; nil when the record is gone.
    package let record: StoredRecord?
}

/// A change of an order, or of another record.
package enum LoggedChange: Sendable {
    case order(ChangedOrder)
    case record(ChangedRecord)
}

extension Services {
    /// A page of an organization's log, whatever was changed.
    package struct LoggedChanges: Sendable {
        package let changes: [LoggedChange]
        /// Where to go on.
        package let position: Int64
    }

    /// Changes of orders and of other records after `position`, oldest first.
    /// - Throws: `records.log_compacted` when `position` lies before what is kept.
    package func loggedChanges(
        of organization: Organization, after position: Int64, limit: Int
    ) async throws -> LoggedChanges {
        try await database.read { transaction in
            let changes = try ChangeLog(organization.scope).changes(after: position, limit: limit, in: transaction)
            let orders = OrderRecords(organization.scope)
            let records = RecordStore(organization.scope)
            let logged = try changes.compactMap { change -> LoggedChange? in
                if change.recordKind == OrderRecords.recordKind {
                    let order = try orders.find(OrderID(stored: change.recordID), in: transaction)
                    return .order(ChangedOrder(change: change, order: order))
                }
                // Whatever else is on the log is of an app, which says it in its own way.
                guard let kind = RecordKind(rawValue: change.recordKind) else { return nil }
                let record = try records.find(
                    RecordID(stored: change.recordID), seesPeople: false, in: transaction)
                return .record(ChangedRecord(change: change, kind: kind, record: record))
            }
            return LoggedChanges(changes: logged, position: changes.last?.number ?? position)
        }
    }

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
