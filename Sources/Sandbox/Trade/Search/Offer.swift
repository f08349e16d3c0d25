import Basics

/// What a SKU is sold for in a sales channel now; nothing is one without a price, which searches do not show.
struct Offer: Sendable {
    let sku: CatalogueSKU
    /// Cents.
    let price: Int64
    let listPrice: Int64
    /// What the store would say of a stock without end.
    let available: Int

    static let endless = 10_000

    /// Nil for what cannot be shown: inactive, or without a price.
    init?(_ sku: CatalogueSKU, _ shop: Shop, salesChannel: String, at now: Instant) {
        guard sku.isActive, let price = shop.trade.prices[String(sku.id)] else { return nil }
        let (selling, list) = price.computed(table: salesChannel, quantity: 1, at: now)
        self.sku = sku
        self.price = selling
        listPrice = max(list ?? selling, selling)
        available = shop.trade.available(sku.id) ?? Self.endless
    }

    var isAvailable: Bool { available > 0 }
}
