import Basics

/// Where the token of a new app key is shown once: first a button, so that a mail program that looks ahead does not use
/// the link up; then the token; from then on, when it was opened.
package struct KeyLinkPage: ConsolePage {
    package enum State: Sendable {
        case ready(label: String)
        case shown(label: String, token: Secret)
        case opened(at: Instant)
        case gone
    }

    package var state: State
    /// Of this page, for its form.
    package var path: String

    package init(state: State, path: String) {
        self.state = state
        self.path = path
    }

    package static let template = Template.keyLink
    package static let words = WordList(KeyLinkWords())

    package func title(for reader: Reader) -> String {
        switch state {
        case .ready(let label), .shown(let label, _): reader.say(KeyLinkWords.heading(label))
        case .opened: reader.say(KeyLinkWords.openedHeading)
        case .gone: reader.say(KeyLinkWords.goneHeading)
        }
    }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        var content = Content(heading: title(for: reader), path: path)
        switch state {
        case .ready: content.isReady = true
        case .shown(_, let token): content.token = token.reveal { $0 }
        case .opened(let instant): content.explanation = reader.say(KeyLinkWords.opened(reader.moment(instant)))
        case .gone: content.explanation = reader.say(KeyLinkWords.gone)
        }
        return content
    }

    private struct Content: Sendable {
        let heading: String
        let path: String
        var isReady = false
        var token: String?
        var explanation: String?
    }
}

struct KeyLinkWords: PageWords {
    let once = Phrase(
        pt: "O token aparece uma única vez. Tenha à mão o lugar onde vai guardá-lo, como um cofre de senhas.",
        es:
            "El token aparece una sola vez. Tenga a mano el lugar donde lo va a guardar, como un gestor de contraseñas.",
        en: "The token is shown only once. Have the place at hand where you will keep it, such as a password manager.")
    let show = Phrase(pt: "Mostrar o token", es: "Mostrar el token", en: "Show the token")
    let keep = Phrase(
        pt: "Guarde agora: esta página não abre de novo. Use-o no cabeçalho Authorization, depois de “Bearer”.",
        es:
            "Guárdelo ahora: esta página no se abre otra vez. Úselo en el encabezado Authorization, después de “Bearer”.",
        en: "Keep it now: this page does not open again. Use it in the Authorization header, after “Bearer”.")
    let copy = Phrase(pt: "Copiar token", es: "Copiar token", en: "Copy token")
    let copied = Phrase(pt: "Copiado", es: "Copiado", en: "Copied")

    static let openedHeading = Phrase(
        pt: "Este endereço já foi aberto", es: "Esta dirección ya fue abierta", en: "This address was opened already")
    static let goneHeading = Phrase(
        pt: "Este endereço não vale mais", es: "Esta dirección ya no vale", en: "This address is no longer valid")
    static let gone = Phrase(
        pt: "Endereços assim valem por 24 horas. Peça a quem o enviou que crie outra chave.",
        es: "Estas direcciones valen por 24 horas. Pida a quien la envió que cree otra clave.",
        en: "Such addresses last for 24 hours. Ask whoever sent it to create another key.")

    static func heading(_ label: String) -> Phrase {
        Phrase(
            pt: "Chave da API: \(label)", es: "Clave de la API: \(label)", en: "API key: \(label)")
    }

    static func opened(_ moment: String) -> Phrase {
        Phrase(
            pt:
                "Foi aberto em \(moment). Se não foi você, alguém mais tem o token: peça que a chave seja desativada e que criem outra.",
            es:
                "Fue abierta el \(moment). Si no fue usted, otra persona tiene el token: pida que se desactive la clave y que creen otra.",
            en:
                "It was opened \(moment). If that was not you, somebody else has the token: ask for the key to be deactivated, and for another."
        )
    }
}
