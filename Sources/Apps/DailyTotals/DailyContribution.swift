import Basics
import Commerce
import Records

/// What one order counts for. Pure.
package struct DailyContribution: Hashable, Sendable {
    package let connectionID: ConnectionID
    package let day: Int
    package let currency: String
    package let scale: Int
    package let amount: Int64

    /// Ten trillion in a currency of cents. What claims to be worth more is a mistake of the store's, and two of those
    /// would not fit in a day's sum.
    static let amountMax: Int64 = 1_000_000_000_000_000

    init(connectionID: ConnectionID, day: Int, currency: String, scale: Int, amount: Int64) {
        self.connectionID = connectionID
        self.day = day
        self.currency = currency
        self.scale = scale
        self.amount = amount
    }

    /// Nil for an order that does not count.
    init?(status: OrderStatus, placedAt: Instant, total: Money, connectionID: ConnectionID, calendar: StoreCalendar) {
        guard status.countsAsSale, (-Self.amountMax...Self.amountMax).contains(total.amount) else { return nil }
        self.init(
            connectionID: connectionID, day: calendar.date(of: placedAt).daysSince1970, currency: total.currency,
            scale: total.scale, amount: total.amount)
    }
}

extension OrderStatus {
    /// Whether an order of this status is a sale. Unknown statuses are: they are mostly stations on the way.
    package var countsAsSale: Bool {
        switch self {
        case .incomplete, .canceled, .replaced, .paymentDenied: false
        default: true
        }
    }
}
