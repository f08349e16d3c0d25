import Basics

struct RecordsWords: PageWords {
    let kinds = Phrase(pt: "Tipos de dados", es: "Tipos de datos", en: "Kinds of data")
    let name = Phrase(pt: "Nome ou nº", es: "Nombre o n.º", en: "Name or number")
    let about = Phrase(pt: "O que se sabe", es: "Qué se sabe", en: "What is known")
    let changed = Phrase(pt: "Mudou em", es: "Cambió el", en: "Changed")
    let find = OrdersWords().find
    let clear = OrdersWords().clear
    let empty = Phrase(
        pt: "Ainda não há nada deste tipo", es: "Aún no hay nada de este tipo", en: "Nothing of this kind yet")
    let emptyText = Phrase(
        pt: "Aparece aqui quando uma loja conectada for lida com uma chave que o permita.",
        es: "Aparece aquí cuando se lea una tienda conectada con una clave que lo permita.",
        en: "It appears here once a connected store is read with a key that allows it.")
    let noResult = Phrase(
        pt: "Nada corresponde à busca", es: "Nada coincide con la búsqueda", en: "Nothing matches your search")

    static let heading = Phrase(pt: "Dados da loja", es: "Datos de la tienda", en: "Store data")
    static let search = Phrase(
        pt: "Buscar por nome ou nº", es: "Buscar por nombre o n.º", en: "Search by name or number")
    static let deleted = Phrase(
        pt: "excluído na plataforma", es: "eliminado en la plataforma", en: "deleted at the platform")
    static let closed = Phrase(pt: "fechado por um pedido", es: "cerrado por un pedido", en: "closed by an order")
    static let withDeleted = Phrase(pt: "Excluídos", es: "Eliminados", en: "Deleted ones")
    static let hidden = Phrase(pt: "Não mostrar", es: "No mostrar", en: "Do not show")
    static let shownToo = Phrase(pt: "Mostrar também", es: "Mostrar también", en: "Show too")
}
