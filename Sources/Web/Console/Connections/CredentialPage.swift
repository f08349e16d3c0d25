import Basics
import ConnectorKit
import Records

/// Where a connection's key and token are replaced.
package struct CredentialPage: ConsolePage {
    package var connection: Connection
    /// The key that was typed, after a refusal; never the token.
    package var key: String?
    package var error: IntakeError?
    package var notice: Notice?

    package init(connection: Connection, key: String? = nil, error: IntakeError? = nil, notice: Notice? = nil) {
        self.connection = connection
        self.key = key
        self.error = error
        self.notice = notice
    }

    package static let template = Template.credential
    package static let words = WordList(CredentialWords())

    package func title(for reader: Reader) -> String { reader.say(CredentialWords.heading(connection.name)) }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        let client = frame.client?.id ?? ""
        var keyField = Field("key", reader.say(CredentialWords.key), value: key ?? connection.key)
        keyField.isCode = true
        keyField.autocomplete = "off"
        var token = Field("token", reader.say(CredentialWords.token), .password)
        token.isCode = true
        token.autocomplete = "off"
        token.hint = reader.say(CredentialWords.tokenHint)
        keyField.error = error?.text(at: .key, for: reader)
        token.error = error?.text(at: .token, for: reader)
        return Content(
            hasCrumbs: true, crumbs: ConnectionDeeds.crumbs(connection, client: client, for: reader),
            heading: title(for: reader), message: notice.map { NoticeContent($0, for: reader) },
            action: ConsolePath.connection(client, connection.id.text, "credential"),
            back: ConsolePath.connection(client, connection.id.text),
            handInPath: ConsolePath.connection(client, connection.id.text, "hand-in"), fields: [keyField, token])
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let message: NoticeContent?
        let action: String
        let back: String
        let handInPath: String
        let fields: [Field]
    }
}

struct CredentialWords: PageWords {
    let intro = Phrase(
        pt:
            "A chave nova toma o lugar da atual assim que você salvar, e a leitura continua de onde está. Desative a antiga na plataforma só depois de verificar a nova.",
        es:
            "La clave nueva reemplaza a la actual al guardar, y la lectura continúa donde está. Desactive la antigua en la plataforma solo después de verificar la nueva.",
        en:
            "The new key takes the old one's place once you save, and reading goes on where it is. Deactivate the old one at the platform only after the new one was checked."
    )
    let submit = Phrase(pt: "Trocar e verificar", es: "Cambiar y verificar", en: "Replace and check")

    let fromSomeone = Phrase(
        pt: "Receber a chave de outra pessoa", es: "Recibir la clave de otra persona",
        en: "Receive the key from somebody else")

    static let key = Phrase(pt: "Chave de acesso", es: "Clave de acceso", en: "Access key")
    static let token = Phrase(pt: "Token novo", es: "Token nuevo", en: "New token")
    static let tokenHint = Phrase(
        pt: "É guardado cifrado e não volta a ser mostrado.", es: "Se guarda cifrado y no se vuelve a mostrar.",
        en: "It is kept encrypted and is not shown again.")

    static func heading(_ name: String) -> Phrase {
        Phrase(pt: "Trocar a chave de \(name)", es: "Cambiar la clave de \(name)", en: "Replace the key of \(name)")
    }
}
