import Basics
import Synchronization

extension Shop {
    /// Why a cart cannot become an order.
    enum BuyingProblem: Error {
        /// The cart is empty or bought already, or the shopper has not told enough yet.
        case unfinished
        /// Something in it cannot be had any more, or not be sent there.
        case unavailable
        case couponUsedUp
    }

    /// Makes an order of a cart: like any other of the shop, it is listed, fed and moved on.
    ///
    /// - Throws: `BuyingProblem`; `SandboxError.stateNotWritten`.
    func buy(cart id: String) throws -> OrderState {
        guard let cart = trade.carts[id], cart.orderID == nil, !cart.lines.isEmpty, let profile = cart.profile,
            let address = cart.address, let payment = cart.payment
        else { throw BuyingProblem.unfinished }
        let quote = quote(cart)
        guard quote.unknown.isEmpty, quote.lines.allSatisfy(\.isAvailable), let delivery = quote.delivery(cart.policy)
        else { throw BuyingProblem.unavailable }
        guard !quote.isCouponRefused else { throw BuyingProblem.couponUsedUp }
        let userID =
            trade.shoppers[Shopper.id(profile.email)]?.userID ?? Hexadecimal.uuid(OlistOrders.hash(profile.email), seed)
        let status: OrderStatus? = payment == PaymentChoice.card.rawValue ? .paymentApproved : nil
        let freight = quote.freight(delivery.price)
        // An order tells of one: the one that made its items cheaper.
        let tagged = quote.lines.flatMap(\.tags).first?.promotionID
        let promotion = quote.promotions.first { $0.id == tagged } ?? quote.promotions.first
        let state = try placeOrder(status: status) { [self] number, now in
            let purchase = Purchase(
                number: number, cart: cart.id, userID: userID, profile: profile, address: address,
                wantsNewsletter: cart.wantsNewsletter,
                lines: quote.lines.enumerated().map { position, line in
                    Purchase.Line(
                        sku: line.sku.id, quantity: line.quantity, price: line.price,
                        sellingPrice: line.sellingPrice, isGift: line.isGift, freight: freight[position])
                }, policy: delivery.policy.id, days: delivery.days, payment: payment, coupon: quote.coupon?.code,
                utmSource: quote.coupon?.utmSource, utmCampaign: quote.coupon?.utmCampaign,
                promotionID: promotion?.id, promotionName: promotion?.name)
            let order = purchase.blueprint(content.generator)
            try spend(quote.coupon, userID, order.orderID, at: now)
            try trade.purchases.put(purchase)
            return OrderState(
                number: number, source: .bought, created: now, value: order.value, units: order.units,
                isMarketplace: false)
        }
        try reserve(quote)
        let orderID = content.blueprint(of: state).orderID
        _ = try change(cart: id, step: .finished) { $0.orderID = orderID }
        return state
    }

    /// A coupon is used up when the order is made, whatever becomes of it.
    private func spend(_ coupon: Coupon?, _ userID: String, _ orderID: String, at now: Instant) throws {
        guard let coupon else { return }
        try trade.coupons.change(coupon.keptID) { coupon in
            guard coupon?.isUsable == true else { throw BuyingProblem.couponUsedUp }
            coupon?.uses.append(Coupon.Use(profileID: userID, orderID: orderID, at: now))
        }
    }

    /// Holds back what was sold: the central warehouse's first.
    private func reserve(_ quote: Quote) throws {
        for line in quote.lines {
            var left = line.quantity
            for balance in trade.balances(of: line.sku.id) where left > 0 {
                left -= try trade.stock.change(balance.keptID) { balance in
                    guard let found = balance else { return 0 }
                    let taken = found.isUnlimited ? left : min(left, found.available)
                    balance?.reserved += taken
                    return taken
                }
            }
        }
    }
}
