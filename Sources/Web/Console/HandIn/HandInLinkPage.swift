import Basics
import ConnectorKit
import Operations
import Records

/// Where somebody who is no member hands a store's key in: who asks, how the key is made, the form; then what the key may
/// do; from then on, that the link was opened.
package struct HandInLinkPage: ConsolePage {
    /// Who asks, and for which store.
    package struct Asking: Sendable {
        package let client: String
        package let store: String
        /// As in `VTEX · lojademo`.
        package let account: String
        package let expiresAt: Instant

        package init(client: String, store: String, account: String, expiresAt: Instant) {
            self.client = client
            self.store = store
            self.account = account
            self.expiresAt = expiresAt
        }
    }

    package enum State: Sendable {
        case open(Asking, guide: KeyGuide?, key: String, error: IntakeError?, notice: Notice?)
        /// The report is nil where the platform's keys cannot be checked.
        case taken(Asking, KeyCheckReport?, guide: KeyGuide?)
        case opened(at: Instant)
        case gone
    }

    package var state: State
    /// Of this page, for its form.
    package var path: String
    /// IANA name of the store's time zone; nil where no store is known.
    package var timeZone: String?

    package init(state: State, path: String, timeZone: String? = nil) {
        self.state = state
        self.path = path
        self.timeZone = timeZone
    }

    package static let template = Template.handInLink
    package static let words = WordList(HandInLinkWords())

    package func title(for reader: Reader) -> String {
        switch state {
        case .open(let asking, _, _, _, _): reader.say(HandInLinkWords.heading(asking.client))
        case .taken: reader.say(HandInLinkWords.takenHeading)
        case .opened: reader.say(HandInLinkWords.openedHeading)
        case .gone: reader.say(HandInLinkWords.goneHeading)
        }
    }

    package func content(in frame: Frame) -> any Sendable {
        let reader = timeZone.map(frame.reader.at) ?? frame.reader
        switch state {
        case .open(let asking, let guide, let key, let error, let notice):
            return Content(
                heading: title(for: reader), path: path,
                form: form(asking, key, error, notice, reader), steps: guide.map { GuideContent($0, for: reader) })
        case .taken(let asking, let report, let guide):
            return taken(asking, report, guide, reader)
        case .opened(let at):
            return Content(
                heading: title(for: reader), path: path,
                explanation: reader.say(HandInLinkWords.opened(reader.moment(at))))
        case .gone:
            return Content(heading: title(for: reader), path: path, explanation: reader.say(HandInLinkWords.gone))
        }
    }

    private func form(
        _ asking: Asking, _ typed: String, _ error: IntakeError?, _ notice: Notice?, _ reader: Reader
    ) -> Form {
        var key = Field("key", reader.say(CredentialWords.key), value: TypedText.again(typed))
        key.isCode = true
        key.autocomplete = "off"
        var token = Field("token", reader.say(ConnectWords.token), .password)
        token.isCode = true
        token.autocomplete = "off"
        token.hint = reader.say(CredentialWords.tokenHint)
        var message = notice
        key.error = error?.text(at: .key, for: reader)
        token.error = error?.text(at: .token, for: reader)
        // Not his to correct: he is told so by the notice.
        if let error, key.error == nil, token.error == nil { message = Notice(error, in: reader.language) }
        return Form(
            store: asking.store, account: asking.account, until: reader.moment(asking.expiresAt),
            message: message.map { NoticeContent($0, for: reader) }, fields: [key, token])
    }

    private func taken(
        _ asking: Asking, _ report: KeyCheckReport?, _ guide: KeyGuide?, _ reader: Reader
    ) -> Content {
        var content = Content(heading: title(for: reader), path: path)
        content.thanks = NoticeContent(
            Notice(
                .good, reader.say(HandInLinkWords.thanks(asking.client)),
                remedy: reader.say(HandInLinkWords.close)), for: reader)
        guard let report else { return content }
        if report.record.outcome == .failed {
            content.verdict = NoticeContent(
                Notice(
                    .warn, report.record.trouble.map { reader.say($0.reason) } ?? "",
                    remedy: reader.say(HandInLinkWords.theirs)), for: reader)
            return content
        }
        let notice = CheckVerdict.notice(report, isDraft: false, for: reader)
        content.verdict = NoticeContent(notice, for: reader)
        let progress = CheckProgress(report, isRunning: false, for: reader)
        content.matrix = Lines(lines: progress.needed + progress.others.filter { $0.verdict == "excess" })
        if !report.matrix.missing.isEmpty { content.role = guide.map { RoleGuideContent($0, for: reader) } }
        return content
    }

    private struct Form: Sendable {
        let store: String
        let account: String
        let until: String
        let message: NoticeContent?
        let fields: [Field]
    }

    private struct Lines: Sendable { let lines: [CheckProgress.Line] }

    private struct Content: Sendable {
        let heading: String
        let path: String
        var form: Form?
        var steps: GuideContent?
        var thanks: NoticeContent?
        var verdict: NoticeContent?
        var matrix: Lines?
        var role: RoleGuideContent?
        var explanation: String?
    }
}

struct HandInLinkWords: PageWords {
    let intro = Phrase(
        pt:
            "Cole aqui a chave e o token da loja. O token é guardado cifrado e ninguém volta a vê-lo, nem quem enviou este link.",
        es:
            "Pegue aquí la clave y el token de la tienda. El token se guarda cifrado y nadie vuelve a verlo, ni quien envió este enlace.",
        en:
            "Paste the store's key and token here. The token is kept encrypted and nobody sees it again, not even who sent this link."
    )
    let store = Phrase(pt: "Loja", es: "Tienda", en: "Store")
    let account = Phrase(pt: "Conta", es: "Cuenta", en: "Account")
    let until = Phrase(pt: "O link vale até", es: "El enlace vale hasta", en: "The link lasts until")
    let once = Phrase(
        pt:
            "A chave é verificada antes: se a plataforma não a aceitar, você corrige e tenta de novo. Depois de aceita, o link não abre mais.",
        es:
            "La clave se verifica antes: si la plataforma no la acepta, usted corrige e intenta otra vez. Una vez aceptada, el enlace no abre más.",
        en:
            "The key is checked first: if the platform does not take it, correct it and try again. Once taken, the link opens no more."
    )
    let submit = Phrase(pt: "Verificar e entregar", es: "Verificar y entregar", en: "Check and hand in")
    let found = Phrase(pt: "O que a chave pode", es: "Qué puede la clave", en: "What the key can do")

    static let takenHeading = Phrase(pt: "Chave entregue", es: "Clave entregada", en: "Key handed in")
    static let openedHeading = Phrase(
        pt: "Este link já foi usado", es: "Este enlace ya se usó", en: "This link was used already")
    static let goneHeading = Phrase(
        pt: "Este link não vale mais", es: "Este enlace ya no vale", en: "This link is no longer valid")
    static let close = Phrase(
        pt: "Pode fechar esta página: ela não abre de novo.", es: "Puede cerrar esta página: no abre otra vez.",
        en: "You can close this page: it does not open again.")
    static let theirs = Phrase(
        pt: "A chave ficou guardada. Quem enviou o link vê este aviso e resolve; você não precisa fazer nada.",
        es:
            "La clave quedó guardada. Quien envió el enlace ve este aviso y lo resuelve; usted no tiene que hacer nada.",
        en: "The key is kept. Whoever sent the link sees this and puts it right; there is nothing for you to do.")
    static let gone = Phrase(
        pt: "Links assim valem por 24 horas e podem ser cancelados. Peça outro a quem o enviou.",
        es: "Estos enlaces valen por 24 horas y se pueden cancelar. Pida otro a quien lo envió.",
        en: "Such links last for 24 hours and can be cancelled. Ask whoever sent it for another.")

    static func heading(_ client: String) -> Phrase {
        Phrase(
            pt: "\(client) pede a chave de uma loja", es: "\(client) pide la clave de una tienda",
            en: "\(client) asks for a store's key")
    }

    static func thanks(_ client: String) -> Phrase {
        Phrase(
            pt: "Pronto: \(client) já pode usar a chave.", es: "Listo: \(client) ya puede usar la clave.",
            en: "Done: \(client) can use the key now.")
    }

    static func opened(_ moment: String) -> Phrase {
        Phrase(
            pt:
                "A chave foi entregue por aqui em \(moment). Se não foi você, avise quem enviou o link e desative a chave na plataforma. Para entregar outra, peça um link novo.",
            es:
                "La clave se entregó por aquí el \(moment). Si no fue usted, avise a quien envió el enlace y desactive la clave en la plataforma. Para entregar otra, pida un enlace nuevo.",
            en:
                "The key was handed in here \(moment). If that was not you, tell whoever sent the link and deactivate the key at the platform. To hand in another, ask for a new link."
        )
    }
}
