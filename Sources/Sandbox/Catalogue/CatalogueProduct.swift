/// What the shop shows on one page: one or more SKUs that differ in size or colour.
struct CatalogueProduct: Sendable {
    let id: Int
    let name: String
    let refID: String
    /// The last part of its address.
    let slug: String
    let brand: Catalogue.Brand
    let department: Catalogue.Category
    let category: Catalogue.Category
    let skus: [CatalogueSKU]

    /// Nil without a SKU.
    init?(skus: [CatalogueSKU]) {
        guard let first = skus.first else { return nil }
        id = first.productID
        name = first.productName
        refID = "P-\(PersonGenerator.padded(first.productID, 4))"
        slug = first.slug
        brand = Catalogue.Brand(id: first.brandID, name: first.brand)
        department = first.department
        category = first.category
        self.skus = skus
    }

    var description: String { "\(name), da linha \(category.name) da \(brand.name)." }

    /// `Variação`, by which the SKUs differ; nil when there is one.
    var variants: [String] { skus.count > 1 ? skus.map(\.name) : [] }
}
