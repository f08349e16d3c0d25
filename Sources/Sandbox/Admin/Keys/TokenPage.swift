import Basics

/// Behind a one-time link: key and token; or that the link is used up.
struct TokenPage: AdminPage {
    struct Words: Sendable {
        let warning = Phrase(
            pt: "Copie agora: esta página abre uma única vez.", es: "Copie ahora: esta página se abre una sola vez.",
            en: "Copy it now: this page opens only once.")
        let token = Phrase(pt: "Novo token", es: "Nuevo token", en: "New token")
        let inactive = Phrase(
            pt: "A chave está inativa: ative-a antes de usar.", es: "La clave está inactiva: actívela antes de usarla.",
            en: "The key is inactive: activate it before you use it.")
        let gone = Phrase(
            pt: "Este link já foi aberto ou passou das 24 horas. Gere um novo token para a chave.",
            es: "Este enlace ya se abrió o pasó las 24 horas. Genere un nuevo token para la clave.",
            en: "This link was opened already or is older than 24 hours. Renew the key's token.")
    }

    static let template = "token"
    let words = Words()
    let heading = Phrase(
        pt: "Credenciais da chave de API", es: "Credenciales de la clave de API", en: "API key credentials")
    let keyName: String?
    let token: String?
    let isInactive: Bool

    /// - Parameter link: Nil when it cannot be opened.
    init(link: TokenLink?, key: AppKey?) {
        keyName = link?.keyName
        token = link?.token.reveal { $0 }
        isInactive = key?.isActive == false
    }
}
