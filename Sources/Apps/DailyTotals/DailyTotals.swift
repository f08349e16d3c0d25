import Basics
import Records
import Storage

/// How many orders a store had on each day of its own calendar, and what they came to.
///
/// An order counts on the day it was placed, in the store's time zone, with its total. Incomplete, canceled and replaced
/// orders do not count, nor do those whose payment was denied: they bring nothing in. An order that is canceled later
/// leaves its day again.
package struct DailyTotals: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// One day of one connection in one currency.
    package struct Day: Hashable, Sendable {
        package let connectionID: ConnectionID
        package let date: CivilDate
        package let currency: String
        /// Decimals of `amount`.
        package let scale: Int
        package let orders: Int
        package let amount: Int64
    }

    /// Days that have orders, oldest first; `from` and `until` inclusive.
    package func list(
        of connection: ConnectionID, from: CivilDate, until: CivilDate, in transaction: any Transaction
    ) throws -> [Day] {
        try transaction.all(
            """
            SELECT day, currency, scale, orders, amount FROM daily_order_totals
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
              AND day >= \(from.daysSince1970) AND day <= \(until.daysSince1970) AND orders > 0
            ORDER BY day, currency, scale
            """
        ) { row in
            Day(
                connectionID: connection, date: CivilDate(daysSince1970: try row.int(0)), currency: try row.text(1),
                scale: try row.int(2), orders: try row.int(3), amount: try row.integer(4))
        }
    }

    /// The same of all connections, by day and connection.
    ///
    /// - Parameter limit: rows at most, from the oldest on.
    package func list(
        from: CivilDate, until: CivilDate, limit: Int, in transaction: any Transaction
    ) throws -> [Day] {
        try transaction.all(
            """
            SELECT day, currency, scale, orders, amount, connection_id FROM daily_order_totals
            WHERE organization_id = \(scope.organizationID)
              AND day >= \(from.daysSince1970) AND day <= \(until.daysSince1970) AND orders > 0
            ORDER BY day, connection_id, currency, scale LIMIT \(limit)
            """
        ) { row in
            Day(
                connectionID: try row.id(5), date: CivilDate(daysSince1970: try row.int(0)), currency: try row.text(1),
                scale: try row.int(2), orders: try row.int(3), amount: try row.integer(4))
        }
    }

    /// All days together, by currency.
    package func sum(of connection: ConnectionID, in transaction: any Transaction) throws -> [Sum] {
        try transaction.all(
            """
            SELECT currency, scale, CAST(SUM(orders) AS BIGINT), CAST(SUM(amount) AS BIGINT)
            FROM daily_order_totals
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
            GROUP BY currency, scale HAVING SUM(orders) > 0 ORDER BY currency, scale
            """
        ) { row in
            Sum(
                currency: try row.text(0), scale: try row.int(1), orders: try row.int(2), amount: try row.integer(3))
        }
    }

    package struct Sum: Hashable, Sendable {
        package let currency: String
        package let scale: Int
        package let orders: Int
        package let amount: Int64
    }
}
