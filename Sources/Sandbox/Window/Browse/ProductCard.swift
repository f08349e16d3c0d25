import Basics

/// A product as lists show it.
struct ProductCard: Sendable {
    let name: String
    let category: String
    let href: String
    let picture: String
    let price: String
    /// The price before, struck through; nil without a discount.
    let before: String?
    let isSoldOut: Bool
    /// Whether its SKUs cost differently.
    let isFrom: Bool

    init(_ shown: ShownProduct, _ visit: ShopVisit) {
        name = shown.product.name
        category = shown.product.category.name
        href = "\(visit.base)/p/\(shown.product.slug)"
        picture = ProductPicture.address(shown.product)
        price = Shown.money(cents: shown.price, visit.language)
        before = shown.listPrice > shown.price ? Shown.money(cents: shown.listPrice, visit.language) : nil
        isSoldOut = !shown.isAvailable
        isFrom = Set(shown.offers.map(\.price)).count > 1
    }
}
