import Basics

/// A page for what cannot be shown, with a way back to the store.
struct ShopProblemPage: AdminPage {
    struct Words: Sendable {
        let text: Phrase
        let home = Phrase(pt: "Ir para a loja", es: "Ir a la tienda", en: "Go to the store")
    }

    static let template = "shop-problem"
    let heading: Phrase
    let words: Words

    init(_ problem: ShopProblem) {
        switch problem {
        case .missing:
            heading = Phrase(pt: "Página não encontrada", es: "Página no encontrada", en: "Page not found")
            words = Words(
                text: Phrase(
                    pt: "Não há nada neste endereço da loja.", es: "No hay nada en esta dirección de la tienda.",
                    en: "There is nothing at this address of the store."))
        case .tooLong, .foreign:
            heading = Phrase(pt: "Solicitação recusada", es: "Solicitud rechazada", en: "Request refused")
            words = Words(
                text: Phrase(
                    pt: "A loja só atende formulários das suas próprias páginas.",
                    es: "La tienda solo atiende formularios de sus propias páginas.",
                    en: "The store only takes forms of its own pages."))
        case .unexpected:
            heading = Phrase(pt: "Algo deu errado", es: "Algo salió mal", en: "Something went wrong")
            words = Words(
                text: Phrase(
                    pt: "O motivo está no registro do sandbox.", es: "El motivo está en el registro del sandbox.",
                    en: "The sandbox's log has the reason."))
        }
    }
}
