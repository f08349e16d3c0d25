import Basics
import Synchronization

extension Shop {
    /// A cart by its id: one of the shop window's, the one of an order, or a new empty one.
    func cart(_ id: String) throws -> Cart {
        if let cart = trade.carts[id] { return cart }
        guard let state = order(ofCart: id) else { return Cart(id: id, at: time.now()) }
        return Cart(id: id, order: content.blueprint(of: state), state: state)
    }

    /// The order that came of a cart; the newest are looked at first.
    private func order(ofCart id: String) -> OrderState? {
        let states = orders.withLock { $0.states }
        return states.last { Hexadecimal.text(content.salt(of: $0).0, content.salt(of: $0).1) == id }
    }

    /// What a cart costs now.
    func quote(_ cart: Cart) -> Quote {
        Quoting(
            shop: self, coupon: cart.coupon, postalCode: cart.address?.postalCode, payment: cart.payment,
            shopper: cart.profile.flatMap { trade.shoppers[Shopper.id($0.email)] }
        ).quote(cart.lines)
    }
}
