import Basics

/// One thing that became different about an order, as the change log tells it: `status: shipped → delivered`.
package struct OrderFact: Hashable, Sendable {
    package let field: String
    /// Nil when there was nothing before, as with a new order.
    package let from: String?
    /// Nil when there is nothing any more.
    package let to: String?

    package init(field: String, from: String?, to: String?) {
        self.field = field
        self.from = from
        self.to = to
    }
}

extension Order {
    /// What apps decide by, in a fixed order and without anything about the person.
    ///
    /// A new order (`stored` is nil) begins with `created`, whose `to` is when it was placed. That something about the
    /// person became different is the fact `person`, with neither value. Empty when only other fields differ.
    /// Money is written as in `129.90 BRL`, instants in ISO 8601.
    package func facts(since stored: Order?) -> [OrderFact] {
        var facts: [OrderFact] = []
        if stored == nil { facts.append(OrderFact(field: "created", from: nil, to: placedAt.iso8601)) }
        let before = stored?.factValues ?? []
        let after = factValues
        for (field, to) in after {
            let from = before.first { $0.field == field }?.value
            if from != to { facts.append(OrderFact(field: field, from: from, to: to)) }
        }
        for (field, from) in before where !after.contains(where: { $0.field == field }) {
            facts.append(OrderFact(field: field, from: from, to: nil))
        }
        if let stored, stored.person != person { facts.append(OrderFact(field: "person", from: nil, to: nil)) }
        return facts
    }

    /// Every fact that the order has a value for, each field once.
    private var factValues: [(field: String, value: String)] {
        var values: [(field: String, value: String)] = []
        func add(_ field: String, _ value: String?) {
            if let value { values.append((field, value)) }
        }
        add("status", status.rawValue)
        add("platformStatus", platformStatus)
        add("total", total.text)
        add("items", String(items.count))
        add("authorizedAt", authorizedAt?.iso8601)
        add("invoicedAt", invoicedAt?.iso8601)
        add("canceledAt", canceledAt?.iso8601)
        add("deliveredAt", deliveredAt?.iso8601)
        add("shipments", shipments.isEmpty ? nil : String(shipments.count))
        for (shipment, numbers) in trackingNumbers { add("shipments[\(shipment)].trackingNumber", numbers) }
        let paid = payments.map { "\($0.method.rawValue) \($0.amount.text)" }.sorted()
        add("payments", paid.isEmpty ? nil : paid.joined(separator: ", "))
        add("coupon", marketing.coupon)
        return values
    }

    /// By invoice number, which stays when the platform sorts its shipments anew; one invoice can have several parcels.
    private var trackingNumbers: [(shipment: String, numbers: String)] {
        var numbers: [String: [String]] = [:]
        for shipment in shipments {
            guard let number = shipment.trackingNumber else { continue }
            numbers[shipment.invoiceNumber, default: []].append(number)
        }
        return numbers.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted().joined(separator: ", ")) }
    }
}
