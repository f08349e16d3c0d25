import ArgumentParser
import Basics
import Hub
import Journal
import Logging
import Operations

/// `ponte restore`.
struct RestoreCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "restore",
            Phrase(
                pt: "Restaura uma cópia de ponte backup num lugar vazio.",
                es: "Restaura una copia de ponte backup en un lugar vacío.",
                en: "Restore a backup made by ponte backup into an empty place."),
            details: Phrase(
                pt:
                    "Confere a cópia inteira antes, e depois as trilhas de auditoria e a chave-mestra, que se põe de volta "
                    + "à parte. Termina com 1 se o banco foi restaurado mas a chave não abre as credenciais ou uma trilha "
                    + "não está inteira. Chaves e usuários voltam ao que eram na hora da cópia.",
                es:
                    "Verifica antes la copia entera, y después los registros de auditoría y la clave maestra, que se vuelve "
                    + "a poner aparte. Termina con 1 si la base se restauró pero la clave no abre las credenciales o una "
                    + "cadena no está entera. Claves y usuarios vuelven a ser los de la hora de la copia.",
                en:
                    "Checks all of the backup first, and then the audit chains and the master key, which is put back apart. "
                    + "Exits 1 if the database was restored and the key does not open the credentials, or a chain is not "
                    + "whole. Keys and members are again what they were when the backup was made."),
            examples: [
                "ponte restore /srv/backups/ponte-20261122T103000Z.tar --database sqlite:///srv/ponte/ponte.db",
                "ponte restore --check /srv/backups/ponte-20261122T103000Z.tar",
            ])
    }

    @Argument(
        help: .said(
            pt: "A cópia.", es: "La copia.", en: "The backup.", value: "file"))
    var file: String

    @Flag(
        help: .said(
            pt: "Só confere a cópia, sem restaurar.", es: "Solo verifica la copia, sin restaurar.",
            en: "Only check the backup, restore nothing."))
    var check = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    func run() async throws {
        if check { return try RestoreText.tell(try Restoration.check(file), json: answer.json) }
        let configuration = try database.configuration()
        let outcome = try await Interruption.watching { [file] in
            try await Restoration.restore(
                file, configuration, by: .commandLine, clock: SystemClock(),
                logger: .toStandardError(configuration.logLevel))
        }
        switch outcome {
        case .finished(let report):
            try RestoreText.tell(report, json: answer.json)
            if !report.isSound { throw Ending.answeredNo.exitCode }
        case .interrupted(let signal): throw ExitCode(128 + signal)
        }
    }
}
