import Basics

/// One product: what it looks like, costs, and comes in.
struct ProductPage: AdminPage {
    struct Words: Sendable {
        let add = Phrase(pt: "Adicionar ao carrinho", es: "Añadir al carrito", en: "Add to cart")
        let variants = Phrase(pt: "Variação", es: "Variación", en: "Variant")
        let brand = Phrase(pt: "Marca", es: "Marca", en: "Brand")
        let reference = Phrase(pt: "Referência", es: "Referencia", en: "Reference")
        let code = Phrase(same: "SKU")
        let ean = Phrase(same: "EAN")
        let before = Phrase(pt: "antes", es: "antes", en: "before")
        let details = Phrase(pt: "Ficha", es: "Ficha", en: "Details")
        let place = Phrase(pt: "Você está em", es: "Usted está en", en: "You are in")
    }

    struct Variant: Sendable {
        let sku: Int
        let name: String
        let price: String
        let note: String?
        let isChosen: Bool
        let isSoldOut: Bool
        let reference: String
        let ean: String
    }

    static let template = "shop-product"
    let words = Words()
    let heading: Phrase
    let description: String
    let brand: String
    let departmentName: String
    let departmentLink: String
    let categoryName: String
    let categoryLink: String
    let picture: String
    let price: String
    let before: String?
    let installments: String
    let unit: String?
    let variants: [Variant]
    let isChoice: Bool
    let isSoldOut: Bool

    init(_ visit: ShopVisit, _ shown: ShownProduct) {
        let product = shown.product
        let language = visit.language
        heading = Phrase(same: product.name)
        description = product.description
        brand = product.brand.name
        departmentName = product.department.name
        departmentLink = "\(visit.base)?c=\(product.department.id)"
        categoryName = product.category.name
        categoryLink = "\(visit.base)?c=\(product.category.id)"
        picture = ProductPicture.address(product)
        price = Shown.money(cents: shown.price, language)
        before = shown.listPrice > shown.price ? Shown.money(cents: shown.listPrice, language) : nil
        let most = max(1, min(10, shown.price / 2000))
        let part = Shown.money(cents: shown.price / most, language)
        installments =
            Phrase(pt: "em até \(most)× de \(part)", es: "hasta \(most)× de \(part)", en: "in up to \(most)× \(part)")[
                language]
        unit = shown.offers.first.flatMap { Self.unit($0.sku, language) }
        let first = shown.offers.first(where: \.isAvailable)?.sku.id
        variants = shown.offers.map { offer in
            Variant(
                sku: offer.sku.id, name: offer.sku.name, price: Shown.money(cents: offer.price, language),
                note: Self.note(offer, language), isChosen: offer.sku.id == first, isSoldOut: !offer.isAvailable,
                reference: offer.sku.refID, ean: offer.sku.ean ?? "—")
        }
        isChoice = variants.count > 1
        isSoldOut = !shown.isAvailable
    }

    /// What is sold by the box or by weight.
    private static func unit(_ sku: CatalogueSKU, _ language: Language) -> String? {
        guard sku.multiplierThousandths != 1000 else { return nil }
        let amount = OrderWriter.decimal(sku.multiplierThousandths, places: 3)
        let text = language == .english ? amount : amount.replacing(".", with: ",")
        return Phrase(
            pt: "Preço por \(sku.measurementUnit); cada unidade tem \(text) \(sku.measurementUnit).",
            es: "Precio por \(sku.measurementUnit); cada unidad tiene \(text) \(sku.measurementUnit).",
            en: "Price for one \(sku.measurementUnit); each unit has \(text) \(sku.measurementUnit).")[language]
    }

    private static func note(_ offer: Offer, _ language: Language) -> String? {
        if !offer.isAvailable { return Phrase(pt: "esgotado", es: "agotado", en: "sold out")[language] }
        guard offer.available <= 10 else { return nil }
        let count = offer.available
        return Phrase(pt: "só \(count) em estoque", es: "solo \(count) en existencia", en: "only \(count) left")[
            language]
    }
}
