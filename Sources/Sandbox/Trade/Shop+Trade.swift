import Basics
import Synchronization

extension Shop {
    /// A cart by its id: one of the shop window's, the one of an order, or a new empty one.
    func cart(_ id: String) throws -> Cart {
        if let cart = trade.carts[id] { return cart }
        guard let state = order(ofCart: id) else { return Cart(id: id, at: time.now()) }
        return Cart(id: id, order: content.blueprint(of: state), state: state)
    }

    /// Changes a cart, or makes it; of too many, the one that nobody touched for longest goes.
    ///
    /// - Throws: What `body` throws; `SandboxError.stateNotWritten`.
    func keep(cart known: Cart, _ body: (inout Cart) throws -> Void) throws -> Cart {
        let now = time.now()
        let cart = try trade.carts.change(known.id) { cart in
            var changed = cart ?? known
            try body(&changed)
            changed.updated = now
            cart = changed
            return changed
        }
        if trade.carts.count > Cart.most, let oldest = trade.carts.all.min(by: { $0.updated < $1.updated }) {
            try trade.carts.change(oldest.id) { $0 = nil }
        }
        return cart
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
