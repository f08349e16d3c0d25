import Basics
import ConnectorKit

/// Where a store is connected: its platform, account and key, which is checked before anything is kept.
package struct ConnectPage: ConsolePage {
    /// What was typed, less the token: that is typed again.
    package struct Draft: Sendable {
        package var platform: String
        package var account: String
        package var baseURL: String
        package var key: String

        package init(platform: String = "", account: String = "", baseURL: String = "", key: String = "") {
            self.platform = platform
            self.account = account
            self.baseURL = baseURL
            self.key = key
        }
    }

    package var platforms: [String]
    package var draft: Draft
    package var error: IntakeError?
    package var notice: Notice?

    package init(platforms: [String], draft: Draft = Draft(), error: IntakeError? = nil, notice: Notice? = nil) {
        self.platforms = platforms
        self.draft = draft
        self.error = error
        self.notice = notice
    }

    package static let template = Template.credential
    package static let words = WordList(ConnectWords())

    package func title(for reader: Reader) -> String { reader.say(ConnectWords.heading) }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        let client = frame.client?.id ?? ""
        return Content(
            hasCrumbs: true,
            crumbs: [Crumb(reader.say(ConnectWords.connections), ConsolePath.connections(client))],
            heading: title(for: reader), message: notice.map { NoticeContent($0, for: reader) },
            action: ConsolePath.newConnection(client), back: ConsolePath.connections(client), fields: fields(reader))
    }

    private func fields(_ reader: Reader) -> [Field] {
        var platform = Field("platform", reader.say(ConnectWords.platform))
        platform.options = platforms.map {
            Field.Option(value: $0, title: $0.uppercased(), isChosen: $0 == draft.platform)
        }
        var account = Field("account", reader.say(ConnectWords.account), value: draft.account)
        account.hint = reader.say(ConnectWords.accountHint)
        account.autocomplete = "off"
        var key = Field("key", reader.say(CredentialWords.key), value: draft.key)
        key.isCode = true
        key.autocomplete = "off"
        var token = Field("token", reader.say(ConnectWords.token), .password)
        token.isCode = true
        token.autocomplete = "off"
        token.hint = reader.say(CredentialWords.tokenHint)
        var address = Field("base_url", reader.say(ConnectWords.address), .text, value: draft.baseURL)
        address.isRequired = false
        address.isOptional = true
        address.autocomplete = "off"
        address.hint = reader.say(ConnectWords.addressHint)
        if let error {
            let text = error.text(in: reader.language)
            switch error.field {
            case .account: account.error = text
            case .baseURL: address.error = text
            case .key: key.error = text
            case .token: token.error = text
            }
        }
        return [platform, account, key, token, address]
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let message: NoticeContent?
        let action: String
        let back: String
        let fields: [Field]
    }
}

struct ConnectWords: PageWords {
    let intro = Phrase(
        pt:
            "Cole o que a plataforma mostrou. A chave é verificada na hora, só com perguntas que nada mudam; depois a leitura dos pedidos começa sozinha. Se faltar alguma permissão, a página seguinte diz onde marcar.",
        es:
            "Pegue lo que mostró la plataforma. La clave se verifica en el momento, solo con preguntas que nada cambian; después la lectura de los pedidos empieza sola. Si falta algún permiso, la página siguiente dice dónde marcarlo.",
        en:
            "Paste what the platform showed. The key is checked at once, with questions that change nothing; then the orders are read by themselves. If a right is missing, the next page says where to tick it."
    )
    let submit = Phrase(pt: "Verificar e conectar", es: "Verificar y conectar", en: "Check and connect")

    static let heading = Phrase(pt: "Conectar uma loja", es: "Conectar una tienda", en: "Connect a store")
    static let connections = Phrase(pt: "Conexões", es: "Conexiones", en: "Connections")
    static let platform = Phrase(pt: "Plataforma", es: "Plataforma de la tienda", en: "Platform")
    static let account = Phrase(pt: "Conta da loja", es: "Cuenta de la tienda", en: "Store account")
    static let accountHint = Phrase(
        pt: "O nome da conta ou o endereço do admin da loja.",
        es: "El nombre de la cuenta o la dirección del admin de la tienda.",
        en: "The account's name, or the address of the store's admin.")
    static let token = Phrase(pt: "Token da chave", es: "Token de la clave", en: "The key's token")
    static let address = Phrase(pt: "Outro endereço", es: "Otra dirección", en: "Another address")
    static let addressHint = Phrase(
        pt: "Só para testar: no lugar do endereço da plataforma, por exemplo o do sandbox.",
        es: "Solo para probar: en lugar de la dirección de la plataforma, por ejemplo la del sandbox.",
        en: "For trials only: in place of the platform's own address, such as the sandbox's.")
}
