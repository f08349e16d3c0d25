import Basics

/// A new key: its name, and the roles that it begins with.
struct KeyFormPage: AdminPage {
    struct Words: Sendable {
        let label = Phrase(pt: "Nome da chave", es: "Nombre de la clave", en: "Key name")
        let labelHint = Phrase(
            pt: "Para você reconhecer depois, como “ratrustvox”. Não muda mais.",
            es: "Para reconocerla después, como “growlat”. Ya no cambia.",
            en: "To recognise it later, such as “ratrustvox”. It cannot be changed.")
        let roles = Phrase(pt: "Perfis de acesso da chave", es: "Roles de la clave", en: "Roles of the key")
        let rolesHint = Phrase(
            pt: "Nos artigos antigos a chave nasce sem perfil e o recebe depois, em Usuários.",
            es: "En los artículos viejos la clave nace sin rol y lo recibe después, en Usuarios.",
            en: "In old articles the key begins without a role and gets one later, under Users.")
        let generate = Phrase(pt: "Gerar", es: "Generar", en: "Generate")
        let labelMissing = Phrase(
            pt: "Dê um nome à chave.", es: "Dele un nombre a la clave.", en: "Give the key a name.")
        let once = Phrase(
            pt: "O token aparece uma única vez, num link que você abre na próxima tela.",
            es: "El token aparece una sola vez, en un enlace que se abre en la próxima pantalla.",
            en: "The token is shown only once, by a link that you open on the next screen.")
    }

    static let template = "key-form"
    let words = Words()
    let heading = Phrase(pt: "Gerar chave", es: "Generar clave", en: "Generate key")
    let label: String
    let lacksLabel: Bool
    let roles: [RoleChoice]

    init(_ visit: Visit, label: String, roles: [Int], isSent: Bool = false) {
        self.label = label
        lacksLabel = isSent && label.isEmpty
        self.roles = RoleChoice.all(visit.shop.access.read { $0 }, chosen: roles)
    }
}
