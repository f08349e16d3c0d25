import Basics

extension Shop {
    /// Writes to the customer's document what an order says of their cart: one that never became an order was left, any
    /// other is closed. Source: facts on VTEX §5.5.
    func noteCart(of state: OrderState) throws {
        let order = content.blueprint(of: state)
        guard let entity = masterData.entity("CL"),
            let id = entity.id(ofPerson: order.customer.number, among: content.generator.customers)
        else { return }
        let isLeft = state.status == .incomplete
        let now = time.now()
        // How far somebody got who did not buy: a matter of chance.
        let step = isLeft ? CartTraces.steps[Int(order.salt.0 % 4)] : CartTraces.finished
        try masterData.change(id, in: entity, at: now, indexDelay: indexDelay) { before in
            guard let before, isLeft || before["rclastcart"]?.text?.isEmpty == false else { return before }
            let cart = CartTraces.members(
                lines: order.lines.map { ($0.sku.id, Int64($0.quantity)) },
                value: .string(CartTraces.text(cents: order.itemsTotal)),
                session: Hexadecimal.text(order.salt.0, order.salt.1), step: step, at: now)
            return DocumentBody.stamped(before.replacing(cart), isNew: false, by: nil, at: now)
        }
    }
}
