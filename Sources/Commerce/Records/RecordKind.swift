/// A kind of record besides orders. The raw value is what the database, the log, the API and the screens' addresses say.
package enum RecordKind: String, Hashable, Sendable, CaseIterable {
    case customer, address
    /// Somebody's consent to the newsletter, on or off.
    case subscriber
    /// The last cart that somebody left.
    case cart
    case category, product, sku, price, stock, promotion, coupon

    /// Whether records of this kind name one of the other as their `parent`.
    package func belongs(to other: RecordKind) -> Bool {
        switch (self, other) {
        case (.address, .customer), (.subscriber, .customer), (.cart, .customer), (.category, .category),
            (.sku, .product), (.price, .sku), (.stock, .sku):
            true
        default: false
        }
    }

    /// Whether each version is kept, because the platform keeps the last one only: snapshots of carts, consents.
    package var keepsHistory: Bool { self == .cart || self == .subscriber }
}
