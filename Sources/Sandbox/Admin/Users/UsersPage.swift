import Basics

/// The list of users.
struct UsersPage: AdminPage {
    struct Words: Sendable {
        let intro = Phrase(
            pt:
                "Pessoas e, como nos artigos antigos, chaves: um usuário cujo e-mail é uma chave dá a ela os perfis dele.",
            es:
                "Personas y, como en los artículos viejos, claves: un usuario cuyo e-mail es una clave le da sus roles.",
            en: "People and, as in old articles, keys: a user whose e-mail is a key gives the key its roles.")
        let new = Phrase(pt: "Novo usuário", es: "Nuevo usuario", en: "New user")
        let email = Phrase(same: "E-mail")
        let isKey = Phrase(pt: "chave", es: "clave", en: "key")
        let none = Phrase(
            pt: "Ainda não há usuários nesta conta.", es: "Todavía no hay usuarios en esta cuenta.",
            en: "There are no users in this account yet.")
    }

    struct Row: Sendable {
        let id: String
        let name: String
        let email: String
        let isKey: Bool
        let roles: String
        let hasRoles: Bool
    }

    static let template = "users"
    let words = Words()
    let heading = Phrase(pt: "Usuários", es: "Usuarios", en: "Users")
    let rows: [Row]
    let isEmpty: Bool

    init(_ visit: Visit) {
        let access = visit.shop.access.read { $0 }
        rows = access.users.reversed().map { user in
            let names = user.roles.compactMap(access.role).map(\.name)
            return Row(
                id: user.id, name: user.name.isEmpty ? user.email : user.name, email: user.email,
                isKey: access.key(named: user.email) != nil, roles: names.joined(separator: ", "),
                hasRoles: !names.isEmpty)
        }
        isEmpty = rows.isEmpty
    }
}
