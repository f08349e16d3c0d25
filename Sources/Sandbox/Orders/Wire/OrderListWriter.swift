import Basics

/// Writes the answer of ListOrders.
struct OrderListWriter {
    let content: OrderContent
    let now: Instant
    let indexDelay: Duration

    func bytes(_ page: OrderPage, query: OrderQuery, isEmpty: Bool) -> [UInt8] {
        var writer = JSONWriter(capacity: 1024 + page.rows.count * 700)
        writer.object { writer in
            writer.array("list") { writer in
                for state in isEmpty ? [] : page.rows {
                    writer.elementObject { writer in row(state, &writer) }
                }
            }
            writer.emptyArray("facets")
            writer.object("paging") { writer in
                writer.member("total", page.total)
                writer.member("pages", (page.total + query.perPage - 1) / query.perPage)
                writer.member("currentPage", query.page)
                writer.member("perPage", query.perPage)
            }
            writer.member("stats", raw: page.statistics.json.bytes)
        }
        return writer.bytes
    }

    private func row(_ state: OrderState, _ writer: inout JSONWriter) {
        let order = content.blueprint(of: state)
        let status = state.indexedStatus(at: now, delay: indexDelay)
        writer.member("orderId", order.orderID)
        writer.member("creationDate", VTEXDate.short(state.created))
        writer.member("clientName", "\(order.customer.firstName) \(order.customer.lastName)")
        writer.null("items")
        // A known issue at VTEX: some totals come with a fraction of zero.
        if state.number % 40 == 7 {
            writer.number("totalValue", "\(state.value).0")
        } else {
            writer.member("totalValue", state.value)
        }
        writer.member("paymentNames", order.payments.map(\.systemName).joined(separator: ","))
        if status == .incomplete { writer.null("status") } else { writer.member("status", status.key) }
        writer.member("statusDescription", status.description)
        writer.text("marketPlaceOrderId", order.marketplace == nil ? nil : order.marketplaceOrderID)
        writer.member("sequence", order.sequence)
        writer.member("salesChannel", order.salesChannel)
        writer.member("affiliateId", order.affiliateID)
        writer.member("origin", order.origin.rawValue)
        writer.member("workflowInErrorState", false)
        writer.member("workflowInRetry", false)
        writer.text("lastMessageUnread", state.invoiced == nil ? nil : "Seu pedido foi enviado")
        let estimate = (state.authorized ?? state.created) + .seconds(order.deliveryDays * 86_400)
        writer.text("ShippingEstimatedDate", state.authorized == nil ? nil : VTEXDate.short(estimate))
        writer.text("ShippingEstimatedDateMax", state.authorized == nil ? nil : VTEXDate.short(estimate))
        writer.nulls("ShippingEstimatedDateMin")
        writer.member("orderIsComplete", status != .incomplete)
        writer.nulls("listId", "listType")
        writer.text("authorizedDate", state.authorized.map(VTEXDate.short))
        writer.null("callCenterOperatorName")
        writer.member("totalItems", Int(state.units))
        writer.member("currencyCode", "BRL")
    }
}
