import Basics
import Commerce

/// Makes Ponte's order of VTEX's.
///
/// Any field of VTEX's answer may be null; what an order cannot do without is asked for by name, the rest is left empty.
/// A field of another type than documented is an error with the field's path: a guess would be stored for good.
struct VTEXOrderMapper {
    let root: JSONView
    let currency: String

    init(root: JSONView) throws {
        self.root = root
        var currency: String?
        try root.with("storePreferencesData") { currency = try $0.optionalString("currencyCode")?.uppercased() }
        // "No currency" of ISO 4217: incomplete orders may have no store preferences, and a guess could not be told from
        // a fact.
        self.currency = currency ?? "XXX"
    }

    func order() throws -> Order {
        let platformStatus = try root.optionalString("status") ?? ""
        let authorizedAt = try root.optionalInstant("authorizedDate")
        let shipments = try shipments()
        let status = VTEXStatus.status(platformStatus, isAuthorized: authorizedAt != nil, shipments: shipments)
        let changed = try root.optionalInstant("lastChange")
        let created = try root.optionalInstant("creationDate")
        guard let placedAt = created ?? changed else { throw JSONError(.missing, path: "creationDate") }

        var order = Order(
            externalID: try root.optionalText("orderId") ?? "", status: status, platformStatus: platformStatus,
            placedAt: placedAt, changedAt: changed ?? placedAt, total: money(0))
        guard !order.externalID.isEmpty else { throw JSONError(.missing, path: "orderId") }
        order.totals = try totals()
        order.total = money(try total(of: order))
        order.sequence = try root.optionalText("sequence")
        order.group = try root.optionalText("orderGroup")
        order.authorizedAt = authorizedAt
        order.invoicedAt = try root.optionalInstant("invoicedDate")
        order.shipments = shipments
        order.deliveredAt = status == .delivered ? shipments.compactMap(\.deliveredAt).max() : nil
        order.items = try items(isIncomplete: status == .incomplete)
        order.payments = try payments()
        order.deliveries = try deliveries()
        order.origin = try origin()
        order.marketing = try marketing()
        try readCancellation(into: &order)
        order.customer = try customer()
        order.person = try person()
        order.statusHistory = history(of: order)
        return order
    }

    func money(_ amount: Int64) -> Money { Money(amount: amount, currency: currency, scale: 2) }

    func optionalMoney(_ view: JSONView, _ key: StaticString) throws -> Money? {
        try view.optionalInteger(key).map(money)
    }

    /// `value`; an incomplete order may have none, then its lines' sum.
    private func total(of order: Order) throws -> Int64 {
        if let value = try root.optionalInteger("value") { return value }
        guard order.status == .incomplete || !order.totals.isEmpty else { throw JSONError(.missing, path: "value") }
        return order.totals.reduce(0) { $0 &+ $1.amount.amount }
    }

    private func totals() throws -> [OrderTotal] {
        var totals: [OrderTotal] = []
        try root.forEach("totals") { line in
            let id = try line.optionalText("id") ?? ""
            let kind: OrderTotal.Kind =
                switch id.lowercased() {
                case "items": .items
                case "discounts": .discounts
                case "shipping": .shipping
                case "tax": .tax
                case "change": .change
                default: .other
                }
            totals.append(OrderTotal(kind: kind, platformID: id, amount: money(try line.optionalInteger("value") ?? 0)))
        }
        return totals
    }

    private func readCancellation(into order: inout Order) throws {
        order.cancellationReason = try root.optionalString("cancelReason")
        var reason: String?
        try root.with("cancellationData") { data in
            reason = try data.optionalString("Reason")
            // Comes before the cancellation is through, so that it is one only with the status.
            if order.status == .canceled { order.canceledAt = try data.optionalInstant("CancellationDate") }
        }
        if order.cancellationReason == nil { order.cancellationReason = reason }
    }

    /// The dates that VTEX gives, and the present status at the order's last change when it has none of its own.
    private func history(of order: Order) -> [OrderStatusEvent] {
        var events: [OrderStatusEvent] = []
        func add(_ status: OrderStatus, _ instant: Instant?) {
            guard let instant else { return }
            events.append(OrderStatusEvent(status: status, at: instant, evidence: .platform))
        }
        if order.status != .incomplete { add(.placed, order.placedAt) }
        add(.paid, order.authorizedAt)
        add(.invoiced, order.invoicedAt)
        add(.delivered, order.deliveredAt)
        add(.canceled, order.canceledAt)
        if !events.contains(where: { $0.status == order.status }) {
            events.append(OrderStatusEvent(status: order.status, at: order.changedAt, evidence: .observed))
        }
        return events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
}
