import Basics

/// What a cart costs: prices, promotions and freight of the moment. Cents.
struct Quote: Sendable {
    struct Line: Sendable {
        let sku: CatalogueSKU
        let position: Int
        var quantity: Int
        let price: Int64
        let listPrice: Int64
        /// A unit's, after promotions.
        var sellingPrice: Int64
        var tags: [Tag] = []
        let availability: String
        var isGift = false

        var isAvailable: Bool { availability == Quote.available }

        /// For the whole line, as orders count it.
        func total(at price: Int64) -> Int64 {
            OrderLine(sku: sku, quantity: quantity, price: price, sellingPrice: price, isGift: isGift, freight: 0)
                .total(at: price)
        }

        var grams: Int { sku.weightGrams * quantity * Int(sku.multiplierThousandths) / 1000 }
    }

    /// What one promotion takes off one line; negative.
    struct Tag: Sendable {
        let promotionID: String
        let value: Int64
        let isPercentual: Bool
    }

    /// One way to send it all.
    struct Delivery: Sendable {
        let policy: ShippingPolicy
        let days: Int
        let listPrice: Int64
        let price: Int64
    }

    static let available = "available"

    var lines: [Line] = []
    /// Positions of what the catalogue does not know.
    var unknown: [Int] = []
    /// None without a postal code, or where no carrier goes.
    var deliveries: [Delivery] = []
    var promotions: [Promotion] = []
    /// The coupon, if it is there and may be used.
    var coupon: Coupon?
    var isCouponRefused = false

    /// Of the lines that can be had.
    private var sold: [Line] { lines.filter(\.isAvailable) }
    var items: Int64 { sold.reduce(0) { $0 + $1.total(at: $1.price) } }
    /// Not positive.
    var discounts: Int64 { sold.reduce(0) { $0 + $1.total(at: $1.sellingPrice) } - items }

    func delivery(_ policy: String) -> Delivery? { deliveries.first { $0.policy.id == policy } ?? deliveries.first }

    func value(_ policy: String) -> Int64 { items + discounts + (delivery(policy)?.price ?? 0) }

    /// What each line bears of a freight: by weight, what is left over by the first.
    func freight(_ price: Int64) -> [Int64] {
        let grams = Int64(max(1, sold.reduce(0) { $0 + $1.grams }))
        var shares = lines.map { $0.isAvailable ? price * Int64($0.grams) / grams : 0 }
        if let first = lines.firstIndex(where: \.isAvailable) { shares[first] += price - shares.reduce(0, +) }
        return shares
    }
}
