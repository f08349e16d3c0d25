import Basics

extension Shop {
    /// Tells Master Data, feeds and hooks that an order was placed or changed.
    ///
    /// - Parameter before: Nil for a new order.
    /// - Throws: `SandboxError.stateNotWritten`.
    func announce(_ after: OrderState, from before: OrderState?) throws {
        if (before?.status ?? .incomplete) == .incomplete { try noteCart(of: after) }
        guard events.hasListeners else { return }
        let order = content.blueprint(of: after)
        let now = time.now()
        let document =
            events.readsDocuments
            ? try JSON(JSONDocument(parsing: writer(of: after, order).bytes()).root) : nil
        func tell(_ state: String, after last: String, from change: Instant, isMove: Bool) throws {
            try events.publish(
                OrderEvent(
                    number: after.number, orderID: order.orderID, domain: order.origin.rawValue, state: state,
                    lastState: last, lastChange: change, currentChange: after.lastChange, isMove: isMove),
                isOwnSale: order.sellerID == "1" && order.marketplace == nil, document: document, at: now)
        }
        // An incomplete order is a cart: no workflow has begun.
        guard after.status != .incomplete else { return }
        if let before, before.status != .incomplete {
            return try tell(
                after.status.key, after: before.status.key, from: before.lastChange,
                isMove: before.status != after.status)
        }
        try tell("order-created", after: "", from: after.created, isMove: true)
        try tell("order-completed", after: "order-created", from: after.created, isMove: true)
        try tell(after.status.key, after: "order-completed", from: after.created, isMove: true)
    }
}
