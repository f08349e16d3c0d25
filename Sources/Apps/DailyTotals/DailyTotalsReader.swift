import Basics
import Commerce
import Records
import Storage
import Sync

/// Keeps `DailyTotals` from the change log.
///
/// It is a projection of the records as they stand: for each order that changed it compares what the order counts for now
/// with what it counted for, and posts the difference. So a change read twice does nothing, a late one corrects its day,
/// and the totals equal a recount of the records. For the same reason it reads remaps too: a better mapping of a total
/// or a status has to show.
package struct DailyTotalsReader: LogReader {
    package init() {}

    package let name = "daily_totals"
    package let readsRemaps = true

    package func concerns(_ change: Change) -> Bool { change.recordKind == "order" }

    package func digest(
        _ changes: [Change], of scope: OrganizationScope, in transaction: any Transaction
    ) throws {
        let ids = Set(changes.map(\.recordID)).sorted().map(OrderID.init(stored:))
        let now = try contributions(of: ids, scope, in: transaction)
        let before = try entries(of: ids, scope, in: transaction)
        var sums = DailySums()
        var written = BulkRows(columns: Self.entryColumns, capacity: ids.count)
        var removed: [String] = []
        for id in ids where now[id] != before[id] {
            if let contribution = before[id] { sums.take(contribution) }
            if let contribution = now[id] {
                sums.add(contribution)
                written.append(
                    scope.organizationID.sqlValue, id.sqlValue, contribution.connectionID.sqlValue,
                    contribution.day.sqlValue, contribution.currency.sqlValue, contribution.scale.sqlValue,
                    contribution.amount.sqlValue)
            } else {
                removed.append(id.text)
            }
        }
        if !written.isEmpty {
            try transaction.insert(
                written, into: "daily_order_entries", onConflict: .update(key: ["organization_id", "order_id"]))
        }
        if !removed.isEmpty {
            try transaction.execute(
                """
                DELETE FROM daily_order_entries
                WHERE organization_id = \(scope.organizationID) AND order_id \(anyOf: removed)
                """)
        }
        try sums.post(scope, in: transaction)
    }

    private static let entryColumns = [
        BulkColumn("organization_id", .key), BulkColumn("order_id", .key), BulkColumn("connection_id", .key),
        BulkColumn("day", .integer), BulkColumn("currency", .key), BulkColumn("scale", .integer),
        BulkColumn("amount", .integer),
    ]

    /// What the orders count for now; orders that do not count, or are gone, are left out.
    private func contributions(
        of ids: [OrderID], _ scope: OrganizationScope, in transaction: any Transaction
    ) throws -> [OrderID: DailyContribution] {
        var calendars: [ConnectionID: StoreCalendar] = [:]
        var contributions: [OrderID: DailyContribution] = [:]
        for order in try OrderRecords(scope).summaries(of: ids, in: transaction) {
            let connectionID = order.connectionID
            if calendars[connectionID] == nil {
                let connection = try Connections(scope).find(connectionID, in: transaction)
                calendars[connectionID] = try StoreCalendar(timeZone: connection?.timeZone ?? "UTC")
            }
            guard let calendar = calendars[connectionID] else { continue }
            contributions[order.id] = DailyContribution(
                status: order.status, placedAt: order.placedAt, total: order.total, connectionID: connectionID,
                calendar: calendar)
        }
        return contributions
    }

    /// What the orders counted for so far.
    private func entries(
        of ids: [OrderID], _ scope: OrganizationScope, in transaction: any Transaction
    ) throws -> [OrderID: DailyContribution] {
        var entries: [OrderID: DailyContribution] = [:]
        try transaction.forEach(
            """
            SELECT order_id, connection_id, day, currency, scale, amount FROM daily_order_entries
            WHERE organization_id = \(scope.organizationID) AND order_id \(anyOf: ids.map(\.text))
            """
        ) { row in
            entries[try row.id(0)] = DailyContribution(
                connectionID: try row.id(1), day: try row.int(2), currency: try row.text(3), scale: try row.int(4),
                amount: try row.integer(5))
        }
        return entries
    }
}
