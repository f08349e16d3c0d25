import AccessControl
import Basics
import Records

/// For who asks somebody else for a store's key: makes the link, waits for the key, and says when it has come.
package struct HandInPage: ConsolePage {
    package var connection: Connection
    /// The last link that was made; nil before the first, and after it was taken back.
    package var link: OneTimeLink?
    /// The address of a link that was just made: it is shown this once.
    package var address: String?

    package init(connection: Connection, link: OneTimeLink?, address: String? = nil) {
        self.connection = connection
        self.link = link
        self.address = address
    }

    package static let template = Template.handIn
    package static let words = WordList(HandInWords())

    package func title(for reader: Reader) -> String { reader.say(HandInWords.heading(connection.name)) }

    /// Whether the key may come at any moment.
    package func isWaiting(at now: Instant) -> Bool { link?.state(at: now) == .open }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader.at(connection.timeZone)
        let client = frame.client?.id ?? ""
        func path(_ part: String) -> String { ConsolePath.connection(client, connection.id.text, part) }
        let state = link?.state(at: reader.now)
        var hasCome = false
        if case .opened = state { hasCome = connection.hasCredential }
        return Content(
            hasCrumbs: true,
            crumbs: [Crumb(reader.say(ConnectionsWords.heading), ConsolePath.connections(client))],
            heading: title(for: reader), account: ConnectionOverview.account(of: connection),
            wizard: connection.isDraft ? WizardSteps(.key, for: reader) : nil, address: address,
            livePath: path("hand-in/live"), isWaiting: state == .open, hasCome: hasCome,
            standing: NoticeContent(standing(state, reader), for: reader), standingText: standing(state, reader).text,
            action: path("hand-in"), after: link?.id.text ?? "", checkPath: path("check"),
            typePath: path(connection.isDraft ? "set-up" : "credential"), isDraft: connection.isDraft,
            discardPath: path("discard"), back: ConsolePath.connection(client, connection.id.text),
            makeTitle: reader.say(link == nil ? HandInWords.make : HandInWords.makeAnother))
    }

    private func standing(_ state: OneTimeLink.State?, _ reader: Reader) -> Notice {
        switch state {
        case nil: Notice(.info, reader.say(HandInWords.none), remedy: reader.say(HandInWords.noneText))
        case .open:
            Notice(
                .info, reader.say(HandInWords.waiting),
                remedy: reader.say(HandInWords.until(link.map { reader.moment($0.expiresAt) } ?? "")))
        case .opened(let at):
            Notice(.good, reader.say(HandInWords.come(reader.moment(at))), remedy: reader.say(HandInWords.goOn))
        case .expired(let at):
            Notice(
                .warn, reader.say(HandInWords.expired(reader.moment(at))), remedy: reader.say(HandInWords.expiredText))
        }
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let account: String
        let wizard: WizardSteps?
        let address: String?
        let livePath: String
        let isWaiting: Bool
        let hasCome: Bool
        let standing: NoticeContent
        let standingText: String
        let action: String
        /// The last link before the one that the form makes: a form that is sent again is told by it.
        let after: String
        let checkPath: String
        let typePath: String
        let isDraft: Bool
        let discardPath: String
        let back: String
        let makeTitle: String
    }
}

struct HandInWords: PageWords {
    let made = Phrase(pt: "Link pronto", es: "Enlace listo", en: "The link is ready")
    let madeText = Phrase(
        pt: "Copie e envie a quem tem a chave. Ele aparece só agora, abre uma única vez e vale 24 horas.",
        es: "Cópielo y envíelo a quien tiene la clave. Aparece solo ahora, abre una sola vez y vale 24 horas.",
        en: "Copy it and send it to whoever has the key. It is shown only now, opens once and lasts 24 hours.")
    let copy = Phrase(pt: "Copiar link", es: "Copiar enlace", en: "Copy link")
    let copied = Phrase(pt: "Copiado", es: "Copiado", en: "Copied")
    let sees = Phrase(pt: "O que a outra pessoa vê", es: "Qué ve la otra persona", en: "What the other person sees")
    let seesWho = Phrase(
        pt: "O nome deste cliente e da loja, e o passo a passo para criar a chave.",
        es: "El nombre de este cliente y de la tienda, y el paso a paso para crear la clave.",
        en: "The name of this client and of the store, and the steps to make the key.")
    let seesForm = Phrase(
        pt: "Dois campos: a chave e o token. O token vai direto para o cofre do Ponte; você não o vê.",
        es: "Dos campos: la clave y el token. El token va directo a la bóveda de Ponte; usted no lo ve.",
        en: "Two fields: the key and its token. The token goes straight into Ponte's vault; you do not see it.")
    let seesResult = Phrase(
        pt: "O resultado da verificação. Nenhum pedido, nenhum dado deste cliente.",
        es: "El resultado de la verificación. Ningún pedido, ningún dato de este cliente.",
        en: "What the check found. No order and no data of this client.")
    let refresh = Phrase(pt: "Ver se chegou", es: "Ver si llegó", en: "See whether it has come")
    let goOn = Phrase(pt: "Continuar", es: "Continuar", en: "Continue")
    let ownHand = Phrase(pt: "Eu tenho a chave", es: "Yo tengo la clave", en: "I have the key")
    let discard = Phrase(pt: "Descartar", es: "Descartar", en: "Discard")
    let back = Phrase(pt: "Voltar à conexão", es: "Volver a la conexión", en: "Back to the connection")

    static let make = Phrase(pt: "Fazer o link", es: "Hacer el enlace", en: "Make the link")
    static let makeAnother = Phrase(pt: "Fazer outro link", es: "Hacer otro enlace", en: "Make another link")
    static let none = Phrase(
        pt: "Ainda não há link para esta loja.", es: "Aún no hay enlace para esta tienda.",
        en: "There is no link for this store yet.")
    static let noneText = Phrase(
        pt: "Faça um e envie a quem tem a chave, ou digite você mesmo.",
        es: "Haga uno y envíelo a quien tiene la clave, o escríbala usted.",
        en: "Make one and send it to whoever has the key, or type the key yourself.")
    static let waiting = Phrase(
        pt: "A chave ainda não chegou.", es: "La clave aún no llegó.", en: "The key has not come yet.")
    static let goOn = Phrase(
        pt: "Veja o que ela pode fazer e siga.", es: "Vea qué puede hacer y siga.",
        en: "See what it can do, and go on.")
    static let expiredText = Phrase(
        pt: "Ninguém o abriu em 24 horas. Faça outro.", es: "Nadie lo abrió en 24 horas. Haga otro.",
        en: "Nobody opened it within 24 hours. Make another.")

    static func heading(_ name: String) -> Phrase {
        Phrase(pt: "Receber a chave de \(name)", es: "Recibir la clave de \(name)", en: "Receive the key of \(name)")
    }

    static func until(_ moment: String) -> Phrase {
        Phrase(
            pt:
                "O link vale até \(moment). Esta página percebe sozinha quando ela chegar. Fazer outro link cancela este.",
            es: "El enlace vale hasta \(moment). Esta página nota sola cuando llegue. Hacer otro enlace cancela este.",
            en: "The link lasts until \(moment). This page notices when it comes. Making another link cancels this one."
        )
    }

    static func come(_ moment: String) -> Phrase {
        Phrase(pt: "A chave chegou em \(moment).", es: "La clave llegó el \(moment).", en: "The key came \(moment).")
    }

    static func expired(_ moment: String) -> Phrase {
        Phrase(
            pt: "O link venceu em \(moment).", es: "El enlace venció el \(moment).", en: "The link expired \(moment).")
    }
}
