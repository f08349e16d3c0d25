import Basics
import Synchronization

extension Shop {
    /// A cart by its id: one of the shop window's, the one of an order, or a new empty one.
    func cart(_ id: String) throws -> Cart {
        if let cart = trade.carts[id] { return cart }
        guard let state = order(ofCart: id) else { return Cart(id: id, at: time.now()) }
        return Cart(id: id, order: content.blueprint(of: state), state: state)
    }

    /// The order that came of a cart, whose id is 32 digits in lower case; the newest are looked at first.
    func order(ofCart id: String) -> OrderState? {
        let states = orders.withLock { $0.states }
        guard id.count == 32, let high = UInt64(id.prefix(16), radix: 16), let low = UInt64(id.suffix(16), radix: 16)
        else { return nil }
        return states.last { content.salt(of: $0) == (high, low) }
    }

    /// What a cart costs now.
    func quote(_ cart: Cart) -> Quote {
        Quoting(
            shop: self, coupon: cart.coupon, postalCode: cart.address?.postalCode, payment: cart.payment,
            shopper: cart.profile.flatMap { trade.shoppers[Shopper.id($0.email)] }
        ).quote(cart.lines)
    }
}
