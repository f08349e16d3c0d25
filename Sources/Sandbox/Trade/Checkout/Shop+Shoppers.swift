import Basics

extension Shop {
    /// Changes a cart of the shop window, and what is known of whose it is.
    ///
    /// - Throws: What `body` throws; `SandboxError.stateNotWritten`.
    func change(cart id: String, step: Shopper.Step, _ body: (inout Cart) throws -> Void) throws -> Cart {
        let cart = try keep(cart: Cart(id: id, at: time.now()), body)
        try remember(cart, step: step)
        return cart
    }

    /// Writes a cart to its shopper, once they said who they are: the last one only, as VTEX does.
    private func remember(_ cart: Cart, step: Shopper.Step) throws {
        guard let profile = cart.profile else { return }
        let value = quote(cart).value(cart.policy)
        let now = time.now()
        var newsletter: Bool?
        let known = trade.shoppers[Shopper.id(profile.email)] ?? newShopper(email: profile.email)
        let filed = try trade.shoppers.change(Shopper.id(profile.email)) { shopper in
            var changed = shopper ?? known
            if cart.wantsNewsletter, !changed.wantsNewsletter { newsletter = true }
            changed.profile = profile
            changed.address = cart.address ?? changed.address
            changed.wantsNewsletter = changed.wantsNewsletter || cart.wantsNewsletter
            changed.lastCart =
                cart.lines.isEmpty
                ? nil
                : Shopper.LastCart(
                    lines: cart.lines, value: value, session: cart.id, sessionDate: now, step: step)
            changed.updated = now
            shopper = changed
            return changed
        }
        try file(filed, newsletter: newsletter)
    }

    /// Puts somebody on the newsletter's list, or takes them off; a stranger was never on it.
    func subscribe(_ email: String, _ wants: Bool) throws {
        let now = time.now()
        let shopper = trade.shoppers[Shopper.id(email)]
        guard wants || shopper != nil || client(email: email) != nil else { return }
        let known = shopper ?? newShopper(email: email)
        let filed = try trade.shoppers.change(Shopper.id(email)) { shopper in
            var changed = shopper ?? known
            if changed.wantsNewsletter != wants {
                changed.wantsNewsletter = wants
                changed.updated = now
            }
            shopper = changed
            return changed
        }
        // Said again, it counts again: somebody else may have taken them off in the meantime.
        try file(filed, newsletter: wants)
    }
}
