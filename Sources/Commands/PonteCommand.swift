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
            discussion: Phrase(
                pt:
                    "Para conhecer, sem loja nem conta:\n  ponte demo\n\nExemplo:\n  PONTE_APP_TOKEN=… ponte check --account "
                    + "minhaloja --app-key vtexappkey-minhaloja-ABCDEF\n\nCódigos de saída: 0 feito, 1 a resposta é não, 2 "
                    + "não foi possível perguntar.",
                es: "Para conocerlo, sin tienda ni cuenta:\n  ponte demo\n\nEjemplo:\n  PONTE_APP_TOKEN=… ponte check "
                    + "--account mitienda --app-key vtexappkey-mitienda-ABCDEF\n\nCódigos de salida: 0 hecho, 1 la "
                    + "respuesta es no, 2 no se pudo preguntar.",
                en:
                    "To get to know it, without a store or an account:\n  ponte demo\n\nExample:\n  PONTE_APP_TOKEN=… ponte "
                    + "check --account myshop --app-key vtexappkey-myshop-ABCDEF\n\nExit codes: 0 done, 1 the answer is "
                    + "no, 2 it could not be asked."
            ).spoken,
            version: Services.version, subcommands: subcommands)
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
