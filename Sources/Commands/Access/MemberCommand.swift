import ArgumentParser
import Basics

/// `ponte member`: the people who sign in.
struct MemberCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "member",
            Phrase(
                pt: "Mostra os usuários e cuida deles.", es: "Muestra los usuarios y los administra.",
                en: "Show the members and look after them."),
            examples: ["ponte member list --database sqlite:///srv/ponte/ponte.db"],
            subcommands: [
                MemberAddCommand.self, MemberListCommand.self, MemberDisableCommand.self, MemberEnableCommand.self,
                MemberRoleCommand.self, MemberPasswordCommand.self,
            ])
    }
}

/// Which member a command is about.
struct MemberOptions: ParsableArguments {
    @Argument(
        help: .said(
            pt: "E-mail do usuário.", es: "Correo del usuario.", en: "E-mail of the member.", value: "email"))
    var email: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var common: LanguageOptions
}
