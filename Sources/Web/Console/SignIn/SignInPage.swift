import Basics

/// Where a member signs in.
package struct SignInPage: ConsolePage {
    /// As it was typed, after a refusal.
    package var email: String
    /// Why the last try was refused, or why one has to sign in again.
    package var notice: Notice?
    /// Where to go afterwards, on this server; nil for the first page.
    package var back: String?

    package init(email: String = "", notice: Notice? = nil, back: String? = nil) {
        self.email = email
        self.notice = notice
        self.back = back
    }

    package static let template = Template.signIn
    package static let words = WordList(SignInWords())

    package func title(for reader: Reader) -> String { SignInWords.heading[reader.language] }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        var address = Field("email", reader.say(SignInWords.email), .email, value: email.isEmpty ? nil : email)
        address.autocomplete = "username"
        address.hasFocus = email.isEmpty
        var password = Field("password", reader.say(SignInWords.password), .password)
        password.autocomplete = "current-password"
        password.hasFocus = !email.isEmpty
        return Content(
            heading: title(for: reader), action: ConsolePath.signIn, back: back,
            message: notice.map { NoticeContent($0, for: reader) }, fields: [address, password])
    }

    private struct Content: Sendable {
        let heading: String
        let action: String
        let back: String?
        let message: NoticeContent?
        let fields: [Field]
    }
}

struct SignInWords: PageWords {
    let enter = Phrase(pt: "Entrar", es: "Ingresar", en: "Sign in")
    let forgotten = Phrase(
        pt: "Esqueceu a senha? Quem cuida do servidor define uma nova com:",
        es: "¿Olvidó la contraseña? Quien cuida del servidor define una nueva con:",
        en: "Forgotten? Whoever looks after the server sets a new one with:")

    static let heading = Phrase(pt: "Entrar no Ponte", es: "Ingresar a Ponte", en: "Sign in to Ponte")
    static let email = Phrase(pt: "E-mail", es: "Correo electrónico", en: "E-mail address")
    static let password = Phrase(pt: "Senha", es: "Contraseña", en: "Password")
}
