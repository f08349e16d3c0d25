import Basics

/// The cart of this browser.
struct CartPage: AdminPage {
    struct Words: Sendable {
        let empty = Phrase(
            pt: "O carrinho está vazio.", es: "El carrito está vacío.", en: "The cart is empty.")
        let update = Phrase(pt: "Atualizar", es: "Actualizar", en: "Update")
        let remove = Phrase(pt: "Remover", es: "Quitar", en: "Remove")
        let apply = Phrase(pt: "Aplicar", es: "Aplicar", en: "Apply")
        let couponHint = Phrase(
            pt: "Nesta loja valem BEMVINDO10 (primeira compra), VOLTE15 e FRETEGRATIS.",
            es: "En esta tienda valen BEMVINDO10 (primera compra), VOLTE15 y FRETEGRATIS.",
            en: "This store takes BEMVINDO10 (first purchase), VOLTE15 and FRETEGRATIS.")
        let checkout = Phrase(pt: "Fechar pedido", es: "Finalizar compra", en: "Check out")
        let leave = Phrase(
            pt: "Sair e deixar o carrinho para trás", es: "Salir y dejar el carrito atrás",
            en: "Leave, and leave the cart behind")
        let leaveHint = Phrase(
            pt: "Para testar a recuperação de carrinhos: depois de dizer quem é, saia daqui.",
            es: "Para probar la recuperación de carritos: después de decir quién es, salga de aquí.",
            en: "To try the recovery of carts: say who you are at checkout, then leave from here.")
        let promotions = Phrase(pt: "Promoções aplicadas", es: "Promociones aplicadas", en: "Promotions applied")
        let each = Phrase(pt: "cada", es: "cada uno", en: "each")
        let gone = Phrase(pt: "Indisponível", es: "No disponible", en: "Unavailable")
        let gift = Phrase(pt: "Brinde", es: "Regalo", en: "Gift")
        let later = Phrase(
            pt: "O frete aparece depois do endereço.", es: "El envío aparece después de la dirección.",
            en: "Delivery is added once the address is known.")
        let known = Phrase(pt: "Carrinho de", es: "Carrito de", en: "Cart of")
    }

    struct Line: Sendable {
        let sku: Int
        let name: String
        let href: String
        let picture: String
        let quantity: Int
        let price: String
        let total: String
        let isGone: Bool
        let isGift: Bool
    }

    static let template = "shop-cart"
    let words = Words()
    let heading = ShopWords().cart
    let lines: [Line]
    let isEmpty: Bool
    let coupon: String?
    let totals: CartTotals
    let hasPromotions: Bool
    let email: String?

    init(_ visit: ShopVisit) {
        let cart = visit.cart
        let quote = cart.map(visit.shop.quote) ?? Quote()
        lines = Self.lines(quote, visit)
        isEmpty = lines.isEmpty
        coupon = cart?.coupon
        totals = CartTotals(quote, policy: nil, visit.language)
        hasPromotions = !totals.promotions.isEmpty
        email = cart?.profile?.email
    }

    static func lines(_ quote: Quote, _ visit: ShopVisit) -> [Line] {
        quote.lines.map { line in
            Line(
                sku: line.sku.id, name: line.sku.fullName, href: "\(visit.base)/p/\(line.sku.slug)",
                picture: "/shop/picture/\(line.sku.category.id)-\(line.sku.productID).svg", quantity: line.quantity,
                price: Shown.money(cents: line.sellingPrice, visit.language),
                total: Shown.money(cents: line.total(at: line.sellingPrice), visit.language),
                isGone: !line.isAvailable, isGift: line.isGift)
        }
    }
}
