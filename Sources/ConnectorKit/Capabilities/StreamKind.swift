/// What a connection yields, as one piece of work with a progress of its own.
package enum StreamKind: String, Hashable, Sendable, CaseIterable {
    case orders
    /// With their consent to the newsletter and the cart that they left last.
    case customers
    case addresses
    /// Categories, products and SKUs.
    case catalogue
    case prices, stock
    /// And coupons.
    case promotions
}
