import Basics

/// Applies the promotions that hold to a quote: all cumulative ones, and the best of the others.
///
/// Regular promotions with a percentage, an amount, gifts or cheaper freight; the other types stay in the catalogue of
/// promotions and change no price. Source: facts on VTEX §8.
struct Benefits {
    let quoting: Quoting
    let coupon: Coupon?

    /// Off the cheapest way to send, or off all of them.
    struct FreightDiscount: Sendable {
        var percent: Int64 = 0
        var isForAll = false
    }

    private struct Grant {
        let promotion: Promotion
        /// Off a unit of each line.
        var units: [Int64]
        var isPercentual = false
        var shippingPercent: Int64 = 0
        var gifts: [CatalogueSKU] = []

        func worth(_ quote: Quote) -> Int64 {
            zip(quote.lines, units).reduce(0) { $0 + $1.0.total(at: $1.1) } + shippingPercent + Int64(gifts.count)
        }
    }

    /// - Returns: What is off the freight.
    func apply(to quote: inout Quote) -> FreightDiscount {
        let now = quoting.shop.time.now()
        let grants = quoting.shop.trade.promotions.all.filter { $0.holds(at: now) }.compactMap { grant($0, quote) }
        let single = grants.filter { !$0.promotion.flag("cumulative") }
        let best = single.max { $0.worth(quote) < $1.worth(quote) }
        var shipping = FreightDiscount()
        for grant in grants where grant.promotion.flag("cumulative") || grant.promotion.id == best?.promotion.id {
            take(grant, &quote)
            shipping.percent = min(100, max(shipping.percent, grant.shippingPercent))
            if grant.shippingPercent > 0, grant.promotion.flag("applyToAllShippings") { shipping.isForAll = true }
        }
        return shipping
    }

    private func take(_ grant: Grant, _ quote: inout Quote) {
        quote.promotions.append(grant.promotion)
        for position in quote.lines.indices {
            let before = quote.lines[position].total(at: quote.lines[position].sellingPrice)
            quote.lines[position].sellingPrice = max(0, quote.lines[position].sellingPrice - grant.units[position])
            let value = quote.lines[position].total(at: quote.lines[position].sellingPrice) - before
            guard value < 0 else { continue }
            quote.lines[position].tags.append(
                Quote.Tag(promotionID: grant.promotion.id, value: value, isPercentual: grant.isPercentual))
        }
        for sku in grant.gifts {
            quote.lines.append(
                Quote.Line(
                    sku: sku, position: quote.lines.count, quantity: 1, price: sku.price, listPrice: sku.price,
                    sellingPrice: 0,
                    tags: [Quote.Tag(promotionID: grant.promotion.id, value: -sku.price, isPercentual: true)],
                    availability: Quote.available, isGift: true))
        }
    }

    /// Nil when the promotion does not hold for this cart, or gives nothing.
    private func grant(_ promotion: Promotion, _ quote: Quote) -> Grant? {
        guard promotion.type == "regular" || promotion.type == "buyAndWin", isMeant(promotion) else { return nil }
        let inScope = quote.lines.map { $0.isAvailable && fits($0.sku, promotion) }
        let total = zip(quote.lines, inScope).reduce(Int64(0)) { $0 + ($1.1 ? $1.0.total(at: $1.0.price) : 0) }
        guard total > 0, total >= promotion.hundredths("totalValueFloor") else { return nil }
        let ceiling = promotion.hundredths("totalValueCeling")
        guard ceiling == 0 || total <= ceiling else { return nil }
        var grant = Grant(promotion: promotion, units: quote.lines.map { _ in 0 })
        grant.shippingPercent = promotion.hundredths("percentualShippingDiscountValue") / 100
        grant.isPercentual = promotion.hundredths("percentualDiscountValue") > 0
        for (position, line) in quote.lines.enumerated() where inScope[position] {
            grant.units[position] = unit(promotion, line, total: total)
        }
        limit(&grant, quote)
        grant.gifts = gifts(promotion)
        return grant.worth(quote) > 0 ? grant : nil
    }

    private func unit(_ promotion: Promotion, _ line: Quote.Line, total: Int64) -> Int64 {
        let percent = promotion.hundredths("percentualDiscountValue")
        if percent > 0 { return line.price * min(percent, 10_000) / 10_000 }
        let nominal = promotion.hundredths("nominalDiscountValue")
        guard nominal > 0 else { return 0 }
        if promotion.document["nominalDiscountType"]?.text == "item" { return min(nominal, line.price) }
        return min(line.price, min(nominal, total) * line.price / total)
    }

    /// `maxNumberOfAffectedItems`: a line of more units gets the share of those that count.
    private func limit(_ grant: inout Grant, _ quote: Quote) {
        var left = Int(grant.promotion.hundredths("maxNumberOfAffectedItems") / 100)
        guard left > 0 else { return }
        for (position, line) in quote.lines.enumerated() where grant.units[position] > 0 {
            let affected = min(left, line.quantity)
            grant.units[position] = grant.units[position] * Int64(affected) / Int64(line.quantity)
            left -= affected
        }
    }

    /// The shopper's side: utm values, coupon, sales channel, payment, first purchase.
    private func isMeant(_ promotion: Promotion) -> Bool {
        if !promotion.utmSource.isEmpty, promotion.utmSource != coupon?.utmSource { return false }
        if !promotion.utmCampaign.isEmpty, promotion.utmCampaign != coupon?.utmCampaign { return false }
        let channels = promotion.ids("idsSalesChannel")
        if !channels.isEmpty,
            channels.contains(quoting.salesChannel) == promotion.flag("areSalesChannelIdsExclusive")
        {
            return false
        }
        let payments = promotion.ids("paymentsMethods")
        if !payments.isEmpty, !payments.contains(quoting.payment ?? "") { return false }
        if promotion.flag("isFirstBuy"), let shopper = quoting.shopper,
            quoting.shop.trade.purchases.all.contains(where: { $0.userID == shopper.userID })
        {
            return false
        }
        return true
    }

    private func fits(_ sku: CatalogueSKU, _ promotion: Promotion) -> Bool {
        func passes(_ list: String, _ flag: String, _ ids: [Int]) -> Bool {
            let listed = promotion.ids(list)
            guard !listed.isEmpty else { return true }
            return ids.contains { listed.contains(String($0)) } == promotion.flag(flag, default: true)
        }
        return passes("skus", "skusAreInclusive", [sku.id])
            && passes("products", "productsAreInclusive", [sku.productID])
            && passes("categories", "categoriesAreInclusive", [sku.category.id, sku.department.id])
            && passes("brands", "brandsAreInclusive", [sku.brandID])
    }

    private func gifts(_ promotion: Promotion) -> [CatalogueSKU] {
        let gift = promotion.document["skusGift"]
        let count = Int(gift?["quantitySelectable"]?.whole ?? 0)
        guard count > 0 else { return [] }
        let ids = gift?["gifts"]?.elements.compactMap { $0.text ?? $0["id"]?.text } ?? []
        return ids.prefix(count).compactMap { Int($0).flatMap(quoting.shop.catalogue.sku) }
    }
}
