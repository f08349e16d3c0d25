import Basics

/// A new user, or one that is there with what can be changed of them.
struct UserFormPage: AdminPage {
    struct Words: Sendable {
        let email = Phrase(same: "E-mail")
        let emailHint = Phrase(
            pt: "Para dar um perfil a uma chave, cole a chave aqui: vtexappkey-…",
            es: "Para dar un rol a una clave, pegue la clave aquí: vtexappkey-…",
            en: "To give a key a role, paste the key here: vtexappkey-…")
        let emailWrong = Phrase(
            pt: "Não é um e-mail nem uma chave desta conta.", es: "No es un e-mail ni una clave de esta cuenta.",
            en: "It is neither an e-mail address nor a key of this account.")
        let roles = Phrase(pt: "Adicionar perfis", es: "Añadir roles", en: "Add roles")
        let roleLabel = Phrase(pt: "Perfil de acesso", es: "Rol de usuario", en: "Role")
        let linked = Phrase(
            pt: "O e-mail é uma chave: ela tem os perfis abaixo.",
            es: "El e-mail es una clave: tiene los roles de abajo.",
            en: "The e-mail is a key: it has the roles below.")
        let openKey = Phrase(pt: "Abrir a chave", es: "Abrir la clave", en: "Open the key")
        let danger = Phrase(pt: "Excluir usuário", es: "Eliminar usuario", en: "Delete user")
    }

    struct Held: Sendable {
        let roleID: Int
        let roleName: String
    }

    static let template = "user"
    let words = Words()
    let heading: Phrase
    let userID: String?
    let email: String
    let name: String
    let isWrong: Bool
    let held: [Held]
    let choices: [RoleChoice]
    let keyID: String?

    /// A new one.
    init(_ visit: Visit, email: String, name: String, roles: [Int] = [], isSent: Bool = false) {
        heading = Phrase(pt: "Novo usuário", es: "Nuevo usuario", en: "New user")
        userID = nil
        self.email = email
        self.name = name
        isWrong = isSent
        held = []
        choices = RoleChoice.all(visit.shop.access.read { $0 }, chosen: roles)
        keyID = nil
    }

    init(_ visit: Visit, user: AccessUser) {
        let access = visit.shop.access.read { $0 }
        heading = Phrase(same: user.name.isEmpty ? user.email : user.name)
        userID = user.id
        email = user.email
        name = user.name
        isWrong = false
        held = user.roles.compactMap(access.role).map { Held(roleID: $0.id, roleName: $0.name) }
        choices = RoleChoice.all(access, without: user.roles)
        keyID = access.key(named: user.email)?.id
    }
}
