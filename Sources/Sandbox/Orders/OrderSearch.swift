import Basics

/// One page of a list, and what the list says of all its orders.
struct OrderPage: Sendable {
    var rows: [OrderState]
    var total: Int
    var statistics: OrderStatistics
}

/// Answers list queries from an order book.
struct OrderSearch {
    let content: OrderContent
    let now: Instant
    /// Orders placed before are not listed; VTEX keeps two years.
    let oldest: Instant
    let indexDelay: Duration

    static let window = Duration.seconds(730 * 86_400)

    func page(_ query: OrderQuery, in book: OrderBook) -> OrderPage {
        let newest = now - indexDelay
        let from = max(query.created?.from ?? .distantPast, oldest)
        let through = min(query.created?.through ?? .distantFuture, newest)
        let range = from <= through ? book.range(from: from, through: through) : 0..<0
        var statistics = OrderStatistics()
        var matches: [Int] = []
        for position in range where fits(query, book.states[position]) {
            matches.append(position)
            statistics.add(book.states[position])
        }
        let skipped = (query.page - 1) * query.perPage
        let rows: [OrderState]
        if query.order == .created {
            let ordered = query.isAscending ? matches : matches.reversed()
            rows = ordered.dropFirst(skipped).prefix(query.perPage).map { book.states[$0] }
        } else {
            rows = Array(sorted(matches.map { book.states[$0] }, query).dropFirst(skipped).prefix(query.perPage))
        }
        return OrderPage(rows: rows, total: matches.count, statistics: statistics)
    }

    private func fits(_ query: OrderQuery, _ state: OrderState) -> Bool {
        let status = state.indexedStatus(at: now, delay: indexDelay)
        guard (status == .incomplete) == query.isIncomplete else { return false }
        if let statuses = query.statuses, !statuses.contains(status) { return false }
        if let interval = query.authorized, !interval.contains(state.authorized) { return false }
        if let interval = query.invoiced, !interval.contains(state.invoiced) { return false }
        if let wanted = query.hasInputInvoice, wanted != (state.returned != nil) { return false }
        return !query.needsBlueprint || fitsWhole(query, state)
    }

    private func fitsWhole(_ query: OrderQuery, _ state: OrderState) -> Bool {
        let order = content.blueprint(of: state)
        if let text = query.text, !found(text, in: order) { return false }
        if let channel = query.salesChannel, channel != order.salesChannel { return false }
        if let affiliate = query.affiliate, affiliate.lowercased() != order.affiliateID.lowercased() { return false }
        if let seller = query.seller, seller != order.sellerName { return false }
        if let payment = query.payment, !order.payments.contains(where: { $0.systemName == payment }) { return false }
        if let source = query.source, order.marketing?.source != source { return false }
        return true
    }

    private func found(_ text: String, in order: OrderBlueprint) -> Bool {
        let wanted = text.lowercased()
        if order.orderID.lowercased() == wanted || order.sequence == wanted { return true }
        if order.marketplaceOrderID.lowercased() == wanted || order.customer.cpf == wanted { return true }
        // VTEX does not find addresses with a plus sign.
        if order.email.lowercased() == wanted, !wanted.contains("+") { return true }
        return "\(order.customer.firstName) \(order.customer.lastName)".lowercased().contains(wanted)
    }

    private func sorted(_ states: [OrderState], _ query: OrderQuery) -> [OrderState] {
        let ascending: (OrderState, OrderState) -> Bool =
            switch query.order {
            case .value: { ($0.value, $0.created) < ($1.value, $1.created) }
            case .units: { ($0.units, $0.created) < ($1.units, $1.created) }
            case .origin: { ($0.isMarketplace ? 0 : 1, $0.created) < ($1.isMarketplace ? 0 : 1, $1.created) }
            case .id, .created: { $0.number < $1.number }
            }
        return query.isAscending ? states.sorted(by: ascending) : states.sorted { ascending($1, $0) }
    }
}
