/// Where orders' unchanging parts come from: the generator, and a data set if there is one.
struct OrderContent: Sendable {
    let generator: OrderGenerator
    let dataSet: OlistOrders?

    var numbering: OrderNumbering { generator.numbering }

    func blueprint(of state: OrderState) -> OrderBlueprint {
        if state.source == .dataSet, let dataSet {
            return dataSet.blueprint(Int(state.number), generator: generator)
        }
        return generator.blueprint(state.number)
    }
}
