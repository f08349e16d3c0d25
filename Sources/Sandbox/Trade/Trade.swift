import Basics

/// What a shop sells by and what its shoppers do: everything that changes besides its orders, keys and roles.
struct Trade: Sendable {
    let prices: Kept<SKUPrice>
    let coupons: Kept<Coupon>
    let promotions: Kept<Promotion>
    let stock: Kept<StockBalance>
    let affiliates: Kept<Affiliate>
    let carts: Kept<Cart>
    /// Orders that were made in the shop window, by number.
    let purchases: Kept<Purchase>
    /// Who bought, left a cart or subscribed in the shop window, by e-mail.
    let shoppers: Kept<Shopper>

    /// - Parameter kept: What an earlier run left.
    /// - Throws: When a line of an earlier run does not fit.
    init(catalogue: Catalogue, opened: Instant, kept: KeptStore?, journal: StateJournal?) throws {
        prices = try Kept(start: SKUPrice.start(catalogue), store: kept, journal: journal)
        coupons = try Kept(start: Coupon.start(opened: opened), store: kept, journal: journal)
        promotions = try Kept(start: PromotionDefaults.start(opened: opened), store: kept, journal: journal)
        stock = try Kept(start: StockBalance.start(catalogue), store: kept, journal: journal)
        affiliates = try Kept(start: Affiliate.start, store: kept, journal: journal)
        carts = try Kept(store: kept, journal: journal)
        purchases = try Kept(store: kept, journal: journal)
        shoppers = try Kept(store: kept, journal: journal)
    }

    /// In each warehouse, the central one first.
    func balances(of sku: Int) -> [StockBalance] {
        Warehouse.all.compactMap { stock[StockBalance.id(sku, $0.id)] }
    }

    /// Nil is without end.
    func available(_ sku: Int) -> Int? {
        let balances = balances(of: sku)
        return balances.contains(where: \.isUnlimited) ? nil : balances.reduce(0) { $0 + $1.available }
    }

    /// As at the start.
    func reset() {
        prices.reset()
        coupons.reset()
        promotions.reset()
        stock.reset()
        affiliates.reset()
        carts.reset()
        purchases.reset()
        shoppers.reset()
    }
}
