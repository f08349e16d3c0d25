import Basics

/// The people who can sign in. For owners only.
package struct MembersPage: ConsolePage {
    package struct Entry: Sendable {
        package let id: String
        package let name: String
        package let email: String
        package let isOwner: Bool
        package let isActive: Bool
        package let isMe: Bool
        package let lastSignInAt: Instant?

        package init(
            id: String, name: String, email: String, isOwner: Bool, isActive: Bool, isMe: Bool, lastSignInAt: Instant?
        ) {
            self.id = id
            self.name = name
            self.email = email
            self.isOwner = isOwner
            self.isActive = isActive
            self.isMe = isMe
            self.lastSignInAt = lastSignInAt
        }
    }

    package var members: [Entry]
    /// What was typed for a new member, after a refusal; never the password.
    package var typedName: String
    package var typedEmail: String
    /// By field: `name`, `email`, `password`.
    package var errors: [String: Phrase]

    package init(
        members: [Entry], typedName: String = "", typedEmail: String = "", errors: [String: Phrase] = [:]
    ) {
        self.members = members
        self.typedName = typedName
        self.typedEmail = typedEmail
        self.errors = errors
    }

    package static let template = Template.members
    package static let words = WordList(MembersWords())

    package func title(for reader: Reader) -> String { MembersWords.heading[reader.language] }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        var fields = [
            Field("name", reader.say(MembersWords.name), value: typedName.isEmpty ? nil : typedName),
            Field("email", reader.say(SignInWords.email), .email, value: typedEmail.isEmpty ? nil : typedEmail),
            Field("password", reader.say(MembersWords.firstPassword), .password),
            Field("role", reader.say(MembersWords.role)),
        ]
        fields[0].autocomplete = "off"
        fields[1].autocomplete = "off"
        fields[2].autocomplete = "new-password"
        fields[2].hint = reader.say(SetUpWords.passwordHint)
        fields[3].options = [
            Field.Option(value: "reader", title: reader.say(MembersWords.readerRole), isChosen: true),
            Field.Option(value: "owner", title: reader.say(MembersWords.ownerRole), isChosen: false),
        ]
        fields[3].hint = reader.say(MembersWords.roleHint)
        for index in fields.indices { fields[index].error = errors[fields[index].name].map(reader.say) }
        return Content(
            hasCrumbs: true, crumbs: [Crumb(reader.say(SettingsWords.heading), ConsolePath.settings)],
            heading: title(for: reader), members: members.map { Row($0, for: reader) }, action: ConsolePath.members,
            fields: fields)
    }

    private struct Row: Sendable {
        let name: String
        let email: String
        let role: Badge
        let state: Badge?
        let seen: String
        let isMe: Bool
        let isActive: Bool
        let path: String

        init(_ entry: Entry, for reader: Reader) {
            name = entry.name
            email = entry.email
            role = Badge(
                entry.isOwner ? .info : .quiet,
                reader.say(entry.isOwner ? MembersWords.owner : MembersWords.readerName))
            state = entry.isActive ? nil : Badge(.warn, reader.say(MembersWords.disabled))
            seen = entry.lastSignInAt.map(reader.ago) ?? reader.say(MembersWords.never)
            isMe = entry.isMe
            isActive = entry.isActive
            path = ConsolePath.member(entry.id)
        }
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let members: [Row]
        let action: String
        let fields: [Field]
    }
}

struct MembersWords: PageWords {
    let you = Phrase(pt: "você", es: "usted", en: "you")
    let lastSeen = Phrase(pt: "Entrou pela última vez:", es: "Último ingreso:", en: "Last signed in:")
    let disable = Phrase(pt: "Desativar", es: "Desactivar", en: "Disable")
    let enable = Phrase(pt: "Reativar", es: "Reactivar", en: "Enable")
    let newMember = Phrase(pt: "Novo usuário", es: "Nuevo usuario", en: "New member")
    let add = Phrase(pt: "Criar usuário", es: "Crear usuario", en: "Create member")

    static let heading = Phrase(pt: "Usuários", es: "Usuarios", en: "Members")
    static let name = Phrase(pt: "Nome", es: "Nombre", en: "Name")
    static let firstPassword = Phrase(pt: "Primeira senha", es: "Primera contraseña", en: "First password")
    static let role = Phrase(pt: "Perfil de acesso", es: "Perfil de acceso", en: "Role")
    static let owner = Phrase(pt: "Proprietário", es: "Propietario", en: "Owner")
    static let readerName = Phrase(pt: "Leitor", es: "Lector", en: "Reader")
    static let ownerRole = Phrase(
        pt: "Proprietário: pode tudo", es: "Propietario: puede todo", en: "Owner: can do everything")
    static let readerRole = Phrase(
        pt: "Leitor: vê, sem dados de pessoas, e não muda nada",
        es: "Lector: ve, sin datos de personas, y no cambia nada",
        en: "Reader: sees, without people's data, and changes nothing")
    static let roleHint = Phrase(
        pt: "Dê o menor que baste.", es: "Dé el menor que alcance.", en: "Give the smallest that will do.")
    static let disabled = Phrase(pt: "Desativado", es: "Desactivado", en: "Disabled")
    static let never = Phrase(pt: "nunca", es: "nunca todavía", en: "never")
}
