import ArgumentParser
import Basics
import Hub
import Logging
import Operations

/// `ponte backup`: the database into one file, or the master key into another, never both into one.
struct BackupCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "backup",
            Phrase(
                pt: "Faz uma cópia do banco de dados, mesmo com o Ponte em uso.",
                es: "Hace una copia de la base de datos, incluso con Ponte en uso.",
                en: "Back up the database, even while Ponte is in use."),
            details: Phrase(
                pt:
                    "ARQUIVO não pode existir; numa pasta, o nome é o da hora. A cópia não leva a chave-mestra: copie-a uma "
                    + "vez, e depois de cada ponte vault rotate, com --master-key, para outro lugar. Quem tem as duas lê as "
                    + "credenciais. De um PostgreSQL copia o pg_dump, que precisa estar nesta máquina.",
                es:
                    "ARCHIVO no puede existir; en una carpeta, el nombre es el de la hora. La copia no lleva la clave "
                    + "maestra: cópiela una vez, y después de cada ponte vault rotate, con --master-key, a otro lugar. Quien "
                    + "tiene las dos lee las credenciales. De un PostgreSQL copia pg_dump, que debe estar en esta máquina.",
                en:
                    "FILE must not exist; in a folder it is named after the time. The master key is not in it: copy that "
                    + "once, and after each ponte vault rotate, with --master-key, to another place. Who has both reads the "
                    + "credentials. A PostgreSQL database is copied by pg_dump, which has to be on this machine."),
            examples: [
                "ponte backup /srv/backups/ --database sqlite:///srv/ponte/ponte.db",
                "ponte backup --master-key /media/usb/ponte.key --database sqlite:///srv/ponte/ponte.db",
            ])
    }

    @Argument(
        help: .said(
            pt: "Onde gravar a cópia: um arquivo novo ou uma pasta.",
            es: "Dónde grabar la copia: un archivo nuevo o una carpeta.",
            en: "Where to write the backup: a new file or a folder.", value: "file"))
    var file: String?

    @Option(
        name: .customLong("master-key"),
        help: .said(
            pt: "Copia a chave-mestra para este arquivo novo, em vez do banco de dados.",
            es: "Copia la clave maestra a este archivo nuevo, en lugar de la base de datos.",
            en: "Copy the master key to this new file, instead of the database.", value: "file"))
    var masterKey: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    func validate() throws {
        guard (file == nil) != (masterKey == nil) else {
            throw ValidationError(
                Phrase(
                    pt: "Diga um ARQUIVO, ou --master-key ARQUIVO; cada um vai para um lugar.",
                    es: "Diga un ARCHIVO, o --master-key ARCHIVO; cada uno va a un lugar.",
                    en: "Name a FILE, or --master-key FILE; each goes to a place of its own."
                ).spoken)
        }
    }

    func run() async throws {
        let configuration = try database.configuration()
        if let masterKey {
            let ids = try Backup.copyMasterKey(configuration, to: masterKey)
            return try BackupText.tellKey(ids, at: masterKey, json: answer.json)
        }
        guard let file else { return }
        let outcome = try await Interruption.watching {
            try await Backup.write(
                configuration, to: file, at: SystemClock().now(), logger: .toStandardError(configuration.logLevel))
        }
        switch outcome {
        case .finished(let report): try BackupText.tell(report, json: answer.json)
        case .interrupted(let signal): throw ExitCode(128 + signal)
        }
    }
}
