import Basics

/// One thing that can be bought.
struct CatalogueSKU: Sendable {
    var id: Int
    var productID: Int
    var name: String
    var productName: String
    var refID: String
    /// Nil for one in eight: real shops lack many.
    var ean: String?
    var brand: String
    var brandID: Int
    var department: Catalogue.Category
    var category: Catalogue.Category
    /// Cents.
    var price: Int64
    var listPrice: Int64
    var measurementUnit: String
    /// 1000 is one unit; a box of tiles is 1440.
    var multiplierThousandths: Int64
    var weightGrams: Int
    var slug: String
    /// One in thirty is not sold any more.
    var isActive = true
    /// Its place among the product's, from 1.
    var position = 1

    /// As orders, carts and searches call it.
    var fullName: String { name == productName ? name : "\(productName) \(name)" }
}

/// What the shop sells: small, and made whole at the start.
struct Catalogue: Sendable {
    struct Category: Sendable {
        let id: Int
        let name: String
        let parent: Int?
    }

    struct Brand: Sendable {
        let id: Int
        let name: String
    }

    let categories: [Category]
    let brands: [Brand]
    let skus: [CatalogueSKU]
    let products: [CatalogueProduct]

    func product(_ id: Int) -> CatalogueProduct? {
        products.indices.contains(id - 1) ? products[id - 1] : nil
    }

    func sku(_ id: Int) -> CatalogueSKU? {
        let position = id - Catalogue.firstSKU
        return skus.indices.contains(position) ? skus[position] : nil
    }

    static let firstSKU = 101

    init(seed: UInt64) {
        var categories: [Category] = []
        var brands: [Brand] = []
        var skus: [CatalogueSKU] = []
        for (position, name) in CatalogueWords.brands.enumerated() {
            brands.append(Brand(id: 2_000_001 + position, name: name))
        }
        var product = 1
        for department in CatalogueWords.departments {
            let top = Category(id: categories.count + 1, name: department.name, parent: nil)
            categories.append(top)
            for shelf in department.shelves {
                let category = Category(id: categories.count + 1, name: shelf.name, parent: top.id)
                categories.append(category)
                for noun in shelf.nouns {
                    skus += Catalogue.product(
                        product, noun: noun, shelf: shelf, department: top, category: category, brands: brands,
                        firstSKU: Catalogue.firstSKU + skus.count, seed: seed)
                    product += 1
                }
            }
        }
        self.categories = categories
        self.brands = brands
        self.skus = skus
        let byProduct = Dictionary(grouping: skus, by: \.productID)
        products = byProduct.keys.sorted().compactMap { byProduct[$0].flatMap(CatalogueProduct.init) }
    }

    private static func product(
        _ id: Int, noun: String, shelf: CatalogueWords.Shelf, department: Category, category: Category,
        brands: [Brand], firstSKU: Int, seed: UInt64
    ) -> [CatalogueSKU] {
        var dice = Dice(seed: seed, number: Int64(id), purpose: 3)
        let brand = dice.pick(brands)
        let price = dice.between(shelf.lowest, shelf.highest) / 10 * 10 - 1
        let variants = shelf.variants.isEmpty ? [""] : shelf.variants
        let productName = "\(noun) \(brand.name)"
        return variants.enumerated().map { position, variant in
            let sku = firstSKU + position
            var fate = Dice(seed: seed, number: Int64(sku), purpose: 4)
            return CatalogueSKU(
                id: sku, productID: id, name: variant.isEmpty ? productName : variant, productName: productName,
                refID: "REF-\(PersonGenerator.padded(id, 4))-\(position + 1)",
                ean: dice.chance(percent: 88) ? ean(&dice) : nil, brand: brand.name, brandID: brand.id,
                department: department, category: category, price: price,
                listPrice: dice.chance(percent: 40) ? price + price / 5 : price,
                measurementUnit: shelf.unit, multiplierThousandths: shelf.multiplierThousandths,
                weightGrams: Int(dice.between(80, 9000)),
                slug: CatalogueWords.slug(productName) + "-\(id)", isActive: !fate.chance(percent: 3),
                position: position + 1)
        }
    }

    /// Thirteen digits, Brazil's prefix, right check digit.
    private static func ean(_ dice: inout Dice) -> String {
        var digits = [7, 8, 9] + (0..<9).map { _ in dice.below(10) }
        let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 1 : 3) }
        digits.append((10 - sum % 10) % 10)
        return digits.map(String.init).joined()
    }
}
