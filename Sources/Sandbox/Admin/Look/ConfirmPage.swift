import Basics

/// A question before something is deleted; or why it cannot be.
struct ConfirmPage: AdminPage {
    struct Words: Sendable {
        let text: Phrase
        let button: Phrase
        let holders: Phrase
    }

    struct Holder: Sendable { let name: String }

    static let template = "confirm"
    let heading: Phrase
    let words: Words
    let action: String
    let back: String
    let isRefused: Bool
    let holders: [Holder]
    let hasHolders: Bool

    private init(
        heading: Phrase, words: Words, action: String, back: String, holders: [String] = [], isRefused: Bool = false
    ) {
        self.heading = heading
        self.words = words
        self.action = action
        self.back = back
        self.isRefused = isRefused
        self.holders = holders.map(Holder.init)
        hasHolders = !holders.isEmpty
    }

    /// A role that somebody has stays.
    init(removing role: Role, holders: [String], _ visit: Visit) {
        let path = "\(visit.base)/roles/\(role.id)"
        let text =
            holders.isEmpty
            ? Phrase(
                pt: "Ninguém tem este perfil. Excluir não pode ser desfeito.",
                es: "Nadie tiene este rol. Eliminar no se puede deshacer.",
                en: "Nobody has this role. Deleting cannot be undone.")
            : Phrase(
                pt: "Este perfil está em uso e não pode ser excluído. Remova-o primeiro de quem o tem:",
                es: "Este rol está en uso y no se puede eliminar. Quítelo primero a quien lo tiene:",
                en: "This role is in use and cannot be deleted. Take it first from those who have it:")
        self.init(
            heading: Phrase(
                pt: "Excluir o perfil \(role.name)?", es: "¿Eliminar el rol \(role.name)?",
                en: "Delete the role \(role.name)?"),
            words: Words(
                text: text, button: Phrase(pt: "Excluir perfil", es: "Eliminar rol", en: "Delete role"),
                holders: Phrase(pt: "Quem tem", es: "Quién lo tiene", en: "Who has it")),
            action: path + "/delete", back: path, holders: holders, isRefused: !holders.isEmpty)
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
            action: path + "/delete", back: path, holders: users.map { "\($0.name) <\($0.email)>" })
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
