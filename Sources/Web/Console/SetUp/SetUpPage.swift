import Basics

/// The first page of a new installation: whoever has the code that the server printed becomes its owner.
package struct SetUpPage: ConsolePage {
    /// What was typed, after a refusal; never the password.
    package var code: String
    package var name: String
    package var email: String
    /// What is wrong with a field, by its name: `code`, `name`, `email`, `password`.
    package var errors: [String: Phrase]
    package var notice: Notice?

    package init(
        code: String = "", name: String = "", email: String = "", errors: [String: Phrase] = [:],
        notice: Notice? = nil
    ) {
        self.code = code
        self.name = name
        self.email = email
        self.errors = errors
        self.notice = notice
    }

    package static let template = Template.setUp
    package static let words = WordList(SetUpWords())

    package func title(for reader: Reader) -> String { SetUpWords.heading[reader.language] }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        var fields = [
            Field("code", reader.say(SetUpWords.code), value: code.isEmpty ? nil : code),
            Field("name", reader.say(SetUpWords.name), value: name.isEmpty ? nil : name),
            Field("email", reader.say(SetUpWords.email), .email, value: email.isEmpty ? nil : email),
            Field("password", reader.say(SetUpWords.password), .password),
        ]
        fields[0].hint = reader.say(SetUpWords.codeHint)
        fields[0].isCode = true
        fields[0].autocomplete = "off"
        fields[0].hasFocus = code.isEmpty
        fields[1].autocomplete = "name"
        fields[2].autocomplete = "username"
        fields[3].autocomplete = "new-password"
        fields[3].hint = reader.say(SetUpWords.passwordHint)
        for index in fields.indices { fields[index].error = errors[fields[index].name].map(reader.say) }
        return Content(
            heading: title(for: reader), action: ConsolePath.setUp,
            message: notice.map { NoticeContent($0, for: reader) }, fields: fields)
    }

    private struct Content: Sendable {
        let heading: String
        let action: String
        let message: NoticeContent?
        let fields: [Field]
    }
}

struct SetUpWords: PageWords {
    let intro = Phrase(
        pt:
            "Esta instalação ainda não tem proprietário. Quem a preparar terá todos os direitos e poderá convidar outras pessoas.",
        es:
            "Esta instalación aún no tiene propietario. Quien la prepare tendrá todos los permisos y podrá invitar a otras personas.",
        en: "This installation has no owner yet. Whoever sets it up has every right and can invite others.")
    let finish = Phrase(pt: "Criar meu acesso", es: "Crear mi acceso", en: "Create my access")

    static let heading = Phrase(pt: "Preparar o Ponte", es: "Preparar Ponte", en: "Set up Ponte")
    static let code = Phrase(pt: "Código de instalação", es: "Código de instalación", en: "Set-up code")
    static let codeHint = Phrase(
        pt: "Está no terminal em que “ponte serve” foi iniciado. Só quem tem acesso ao servidor o vê.",
        es: "Está en la terminal donde se inició “ponte serve”. Solo lo ve quien tiene acceso al servidor.",
        en: "It is in the terminal where “ponte serve” was started. Only those with access to the server see it.")
    static let name = Phrase(pt: "Seu nome", es: "Su nombre", en: "Your name")
    static let email = Phrase(pt: "E-mail", es: "Correo electrónico", en: "E-mail address")
    static let password = Phrase(pt: "Senha", es: "Contraseña", en: "Password")
    static let passwordHint = Phrase(
        pt: "Pelo menos 12 caracteres. Uma frase é fácil de lembrar.",
        es: "Al menos 12 caracteres. Una frase es fácil de recordar.",
        en: "At least 12 characters. A sentence is easy to remember.")
}
