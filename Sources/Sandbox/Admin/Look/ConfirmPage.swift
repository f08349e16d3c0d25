import Basics

/// A question before something is deleted; or why it cannot be.
struct ConfirmPage: AdminPage {
    struct Words: Sendable {
        let text: Phrase
        let button: Phrase
        let holders: Phrase
    }

    struct Holder: Sendable {
        let name: String
        let kind: String
        let href: String

        init(_ key: AppKey, _ visit: Visit) {
            name = key.label
            kind = Phrase(pt: "chave", es: "clave", en: "key")[visit.language]
            href = "\(visit.base)/keys/\(key.id)"
        }

        init(_ user: AccessUser, _ visit: Visit) {
            name = user.name.isEmpty ? user.email : user.name
            kind = Phrase(pt: "usuário", es: "usuario", en: "user")[visit.language]
            href = "\(visit.base)/users/\(user.id)"
        }
    }

    static let template = "confirm"
    let heading: Phrase
    let words: Words
    let action: String
    let back: String
    let isRefused: Bool
    let holders: [Holder]
    let hasHolders: Bool

    private init(
        heading: Phrase, words: Words, action: String, back: String, holders: [Holder] = [], isRefused: Bool = false
    ) {
        self.heading = heading
        self.words = words
        self.action = action
        self.back = back
        self.isRefused = isRefused
        self.holders = holders
        hasHolders = !holders.isEmpty
    }

    /// A role that somebody has stays.
    init(removing role: Role, holders: RoleHolders, _ visit: Visit) {
        let path = "\(visit.base)/roles/\(role.id)"
        let text =
            holders.isEmpty
            ? Phrase(
                pt: "Ninguém tem este perfil. Excluir não pode ser desfeito.",
                es: "Nadie tiene este rol. Eliminar no se puede deshacer.",
                en: "Nobody has this role. Deleting cannot be undone.")
            : Phrase(
                pt: "Não pode ser excluído enquanto alguém o tem. Remova-o primeiro de:",
                es: "No se puede eliminar mientras alguien lo tiene. Quítelo primero a:",
                en: "It cannot be deleted while somebody has it. Take it first from:")
        let heading =
            holders.isEmpty
            ? Phrase(
                pt: "Excluir o perfil \(role.name)?", es: "¿Eliminar el rol \(role.name)?",
                en: "Delete the role \(role.name)?")
            : Phrase(
                pt: "O perfil \(role.name) está em uso", es: "El rol \(role.name) está en uso",
                en: "The role \(role.name) is in use")
        self.init(
            heading: heading,
            words: Words(
                text: text, button: Phrase(pt: "Excluir perfil", es: "Eliminar rol", en: "Delete role"),
                holders: Phrase(pt: "Quem tem", es: "Quién lo tiene", en: "Who has it")),
            action: path + "/delete", back: path,
            holders: holders.keys.map { Holder($0, visit) } + holders.users.map { Holder($0, visit) },
            isRefused: !holders.isEmpty)
    }

    init(removing key: AppKey, users: [AccessUser], _ visit: Visit) {
        let path = "\(visit.base)/keys/\(key.id)"
        self.init(
            heading: Phrase(
                pt: "Excluir a chave \(key.label)?", es: "¿Eliminar la clave \(key.label)?",
                en: "Delete the key \(key.label)?"),
            words: Words(
                text: Phrase(
                    pt: "Quem usa esta chave passa a receber 401 na mesma hora. Excluir não pode ser desfeito.",
                    es: "Quien usa esta clave recibe 401 al instante. Eliminar no se puede deshacer.",
                    en: "Whoever uses this key gets 401 at once. Deleting cannot be undone."),
                button: Phrase(pt: "Excluir chave", es: "Eliminar clave", en: "Delete key"),
                holders: Phrase(
                    pt: "Estes usuários têm a chave como e-mail; ficam na lista, sem efeito",
                    es: "Estos usuarios tienen la clave como e-mail; quedan en la lista, sin efecto",
                    en: "These users have the key as their e-mail; they stay listed, without effect")),
            action: path + "/delete", back: path, holders: users.map { Holder($0, visit) })
    }

    init(removing user: AccessUser, _ visit: Visit) {
        let path = "\(visit.base)/users/\(user.id)"
        self.init(
            heading: Phrase(
                pt: "Excluir o usuário \(user.name)?", es: "¿Eliminar el usuario \(user.name)?",
                en: "Delete the user \(user.name)?"),
            words: Words(
                text: Phrase(
                    pt: "Se o e-mail é uma chave, ela perde os perfis que vêm deste usuário.",
                    es: "Si el e-mail es una clave, ella pierde los roles que vienen de este usuario.",
                    en: "If the e-mail is a key, the key loses the roles that come from this user."),
                button: Phrase(pt: "Excluir usuário", es: "Eliminar usuario", en: "Delete user"),
                holders: Phrase(same: "")),
            action: path + "/delete", back: path)
    }
}
