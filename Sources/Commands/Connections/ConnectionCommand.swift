import ArgumentParser
import Basics

/// `ponte connection`: the stores that are connected, and what can be done to them.
struct ConnectionCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "connection",
            Phrase(
                pt: "Mostra as conexões e cuida delas.", es: "Muestra las conexiones y las administra.",
                en: "Show the connections and look after them."),
            examples: ["ponte connection list --database sqlite:///srv/ponte/ponte.db"],
            subcommands: [
                ConnectionListCommand.self, ConnectionShowCommand.self, ConnectionPauseCommand.self,
                ConnectionResumeCommand.self, ConnectionRerunCommand.self, ConnectionCredentialCommand.self,
                ConnectionTotalsCommand.self,
            ])
    }
}

/// Which connection a command is about.
struct ConnectionOptions: ParsableArguments {
    @Argument(
        help: .said(
            pt: "Id, nome ou conta da conexão.", es: "Id, nombre o cuenta de la conexión.",
            en: "Id, name or account of the connection.", value: "connection"))
    var connection: String

    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var common: LanguageOptions
}
