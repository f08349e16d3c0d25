import Basics
import ConnectorKit

/// The second step of connecting a store: its account and key, with the platform's own steps to the key beside them.
package struct ConnectPage: ConsolePage {
    /// What was typed, less the token: that is typed again.
    package struct Draft: Sendable {
        package var account: String
        package var key: String
        package var name: String
        package var timeZone: String
        package var baseURL: String

        package init(
            account: String = "", key: String = "", name: String = "", timeZone: String = StoreZones.usual,
            baseURL: String = ""
        ) {
            self.account = account
            self.key = key
            self.name = name
            self.timeZone = timeZone
            self.baseURL = baseURL
        }
    }

    package var platform: PlatformProfile
    package var guide: KeyGuide?
    package var draft: Draft
    /// The id of the draft that is corrected; nil for a new one.
    package var connection: String?
    /// Whether a token is stored, which a blank field leaves as it is.
    package var hasToken = false
    package var error: IntakeError?
    package var notice: Notice?

    package init(
        platform: PlatformProfile, guide: KeyGuide?, draft: Draft = Draft(), connection: String? = nil,
        hasToken: Bool = false, error: IntakeError? = nil, notice: Notice? = nil
    ) {
        self.platform = platform
        self.guide = guide
        self.draft = draft
        self.connection = connection
        self.hasToken = hasToken
        self.error = error
        self.notice = notice
    }

    package static let template = Template.connect
    package static let words = WordList(ConnectWords())

    package func title(for reader: Reader) -> String { reader.say(ConnectWords.heading(platform.title)) }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        let client = frame.client?.id ?? ""
        let action = connection.map { ConsolePath.connection(client, $0, "set-up") }
        let other = otherAddress(reader)
        return Content(
            hasCrumbs: true,
            crumbs: [
                Crumb(reader.say(ConnectionsWords.heading), ConsolePath.connections(client)),
                Crumb(reader.say(ConnectWords.heading), ConsolePath.newConnection(client)),
            ],
            heading: title(for: reader), wizard: WizardSteps(.key, for: reader),
            message: notice.map { NoticeContent($0, for: reader) },
            action: action ?? ConsolePath.newConnection(client, platform.name),
            back: connection.map { ConsolePath.connection(client, $0) } ?? ConsolePath.newConnection(client),
            fields: fields(reader), otherAddress: other, isOtherOpen: other.value != nil || other.error != nil,
            steps: guide.map { GuideContent($0, for: reader) })
    }

    private func fields(_ reader: Reader) -> [Field] {
        var account = Field("account", reader.say(ConnectWords.account), value: TypedText.again(draft.account))
        account.hint = reader.say(ConnectWords.accountHint)
        account.autocomplete = "off"
        var key = Field("key", reader.say(CredentialWords.key), value: TypedText.again(draft.key))
        key.isCode = true
        key.autocomplete = "off"
        var token = Field("token", reader.say(ConnectWords.token), .password)
        token.isCode = true
        token.autocomplete = "off"
        token.isRequired = !hasToken
        token.hint = reader.say(hasToken ? ConnectWords.tokenKept : CredentialWords.tokenHint)
        var name = Field("name", reader.say(ConnectWords.name), value: TypedText.again(draft.name))
        name.isRequired = false
        name.isOptional = true
        name.lengthMax = 200
        name.autocomplete = "off"
        name.hint = reader.say(ConnectWords.nameHint)
        var zone = Field("time_zone", reader.say(ConnectWords.timeZone))
        zone.options = StoreZones.options(chosen: draft.timeZone)
        zone.hint = reader.say(ConnectWords.timeZoneHint)
        account.error = error?.text(at: .account, for: reader)
        key.error = error?.text(at: .key, for: reader)
        token.error = error?.text(at: .token, for: reader)
        return [account, key, token, name, zone]
    }

    private func otherAddress(_ reader: Reader) -> Field {
        let typed = TypedText.again(draft.baseURL)
        var address = Field(
            "base_url", reader.say(ConnectWords.address), value: typed.isEmpty ? nil : typed)
        address.isRequired = false
        address.isOptional = true
        address.autocomplete = "off"
        address.hint = reader.say(ConnectWords.addressHint)
        address.error = error?.text(at: .baseURL, for: reader)
        return address
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let wizard: WizardSteps
        let message: NoticeContent?
        let action: String
        let back: String
        let fields: [Field]
        let otherAddress: Field
        let isOtherOpen: Bool
        let steps: GuideContent?
    }
}

struct ConnectWords: PageWords {
    let intro = Phrase(
        pt:
            "Cole o que a plataforma mostrou. A verificação só faz perguntas, que nada mudam na loja. Nada é lido antes de você dizer que comece.",
        es:
            "Pegue lo que mostró la plataforma. La verificación solo hace preguntas, que nada cambian en la tienda. No se lee nada antes de que usted diga que comience.",
        en:
            "Paste what the platform showed. The check only asks questions, which change nothing in the store. Nothing is read before you say start."
    )
    let submit = Phrase(pt: "Salvar e verificar", es: "Guardar y verificar", en: "Save and check")
    let someoneElse = Phrase(
        pt: "Outra pessoa tem a chave", es: "Otra persona tiene la clave", en: "Somebody else has the key")
    let someoneElseText = Phrase(
        pt:
            "Preencha só a conta da loja: o Ponte faz um link que abre uma única vez, e quem o abrir entrega a chave sem passar por você.",
        es:
            "Complete solo la cuenta de la tienda: Ponte hace un enlace que abre una sola vez, y quien lo abra entrega la clave sin pasar por usted.",
        en:
            "Fill in the store's account only: Ponte makes a link that opens once, and whoever opens it hands the key in without passing it through you."
    )
    let trials = Phrase(
        pt: "Para testar: outro endereço", es: "Para probar: otra dirección", en: "For trials: another address")

    static let heading = Phrase(pt: "Conectar uma loja", es: "Conectar una tienda", en: "Connect a store")
    static let account = Phrase(pt: "Conta da loja", es: "Cuenta de la tienda", en: "Store account")
    static let accountHint = Phrase(
        pt: "O nome da conta ou o endereço do admin da loja, como você o copiou.",
        es: "El nombre de la cuenta o la dirección del admin de la tienda, tal como la copió.",
        en: "The account's name, or the address of the store's admin as you copied it.")
    static let token = Phrase(pt: "Token da chave", es: "Token de la clave", en: "The key's token")
    static let tokenKept = Phrase(
        pt: "Já está guardado, cifrado. Deixe em branco para mantê-lo.",
        es: "Ya está guardado, cifrado. Déjelo en blanco para conservarlo.",
        en: "It is stored already, encrypted. Leave this blank to keep it.")
    static let name = Phrase(pt: "Nome", es: "Nombre", en: "Name")
    static let nameHint = Phrase(
        pt: "Como você a chama; em branco, vale o nome da conta.",
        es: "Como usted la llama; en blanco, vale el nombre de la cuenta.",
        en: "What you call it; left blank, it is the account's name.")
    static let timeZone = Phrase(pt: "Fuso da loja", es: "Zona horaria de la tienda", en: "Store's time zone")
    static let timeZoneHint = Phrase(
        pt: "Os dias da loja são contados nele.", es: "Los días de la tienda se cuentan en ella.",
        en: "The store's days are counted in it.")
    static let address = Phrase(pt: "Outro endereço", es: "Otra dirección", en: "Another address")
    static let addressHint = Phrase(
        pt: "No lugar do endereço da plataforma, por exemplo o do sandbox.",
        es: "En lugar de la dirección de la plataforma, por ejemplo la del sandbox.",
        en: "In place of the platform's own address, such as the sandbox's.")

    static func heading(_ platform: String) -> Phrase {
        Phrase(
            pt: "Conectar uma loja \(platform)", es: "Conectar una tienda \(platform)",
            en: "Connect a \(platform) store")
    }
}
