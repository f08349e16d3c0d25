import Basics

/// The order is placed.
struct DonePage: AdminPage {
    struct Words: Sendable {
        let order = Phrase(pt: "Pedido", es: "Pedido", en: "Order")
        let thanks = Phrase(
            pt: "Obrigado. O pedido já está na API da loja e na administração.",
            es: "Gracias. El pedido ya está en la API de la tienda y en la administración.",
            en: "Thank you. The order is in the store's API and in the admin already.")
        let admin = Phrase(
            pt: "Ver o pedido como lojista", es: "Ver el pedido como comerciante", en: "See the order as the merchant")
        let state = Phrase(pt: "Status", es: "Estado", en: "Status")
    }

    static let template = "shop-order"
    let words = Words()
    let heading = Phrase(pt: "Pedido feito", es: "Pedido hecho", en: "Order placed")
    let orderID: String
    let total: String
    let status: String
    let adminLink: String
    let coupon: String?

    init(_ visit: ShopVisit, _ state: OrderState) {
        let order = visit.shop.content.blueprint(of: state)
        orderID = order.orderID
        total = Shown.money(cents: state.value, visit.language)
        status = state.status.key
        adminLink = "/admin/\(visit.shop.account)/orders/\(order.orderID)"
        coupon = order.marketing?.coupon
    }
}
