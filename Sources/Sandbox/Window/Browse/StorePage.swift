import Basics

/// The store's front: all products, or those of a department, a category or a search.
struct StorePage: AdminPage {
    struct Words: Sendable {
        let order = Phrase(pt: "Ordenar por", es: "Ordenar por", en: "Sort by")
        let apply = Phrase(pt: "Ordenar", es: "Ordenar", en: "Sort")
        let all = Phrase(pt: "Tudo", es: "Todo", en: "Everything")
        let categories = Phrase(pt: "Categorias", es: "Categorías", en: "Categories")
        let none = Phrase(
            pt: "Nada encontrado. Tente outra palavra ou veja a loja toda.",
            es: "No se encontró nada. Pruebe otra palabra o vea toda la tienda.",
            en: "Nothing found. Try another word, or look at the whole store.")
        let heroText = Phrase(
            pt:
                "Escolha, encha o carrinho e feche o pedido com o cupom BEMVINDO10: ele aparece na hora na API e na administração.",
            es:
                "Elija, llene el carrito y cierre el pedido con el cupón BEMVINDO10: aparece al momento en la API y en la administración.",
            en:
                "Choose, fill the cart and check out with the coupon BEMVINDO10: the order is in the API and the admin at once."
        )
        let from = Phrase(pt: "a partir de", es: "desde", en: "from")
        let before = Phrase(pt: "antes", es: "antes", en: "before")
    }

    struct Choice: Sendable {
        let value: String
        let text: String
        let isChosen: Bool
    }

    static let template = "shop-home"
    let words = Words()
    let heading: Phrase
    let isFront: Bool
    let search: String
    let category: String
    let count: String
    let cards: [ProductCard]
    let isEmpty: Bool
    let orders: [Choice]
    let shelves: [ShopFrame.Link]
    let hasShelves: Bool

    init(_ visit: ShopVisit, _ call: Call) {
        let catalogue = visit.shop.catalogue
        search = Typed.line(call.field("q"))
        category = call.field("c").flatMap { Int($0) }.map(String.init) ?? ""
        let order = call.field("o") ?? ""
        let wanted = category
        let chosen = catalogue.categories.first { String($0.id) == wanted }
        var query = ProductQuery(text: search)
        query.order = order
        if let chosen { query.filters = [.category([chosen.id])] }
        let found = ProductSearch(shop: visit.shop, now: visit.shop.time.now()).find(query)
        cards = found.map { ProductCard($0, visit) }
        isEmpty = cards.isEmpty
        isFront = search.isEmpty && chosen == nil
        heading = Self.heading(search: search, category: chosen)
        let number = Shown.number(cards.count, visit.language)
        count =
            Phrase(pt: "\(number) produtos", es: "\(number) productos", en: "\(number) products")[visit.language]
        orders = Self.orders.map { value, text in
            Choice(value: value, text: text[visit.language], isChosen: value.lowercased() == order.lowercased())
        }
        let top = chosen.map { $0.parent ?? $0.id }
        shelves = catalogue.categories.filter { $0.parent != nil && $0.parent == top }.map { shelf in
            ShopFrame.Link(text: shelf.name, href: "\(visit.base)?c=\(shelf.id)", isHere: shelf.id == chosen?.id)
        }
        hasShelves = !shelves.isEmpty
    }

    private static func heading(search: String, category: Catalogue.Category?) -> Phrase {
        if !search.isEmpty {
            return Phrase(pt: "Busca: \(search)", es: "Búsqueda: \(search)", en: "Search: \(search)")
        }
        if let category { return Phrase(same: category.name) }
        return Phrase(pt: "Bem-vindo à Loja Demo", es: "Bienvenido a Loja Demo", en: "Welcome to Loja Demo")
    }

    private static let orders: [(String, Phrase)] = [
        ("", Phrase(pt: "Relevância", es: "Relevancia", en: "Relevance")),
        ("OrderByPriceASC", Phrase(pt: "Menor preço", es: "Menor precio", en: "Lowest price")),
        ("OrderByPriceDESC", Phrase(pt: "Maior preço", es: "Mayor precio", en: "Highest price")),
        ("OrderByNameASC", Phrase(pt: "Nome", es: "Nombre", en: "Name")),
        ("OrderByBestDiscountDESC", Phrase(pt: "Maior desconto", es: "Mayor descuento", en: "Biggest discount")),
    ]
}
