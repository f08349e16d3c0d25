import Basics

/// The list of keys.
struct KeysPage: AdminPage {
    struct Words: Sendable {
        let intro = Phrase(
            pt:
                "Uma chave de API deixa outro sistema entrar na loja. Ela precisa de um perfil de acesso, ou recebe 403 em tudo.",
            es:
                "Una clave de API deja entrar a otro sistema en la tienda. Necesita un rol de usuario, o recibe 403 en todo.",
            en: "An API key lets another system into the store. It needs a role, or it gets 403 for everything.")
        let generated = Phrase(pt: "Geradas", es: "Generadas", en: "Generated")
        let new = Phrase(pt: "Gerar chave", es: "Generar clave", en: "Generate key")
        let find = Phrase(pt: "Buscar chave", es: "Buscar clave", en: "Find a key")
        let none = Phrase(
            pt: "Nenhuma chave com esse texto.", es: "Ninguna clave con ese texto.", en: "No key has that text.")
        let renewing = Phrase(pt: "renovação em andamento", es: "renovación en curso", en: "renewal under way")
    }

    static let template = "keys"
    let words = Words()
    let heading = Phrase(pt: "Chaves de API", es: "Claves de API", en: "API keys")
    let rows: [KeyRow]
    let isEmpty: Bool
    let search: String

    init(_ visit: Visit, search: String) {
        rows = KeyRow.all(visit, search: search)
        isEmpty = rows.isEmpty
        self.search = search
    }
}
