import Apps
import Basics
import Records
import Storage

extension Services {
    /// Days with orders as they were last added up, of one connection or of all.
    package func dailyTotals(
        of scope: OrganizationScope, connection: ConnectionID?, from: CivilDate, until: CivilDate, limit: Int
    ) async throws -> [DailyTotals.Day] {
        try await database.glance { transaction in
            let totals = DailyTotals(scope)
            guard let connection else {
                return try totals.list(from: from, until: until, limit: limit, in: transaction)
            }
            return Array(
                try totals.list(of: connection, from: from, until: until, in: transaction).prefix(limit))
        }
    }
}
