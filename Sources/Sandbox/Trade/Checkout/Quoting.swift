import Basics

/// Works out what a cart costs now.
struct Quoting {
    let shop: Shop
    var salesChannel = "1"
    var coupon: String?
    var postalCode: String?
    /// A payment system's id; some promotions ask for one.
    var payment: String?
    /// Nil is nobody known, who counts as buying for the first time.
    var shopper: Shopper?

    func quote(_ wanted: [Cart.Line]) -> Quote {
        var quote = Quote()
        for (position, line) in wanted.enumerated() {
            guard let sku = shop.catalogue.sku(line.sku) else {
                quote.unknown.append(position)
                continue
            }
            quote.lines.append(self.line(sku, line.quantity, at: position))
        }
        if let code = coupon {
            let found = shop.trade.coupons[Coupon.id(code)]
            quote.coupon = found?.isUsable == true ? found : nil
            quote.isCouponRefused = quote.coupon == nil
        }
        let shippingDiscount = Benefits(quoting: self, coupon: quote.coupon).apply(to: &quote)
        quote.deliveries = deliveries(quote, discount: shippingDiscount)
        return quote
    }

    private func line(_ sku: CatalogueSKU, _ quantity: Int, at position: Int) -> Quote.Line {
        let now = shop.time.now()
        let price = shop.trade.prices[String(sku.id)]?.computed(table: salesChannel, quantity: quantity, at: now)
        let stock = shop.trade.available(sku.id)
        let availability =
            !sku.isActive
            ? "cannotBeDelivered"
            : price == nil ? "withoutPrice" : stock.map { $0 < quantity } ?? false ? "withoutStock" : Quote.available
        let selling = price?.selling ?? 0
        return Quote.Line(
            sku: sku, position: position, quantity: quantity, price: selling,
            listPrice: max(price?.list ?? selling, selling), sellingPrice: selling, availability: availability)
    }

    private func deliveries(_ quote: Quote, discount: Benefits.FreightDiscount) -> [Quote.Delivery] {
        guard let region = postalCode.flatMap(ShippingPolicy.region) else { return [] }
        let grams = quote.lines.filter(\.isAvailable).reduce(0) { $0 + $1.grams }
        guard grams > 0 else { return [] }
        let cheapest = ShippingPolicy.all.filter { !$0.isPickup }.min {
            $0.price(grams: grams, region) < $1.price(grams: grams, region)
        }
        return ShippingPolicy.all.map { policy in
            let price = policy.price(grams: grams, region)
            let percent = discount.isForAll || policy.id == cheapest?.id ? discount.percent : 0
            return Quote.Delivery(
                policy: policy, days: policy.days(region), listPrice: price, price: price - price * percent / 100)
        }
    }
}
