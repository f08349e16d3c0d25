import Basics

/// How it is sent and paid, and all of it once more before the order is placed.
struct PaymentPage: AdminPage {
    struct Words: Sendable {
        let delivery = Phrase(pt: "Entrega", es: "Envío", en: "Delivery")
        let payment = Phrase(pt: "Pagamento", es: "Pago", en: "Payment")
        let update = Phrase(pt: "Atualizar o total", es: "Actualizar el total", en: "Update the total")
        let order = Phrase(pt: "Fazer o pedido", es: "Hacer el pedido", en: "Place the order")
        let noCharge = Phrase(
            pt: "Ninguém é cobrado: é um sandbox.", es: "No se cobra a nadie: es un sandbox.",
            en: "Nobody is charged: this is a sandbox.")
        let to = Phrase(pt: "Enviar para", es: "Enviar a", en: "Send to")
        let change = Phrase(pt: "Alterar", es: "Cambiar", en: "Change")
        let promotions = Phrase(pt: "Promoções aplicadas", es: "Promociones aplicadas", en: "Promotions applied")
    }

    struct Choice: Sendable {
        let id: String
        let name: String
        let note: String
        let isChosen: Bool
    }

    static let template = "shop-payment"
    let words = Words()
    let heading = ShopWords().step3
    let deliveries: [Choice]
    let payments: [Choice]
    let lines: [CartPage.Line]
    let totals: CartTotals
    let hasPromotions: Bool
    let coupon: String?
    let name: String
    let email: String
    let address: String

    init(_ visit: ShopVisit, _ cart: Cart) {
        let language = visit.language
        let quote = visit.shop.quote(cart)
        let chosen = quote.delivery(cart.policy)?.policy.id
        deliveries = quote.deliveries.map { delivery in
            let price =
                delivery.price == 0
                ? Phrase(pt: "grátis", es: "gratis", en: "free")[language]
                : Shown.money(cents: delivery.price, language)
            let days = Self.days(delivery.days)[language]
            return Choice(
                id: delivery.policy.id, name: delivery.policy.name, note: "\(days) · \(price)",
                isChosen: delivery.policy.id == chosen)
        }
        payments = PaymentChoice.allCases.map { choice in
            Choice(
                id: choice.rawValue, name: choice == .card ? Self.card[language] : choice.name,
                note: Self.note(choice)[language],
                isChosen: choice.rawValue == cart.payment ?? PaymentChoice.pix.rawValue)
        }
        lines = CartPage.lines(quote, visit)
        totals = CartTotals(quote, policy: cart.policy, language)
        hasPromotions = !totals.promotions.isEmpty
        coupon = cart.coupon
        name = cart.profile.map { "\($0.firstName) \($0.lastName)" } ?? ""
        email = cart.profile?.email ?? ""
        address =
            cart.address.map {
                "\($0.street), \($0.number) · \($0.neighborhood) · \($0.city)-\($0.state) · \($0.postalCode)"
            }
            ?? ""
    }

    private static let card = Phrase(pt: "Cartão de crédito", es: "Tarjeta de crédito", en: "Credit card")

    private static func days(_ count: Int) -> Phrase {
        count == 1
            ? Phrase(pt: "1 dia útil", es: "1 día hábil", en: "1 working day")
            : Phrase(pt: "\(count) dias úteis", es: "\(count) días hábiles", en: "\(count) working days")
    }

    private static func note(_ choice: PaymentChoice) -> Phrase {
        switch choice {
        case .pix:
            Phrase(
                pt: "fica pendente até alguém pagar", es: "queda pendiente hasta que se pague",
                en: "pending until it is paid")
        case .card: Phrase(pt: "aprovado na hora", es: "aprobada al momento", en: "approved at once")
        case .boleto:
            Phrase(
                pt: "fica pendente até alguém pagar", es: "queda pendiente hasta que se pague",
                en: "pending until it is paid")
        }
    }
}
