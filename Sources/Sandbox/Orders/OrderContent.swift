/// Where orders' unchanging parts come from: the generator, a data set if there is one, and the shop window.
struct OrderContent: Sendable {
    let generator: OrderGenerator
    let dataSet: OlistOrders?
    /// What was bought in the shop window.
    let purchases: Kept<Purchase>

    var numbering: OrderNumbering { generator.numbering }

    func blueprint(of state: OrderState) -> OrderBlueprint {
        if state.source == .dataSet, let dataSet {
            return dataSet.blueprint(Int(state.number), generator: generator)
        }
        if state.source == .bought, let purchase = purchases[String(state.number)] {
            return purchase.blueprint(generator)
        }
        return generator.blueprint(state.number)
    }

    /// The order's 128 bits, without making all of it: they are also its cart's id.
    func salt(of state: OrderState) -> (UInt64, UInt64) {
        state.source == .timeline || state.source == .live ? generator.salt(state.number) : blueprint(of: state).salt
    }
}
