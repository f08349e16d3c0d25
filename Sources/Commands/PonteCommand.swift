import ArgumentParser
import Basics
import Hub
import Operations

/// `ponte`: all commands, and what the program is.
struct PonteCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ponte",
            abstract: Phrase(
                pt: "Ponte: liga lojas aos sistemas que precisam dos seus dados.",
                es: "Ponte: conecta tiendas con los sistemas que necesitan sus datos.",
                en: "Ponte: joins stores to the systems that need their data."
            ).spoken,
            discussion: discussion,
            version: Services.version, subcommands: subcommands)
    }

    private static var discussion: String {
        let demo = Phrase(
            pt: "Para conhecer, sem loja nem conta:", es: "Para conocerlo, sin tienda ni cuenta:",
            en: "To get to know it, without a store or an account:")
        let heading = Phrase(pt: "Exemplo:", es: "Ejemplo:", en: "Example:")
        let example =
            "PONTE_APP_TOKEN=… ponte check --account \(ExampleWords.store) --app-key \(ExampleWords.key)"
        let endings = Phrase(
            pt: "Códigos de saída: 0 feito, 1 a resposta é não, 2 não foi possível perguntar.",
            es: "Códigos de salida: 0 hecho, 1 la respuesta es no, 2 no se pudo preguntar.",
            en: "Exit codes: 0 done, 1 the answer is no, 2 it could not be asked.")
        return [
            demo.spoken + "\n" + ExampleText.lines("ponte demo"),
            heading.spoken + "\n" + ExampleText.lines(example), endings.spoken,
        ].joined(separator: "\n\n")
    }

    static let subcommands: [any ParsableCommand.Type] = [
        DemoCommand.self, CheckCommand.self, SyncCommand.self, ReconcileCommand.self, LiveCommand.self,
        ExportCommand.self, ConnectionCommand.self,
        ServeCommand.self, MemberCommand.self, KeyCommand.self, MigrateCommand.self,
        BackupCommand.self, RestoreCommand.self, AuditCommand.self, VaultCommand.self, RemapCommand.self,
        SandboxCommand.self, BenchCommand.self,
    ]

    @OptionGroup var common: LanguageOptions

    /// `ponte` alone shows what there is.
    func run() async throws { throw CleanExit.helpRequest(self) }
}

/// The commands as a tree of names, for whoever has to see them all.
package enum CommandTree {
    /// Every command's words after `ponte`, the root's none.
    package static var paths: [[String]] { paths(of: PonteCommand.self, under: []) }

    private static func paths(of command: any ParsableCommand.Type, under path: [String]) -> [[String]] {
        [path]
            + command.configuration.subcommands.flatMap { subcommand in
                paths(of: subcommand, under: path + [subcommand.configuration.commandName ?? ""])
            }
    }
}
