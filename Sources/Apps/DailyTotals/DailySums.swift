import Basics
import Records
import Storage

/// What a batch of changes adds to the days and takes from them.
struct DailySums {
    private struct Key: Hashable {
        let connectionID: ConnectionID
        let day: Int
        let currency: String
        let scale: Int
    }

    private var sums: [Key: (orders: Int, amount: Int64)] = [:]

    mutating func add(_ contribution: DailyContribution) { post(contribution, orders: 1) }

    mutating func take(_ contribution: DailyContribution) { post(contribution, orders: -1) }

    private mutating func post(_ contribution: DailyContribution, orders: Int) {
        let key = Key(
            connectionID: contribution.connectionID, day: contribution.day, currency: contribution.currency,
            scale: contribution.scale)
        let sum = sums[key] ?? (0, 0)
        sums[key] = (sum.orders + orders, sum.amount + contribution.amount * Int64(orders))
    }

    /// Writes the differences; days that come out even are left alone.
    func post(_ scope: OrganizationScope, in transaction: any Transaction) throws {
        for (key, sum) in sums where sum != (0, 0) {
            try transaction.execute(
                """
                INSERT INTO daily_order_totals (organization_id, connection_id, day, currency, scale, orders, amount)
                VALUES (\(scope.organizationID), \(key.connectionID), \(key.day), \(key.currency), \(key.scale), 0, 0)
                ON CONFLICT (organization_id, connection_id, day, currency, scale) DO NOTHING
                """)
            try transaction.execute(
                """
                UPDATE daily_order_totals SET orders = orders + \(sum.orders), amount = amount + \(sum.amount)
                WHERE organization_id = \(scope.organizationID) AND connection_id = \(key.connectionID)
                  AND day = \(key.day) AND currency = \(key.currency) AND scale = \(key.scale)
                """)
        }
    }
}
