import Basics

/// One order: what happened to it, what can happen next, and the JSON that the API would answer.
struct OrderScreenPage: AdminPage {
    struct Words: Sendable {
        let customer = Phrase(pt: "Cliente", es: "Cliente", en: "Customer")
        let value = Phrase(pt: "Valor", es: "Importe", en: "Total")
        let marketplace = Phrase(same: "Marketplace")
        let payment = Phrase(pt: "Pagamento", es: "Pago", en: "Payment")
        let moveOn = Phrase(pt: "Mover o pedido", es: "Mover el pedido", en: "Move the order")
        let end = Phrase(
            pt: "Este pedido já chegou ao fim do caminho.", es: "Este pedido ya llegó al final del camino.",
            en: "This order is at the end of its road.")
        let dates = Phrase(pt: "Linha do tempo", es: "Línea de tiempo", en: "Timeline")
        let lines = Phrase(pt: "Itens", es: "Ítems", en: "Items")
        let json = Phrase(
            pt: "JSON que a API responde", es: "JSON que responde la API", en: "JSON that the API answers")
        let address = Phrase(pt: "Endereço na API", es: "Dirección en la API", en: "Address in the API")
        let back = Phrase(pt: "Todos os pedidos", es: "Todos los pedidos", en: "All orders")
    }

    struct Button: Sendable {
        let key: String
        let text: String
        let isMain: Bool
    }

    struct Moment: Sendable {
        let event: String
        let date: String
    }

    struct Line: Sendable {
        let quantity: String
        let product: String
        let price: String
    }

    static let template = "order"
    let words = Words()
    let heading: Phrase
    let action: String
    let status: String
    let tone: String
    let customer: String
    let value: String
    let marketplace: String?
    let payments: String
    let buttons: [Button]
    let isAtEnd: Bool
    let moments: [Moment]
    let lines: [Line]
    let apiPath: String
    let json: String

    init(_ visit: Visit, state: OrderState) {
        let language = visit.language
        let order = visit.shop.content.blueprint(of: state)
        heading = Phrase(
            pt: "Pedido \(order.orderID)", es: "Pedido \(order.orderID)", en: "Order \(order.orderID)")
        action = "\(visit.base)/orders/\(Typed.encoded(order.orderID))/advance"
        status = state.status.screenName[language]
        tone = state.status.tone
        customer = "\(order.customer.firstName) \(order.customer.lastName)"
        value = Shown.money(cents: state.value, language)
        marketplace = order.marketplace
        payments = order.payments.map(\.systemName).joined(separator: ", ")
        buttons = Self.steps(from: state).map { Button(key: $0.key, text: $0.text[language], isMain: $0.isMain) }
        isAtEnd = buttons.isEmpty
        moments = Self.moments(state, language)
        lines = order.lines.map { line in
            Line(
                quantity: "\(line.quantity) ×", product: line.sku.productName,
                price: Shown.money(cents: line.total(at: line.sellingPrice), language))
        }
        apiPath = "/vtex/\(visit.shop.account)/api/oms/pvt/orders/\(order.orderID)"
        json = PrettyJSON.text(visit.shop.writer(of: state, order).bytes())
    }

    private static func moments(_ state: OrderState, _ language: Language) -> [Moment] {
        let events: [(Phrase, Instant?)] = [
            (Phrase(pt: "Criado", es: "Creado", en: "Placed"), state.created),
            (Phrase(pt: "Pagamento autorizado", es: "Pago autorizado", en: "Payment authorised"), state.authorized),
            (Phrase(pt: "Faturado", es: "Facturado", en: "Invoiced"), state.invoiced),
            (Phrase(pt: "Entregue", es: "Entregado", en: "Delivered"), state.delivered),
            (Phrase(pt: "Devolvido", es: "Devuelto", en: "Returned"), state.returned),
            (Phrase(pt: "Cancelado", es: "Cancelado", en: "Canceled"), state.canceled),
            (Phrase(pt: "Última mudança", es: "Último cambio", en: "Last change"), state.lastChange),
        ]
        return events.compactMap { event, date in
            date.map { Moment(event: event[language], date: Shown.moment($0)) }
        }
    }
}
