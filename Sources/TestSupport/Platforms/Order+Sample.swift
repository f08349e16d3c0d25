import Basics
import Commerce

extension Order {
    /// A small order that adds up.
    package static func sample(
        _ externalID: String, status: OrderStatus = .invoiced, placedAt: Instant, changedAt: Instant? = nil,
        amount: Int64 = 12_990, currency: String = "BRL"
    ) -> Order {
        var order = Order(
            externalID: externalID, status: status, platformStatus: status.rawValue, placedAt: placedAt,
            changedAt: changedAt ?? placedAt, total: Money(amount: amount, currency: currency, scale: 2))
        order.totals = [
            OrderTotal(
                kind: .items, platformID: "Items", amount: Money(amount: amount, currency: currency, scale: 2))
        ]
        if status == .invoiced { order.invoicedAt = changedAt ?? placedAt }
        return order
    }

    /// `count` orders, `gap` apart, the first at `start`; amounts are 100, 101, ….
    package static func samples(
        _ count: Int, from start: Instant, every gap: Duration, status: OrderStatus = .invoiced
    ) -> [Order] {
        (0..<count).map { number in
            let placedAt = start + .microseconds(gap.microseconds * Int64(number))
            return sample("order-\(number)", status: status, placedAt: placedAt, amount: Int64(100 + number))
        }
    }
}
