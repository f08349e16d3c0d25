import AccessControl
import ArgumentParser
import Basics
import Hub
import Operations

/// `ponte member add`.
struct MemberAddCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "add",
            Phrase(
                pt: "Cria um usuário; a senha é perguntada, sem aparecer na tela.",
                es: "Crea un usuario; la contraseña se pregunta, sin mostrarse en pantalla.",
                en: "Make a member; the password is asked for and not shown."),
            examples: [
                "ponte member add ana@example.com --name \"Ana Souza\" --role owner",
                "PONTE_MEMBER_PASSWORD=… ponte member add bia@example.com --name Bia --role reader",
            ])
    }

    @OptionGroup var target: MemberOptions

    @Option(
        help: .said(
            pt: "Nome, como aparece na tela.", es: "Nombre, como se muestra en pantalla.",
            en: "Name, as it is shown.", value: "name"))
    var name: String?

    @Option(
        help: .said(
            pt: "owner: tudo. reader: vê, sem as pessoas, e não muda nada.",
            es: "owner: todo. reader: mira, sin las personas, y no cambia nada.",
            en: "owner: everything. reader: looks, persons aside, and changes nothing.", value: "owner|reader"))
    var role: MemberRole = .reader

    @Option(
        name: .customLong("member-language"),
        help: .said(
            pt: "Idioma que a pessoa lê; sem ela, o desta execução.",
            es: "Idioma que la persona lee; sin ella, el de esta ejecución.",
            en: "Language that the person reads; without it, that of this run.", value: "pt|es|en"))
    var memberLanguage: Language?

    @OptionGroup var password: PasswordOptions
    @OptionGroup var answer: AnswerOptions

    func run() async throws {
        let surroundings = Surroundings.current
        let new = try NewMember(
            email: target.email, name: name ?? target.email, language: memberLanguage ?? surroundings.language,
            role: role)
        let password = try password.read()
        try await target.database.withHub { hub in
            let member = try await hub.addMember(new, password: password, by: .commandLine)
            if answer.json { return try surroundings.screen.emit(MemberText.json(member)) }
            try AccessNote.done(
                Phrase(
                    pt: "Usuário criado: \(member.id)", es: "Usuario creado: \(member.id)",
                    en: "Member made: \(member.id)"))
        }
    }
}

extension MemberRole: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
