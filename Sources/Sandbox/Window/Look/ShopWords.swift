import Basics

/// Words that several pages of the shop share.
struct ShopWords: Sendable {
    let cart = Phrase(pt: "Carrinho", es: "Carrito", en: "Cart")
    let quantity = Phrase(pt: "Quantidade", es: "Cantidad", en: "Quantity")
    let items = Phrase(pt: "Produtos", es: "Productos", en: "Items")
    let discounts = Phrase(pt: "Descontos", es: "Descuentos", en: "Discounts")
    let freight = Phrase(pt: "Frete", es: "Envío", en: "Delivery")
    let total = Phrase(same: "Total")
    let summary = Phrase(pt: "Resumo", es: "Resumen", en: "Summary")
    let coupon = Phrase(pt: "Cupom", es: "Cupón", en: "Coupon")
    let continueShopping = Phrase(pt: "Continuar comprando", es: "Seguir comprando", en: "Continue shopping")
    let next = Phrase(pt: "Continuar", es: "Continuar", en: "Continue")
    let back = Phrase(pt: "Voltar", es: "Volver", en: "Back")
    let optional = Phrase(pt: "opcional", es: "opcional", en: "optional")
    let soldOut = Phrase(pt: "Esgotado", es: "Agotado", en: "Sold out")
    let step1 = Phrase(pt: "Quem é você", es: "Quién es usted", en: "Who you are")
    let step2 = Phrase(pt: "Para onde", es: "A dónde", en: "Where to")
    let step3 = Phrase(pt: "Entrega e pagamento", es: "Envío y pago", en: "Delivery and payment")
    let steps = Phrase(pt: "Passos da compra", es: "Pasos de la compra", en: "Steps of the purchase")
}
