import Basics

/// What was done, said on the page that follows a form.
enum ShopNotice: String, Sendable {
    case added, changed, removed
    case couponTaken = "coupon-taken"
    case couponGone = "coupon-gone"
    case couponRefused = "coupon-refused"
    case subscribed, unsubscribed
    case notAnAddress = "not-an-address"
    case left
    case leftUnknown = "left-unknown"
    case unavailable, unfinished
    case soldOut = "sold-out"

    /// Whether it is bad news.
    var isProblem: Bool {
        switch self {
        case .couponRefused, .notAnAddress, .unavailable, .unfinished, .soldOut: true
        default: false
        }
    }

    var text: Phrase {
        switch self {
        case .added: Phrase(pt: "Adicionado ao carrinho.", es: "Añadido al carrito.", en: "Added to the cart.")
        case .changed: Phrase(pt: "Carrinho atualizado.", es: "Carrito actualizado.", en: "Cart updated.")
        case .removed: Phrase(pt: "Removido do carrinho.", es: "Quitado del carrito.", en: "Taken out of the cart.")
        case .couponTaken: Phrase(pt: "Cupom aplicado.", es: "Cupón aplicado.", en: "Coupon applied.")
        case .couponGone: Phrase(pt: "Cupom removido.", es: "Cupón quitado.", en: "Coupon removed.")
        case .couponRefused:
            Phrase(
                pt: "Este cupom não existe, foi arquivado ou já foi usado.",
                es: "Este cupón no existe, fue archivado o ya se usó.",
                en: "This coupon does not exist, is archived, or was used up.")
        case .subscribed:
            Phrase(
                pt: "Pronto: você receberá as novidades da loja.", es: "Listo: recibirá las novedades de la tienda.",
                en: "Done: you will get the store's news.")
        case .notAnAddress:
            Phrase(
                pt: "Este e-mail não parece completo.", es: "Este e-mail no parece completo.",
                en: "This e-mail address does not look complete.")
        default: laterText
        }
    }

    private var laterText: Phrase {
        switch self {
        case .unsubscribed:
            Phrase(
                pt: "Pronto: você não receberá mais as novidades da loja.",
                es: "Listo: ya no recibirá las novedades de la tienda.",
                en: "Done: you will not get the store's news any more.")
        case .left:
            Phrase(
                pt: "Você saiu. O carrinho ficou para trás, e a loja sabe de quem ele é.",
                es: "Usted salió. El carrito quedó atrás, y la tienda sabe de quién es.",
                en: "You left. The cart stays behind, and the store knows whose it is.")
        case .leftUnknown:
            Phrase(
                pt: "Você saiu sem se identificar: ninguém sabe de quem era o carrinho.",
                es: "Usted salió sin identificarse: nadie sabe de quién era el carrito.",
                en: "You left without saying who you are: nobody knows whose cart it was.")
        case .unavailable:
            Phrase(
                pt: "Algo no carrinho não está mais disponível. Ajuste e tente de novo.",
                es: "Algo del carrito ya no está disponible. Ajústelo e intente de nuevo.",
                en: "Something in the cart is no longer available. Change it and try again.")
        case .soldOut:
            Phrase(
                pt: "Não há tantas unidades em estoque.", es: "No hay tantas unidades en existencia.",
                en: "There are not that many in stock.")
        default:
            Phrase(
                pt: "Falta um passo antes de fechar o pedido.", es: "Falta un paso antes de cerrar el pedido.",
                en: "A step is missing before the order can be placed.")
        }
    }
}
