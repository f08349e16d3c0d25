import Basics
import Foundation

/// Finds products as the store shows them: active ones with a price.
struct ProductSearch {
    let shop: Shop
    let now: Instant

    /// All that fit, in the order that was asked for.
    func find(_ query: ProductQuery) -> [ShownProduct] {
        let found = shop.catalogue.products.compactMap { product -> ShownProduct? in
            guard let shown = ShownProduct(product, shop, salesChannel: query.salesChannel, at: now),
                fits(shown, query)
            else { return nil }
            return shown
        }
        switch query.order.lowercased() {
        case "orderbypricedesc": return found.sorted { $0.price > $1.price }
        case "orderbypriceasc": return found.sorted { $0.price < $1.price }
        case "orderbynameasc": return found.sorted { $0.product.name < $1.product.name }
        case "orderbynamedesc": return found.sorted { $0.product.name > $1.product.name }
        case "orderbyreleasedatedesc": return found.reversed()
        case "orderbybestdiscountdesc":
            return found.sorted { $0.listPrice - $0.price > $1.listPrice - $1.price }
        default: return found
        }
    }

    func product(slug: String) -> ShownProduct? {
        let wanted = slug.lowercased()
        return shop.catalogue.products.first { $0.slug == wanted }
            .flatMap { ShownProduct($0, shop, salesChannel: "1", at: now) }
    }

    private func fits(_ shown: ShownProduct, _ query: ProductQuery) -> Bool {
        if let text = query.text, !text.isEmpty, !hasWords(of: text, shown.product) { return false }
        // Filters of one kind are alternatives, those of different kinds narrow.
        let kinds = Dictionary(grouping: query.filters, by: Self.kind)
        return kinds.values.allSatisfy { filters in filters.contains { fits(shown, $0) } }
    }

    private static func kind(_ filter: ProductQuery.Filter) -> Int {
        switch filter {
        case .category: 0
        case .brand: 1
        case .product: 2
        case .sku: 3
        case .reference: 4
        case .ean: 5
        case .price: 6
        case .available: 7
        case .seller: 8
        case .none: 9
        }
    }

    private func fits(_ shown: ShownProduct, _ filter: ProductQuery.Filter) -> Bool {
        let product = shown.product
        switch filter {
        case .category(let path): return Set(path).isSubset(of: [product.department.id, product.category.id])
        case .brand(let id): return product.brand.id == id
        case .product(let id): return product.id == id
        case .sku(let id): return shown.offers.contains { $0.sku.id == id }
        case .reference(let text):
            return product.refID.lowercased() == text || shown.offers.contains { $0.sku.refID.lowercased() == text }
        case .ean(let text): return shown.offers.contains { $0.sku.ean == text }
        case .price(let range): return range.contains(shown.price)
        case .available: return shown.isAvailable
        case .seller(let id): return id == "1"
        case .none: return false
        }
    }

    /// Each word stands somewhere, accents and case aside.
    private func hasWords(of text: String, _ product: CatalogueProduct) -> Bool {
        let place = Self.folded(
            "\(product.name) \(product.brand.name) \(product.category.name) \(product.department.name) "
                + product.skus.map { "\($0.id) \($0.refID) \($0.ean ?? "")" }.joined(separator: " "))
        return Self.folded(text).split(separator: " ").allSatisfy { place.contains($0) }
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
