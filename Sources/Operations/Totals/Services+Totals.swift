import Apps
import Basics
import Records
import Storage
import Sync

/// A connection's sales by day, and all days together.
package struct ConnectionTotals: Sendable {
    package let days: [DailyTotals.Day]
    package let sums: [DailyTotals.Sum]
}

extension Services {
    /// Brings the daily totals up to the log's head, then reads them.
    ///
    /// - Parameter since: the first day to list; the sums are of all days.
    package func totals(of placed: PlacedConnection, since: CivilDate) async throws -> ConnectionTotals {
        let scope = placed.organization.scope
        let connection = placed.connection.id
        let runner = LogReaderRunner(
            database: database, scope: scope, reader: DailyTotalsReader(), clock: clock, logger: logger)
        _ = try await runner.runToHead()
        return try await database.read { transaction in
            let totals = DailyTotals(scope)
            return ConnectionTotals(
                days: try totals.list(
                    of: connection, from: since, until: CivilDate(year: 9999, month: 12, day: 31), in: transaction),
                sums: try totals.sum(of: connection, in: transaction))
        }
    }
}
