import Basics

/// A product as the store shows it: with what can be bought of it.
struct ShownProduct: Sendable {
    let product: CatalogueProduct
    let offers: [Offer]

    /// Nil when there is nothing to show.
    init?(_ product: CatalogueProduct, _ shop: Shop, salesChannel: String, at now: Instant) {
        self.product = product
        offers = product.skus.compactMap { Offer($0, shop, salesChannel: salesChannel, at: now) }
        if offers.isEmpty { return nil }
    }

    /// The lowest price of what there is.
    var price: Int64 { (offers.filter(\.isAvailable).map(\.price).min() ?? offers.map(\.price).min()) ?? 0 }
    var listPrice: Int64 { offers.map(\.listPrice).max() ?? 0 }
    var isAvailable: Bool { offers.contains(where: \.isAvailable) }
}
