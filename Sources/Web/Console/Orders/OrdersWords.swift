import Basics

struct OrdersWords: PageWords {
    let order = Phrase(pt: "Pedido", es: "Pedido", en: "Order")
    let customer = Phrase(pt: "Cliente", es: "Cliente", en: "Customer")
    let status = Phrase(pt: "Status", es: "Estado", en: "Status")
    let placed = Phrase(pt: "Feito em", es: "Hecho el", en: "Placed")
    let total = Phrase(pt: "Total", es: "Importe", en: "Total")
    let find = Phrase(pt: "Buscar", es: "Buscar", en: "Search")
    let clear = Phrase(pt: "Limpar", es: "Limpiar", en: "Clear")
    let noResult = Phrase(
        pt: "Nenhum pedido corresponde à busca", es: "Ningún pedido coincide con la búsqueda",
        en: "No order matches your search")
    let noResultText = Phrase(
        pt: "Confira se o nome ou o número está escrito por inteiro desde o começo, ou retire um dos filtros.",
        es: "Revise si el nombre o el número está escrito desde el comienzo, o quite uno de los filtros.",
        en: "See whether the name or number is typed from its beginning, or take a filter away.")
    let empty = Phrase(pt: "Ainda não há pedidos", es: "Aún no hay pedidos", en: "No orders yet")
    let emptyText = Phrase(
        pt: "Eles aparecem aqui assim que uma loja conectada for lida.",
        es: "Aparecen aquí en cuanto se lea una tienda conectada.",
        en: "They appear here once a connected store is read.")
    let importing = Phrase(
        pt: "O passado da loja ainda está chegando; o que falta pode aparecer em instantes.",
        es: "El pasado de la tienda aún está llegando; lo que falta puede aparecer en instantes.",
        en: "The store's past is still arriving; what is missing may appear in a moment.")
    let connect = Phrase(pt: "Conectar loja", es: "Conectar tienda", en: "Connect a store")

    static let heading = Phrase(pt: "Pedidos", es: "Pedidos", en: "Orders")
    static let search = Phrase(pt: "Buscar pedidos", es: "Buscar pedidos", en: "Search orders")
    static let searchExample = Phrase(
        pt: "nome, número, e-mail, CPF", es: "nombre, número, correo", en: "name, number, e-mail")
    static let searchNumber = Phrase(pt: "número do pedido", es: "número de pedido", en: "order number")
    static let statusFilter = Phrase(pt: "Status", es: "Estado", en: "Status")
    static let any = Phrase(pt: "Qualquer", es: "Cualquiera", en: "Any")
    static let every = Phrase(pt: "Todas", es: "Todas", en: "All")
    static let connection = Phrase(pt: "Conexão", es: "Conexión", en: "Connection")
    static let from = Phrase(pt: "De", es: "Desde", en: "From")
    static let until = Phrase(pt: "Até", es: "Hasta", en: "Until")
    static let backwards = Phrase(
        pt: "Este dia vem antes do primeiro.", es: "Este día viene antes del primero.",
        en: "This day comes before the first.")

    static func exactly(_ count: String) -> Phrase {
        if count == "1" { return Phrase(pt: "um pedido", es: "un pedido", en: "1 order") }
        return Phrase(pt: "\(count) pedidos", es: "\(count) pedidos", en: "\(count) orders")
    }

    static func moreThan(_ count: String) -> Phrase {
        Phrase(pt: "mais de \(count) pedidos", es: "más de \(count) pedidos", en: "more than \(count) orders")
    }

    static func shown(_ count: Int) -> Phrase {
        Phrase(pt: "\(count) nesta página", es: "\(count) en esta página", en: "\(count) on this page")
    }
}
