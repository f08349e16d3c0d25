import Basics
import Storage

/// Why there is no backup, or why one is not restored. The database that it is about was not touched.
package struct BackupError: ExplainedError, Hashable {
    package let code: String
    package let explanation: Phrase
    package let remedy: Phrase?

    static func nothingToBackUp(_ database: String) -> BackupError {
        BackupError(
            code: "backup.nothing",
            explanation: Phrase(
                pt: "Não há nenhum banco de dados do Ponte em \(database).",
                es: "No hay ninguna base de datos de Ponte en \(database).",
                en: "There is no database of Ponte's at \(database)."),
            remedy: Phrase(
                pt: "Confira --database ou PONTE_DATABASE_URL.", es: "Revise --database o PONTE_DATABASE_URL.",
                en: "Check --database or PONTE_DATABASE_URL."))
    }

    static func notABackup(_ path: String) -> BackupError {
        BackupError(
            code: "backup.not_a_backup",
            explanation: Phrase(
                pt: "\(path) não é uma cópia feita por ponte backup.",
                es: "\(path) no es una copia hecha por ponte backup.",
                en: "\(path) is not a backup made by ponte backup."),
            remedy: nil)
    }

    static func damaged(_ path: String) -> BackupError {
        BackupError(
            code: "backup.damaged",
            explanation: Phrase(
                pt: "A cópia \(path) está danificada ou incompleta: não é mais o que foi gravado. Nada foi restaurado.",
                es: "La copia \(path) está dañada o incompleta: ya no es lo que se grabó. No se restauró nada.",
                en: "The backup \(path) is damaged or cut off: it is not what was written. Nothing was restored."),
            remedy: Phrase(
                pt: "Copie-a de novo de onde veio, ou use a cópia anterior.",
                es: "Cópiela otra vez desde su origen, o use la copia anterior.",
                en: "Copy it again from where it came, or use the backup before it."))
    }

    static func unknownFormat(_ path: String, _ format: String) -> BackupError {
        BackupError(
            code: "backup.unknown_format",
            explanation: Phrase(
                pt: "A cópia \(path) tem um formato que este programa não conhece (\(format)).",
                es: "La copia \(path) tiene un formato que este programa no conoce (\(format)).",
                en: "The backup \(path) has a format that this program does not know (\(format))."),
            remedy: newerProgram)
    }

    static func newerSchema(_ manifest: BackupManifest, known: Int) -> BackupError {
        let (version, schema) = (manifest.version, manifest.schema)
        return BackupError(
            code: "backup.newer_schema",
            explanation: Phrase(
                pt:
                    "A cópia foi feita por um Ponte mais novo (\(version), esquema \(schema)); este conhece até \(known).",
                es:
                    "La copia la hizo un Ponte más nuevo (\(version), esquema \(schema)); este conoce hasta el \(known).",
                en:
                    "The backup was made by a newer Ponte (\(version), schema \(schema)); this one knows up to \(known)."
            ),
            remedy: newerProgram)
    }

    static func otherEngine(_ engine: Engine) -> BackupError {
        let name = engine == .sqlite ? "SQLite" : "PostgreSQL"
        return BackupError(
            code: "backup.other_engine",
            explanation: Phrase(
                pt: "Esta cópia é de um banco \(name) e só pode ser restaurada num banco \(name).",
                es: "Esta copia es de una base \(name) y solo se puede restaurar en una base \(name).",
                en: "This backup is of a \(name) database and can be restored into a \(name) database only."),
            remedy: Phrase(
                pt: "Indique outro endereço em --database.", es: "Indique otra dirección en --database.",
                en: "Name another address in --database."))
    }

    static func targetTaken(_ database: String) -> BackupError {
        BackupError(
            code: "backup.target_taken",
            explanation: Phrase(
                pt: "Já há dados em \(database), e restaurar não os substitui.",
                es: "Ya hay datos en \(database), y restaurar no los reemplaza.",
                en: "There is data at \(database) already, and a restore does not replace it."),
            remedy: Phrase(
                pt: "Restaure em outro arquivo ou num banco vazio (createdb), ou tire do caminho o que está lá.",
                es: "Restaure en otro archivo o en una base vacía (createdb), o quite del camino lo que está ahí.",
                en: "Restore into another file or an empty database (createdb), or move away what is there."))
    }

    static func unlike(_ tables: [String]) -> BackupError {
        let list = tables.joined(separator: ", ")
        return BackupError(
            code: "backup.unlike",
            explanation: Phrase(
                pt: "O que foi restaurado não tem os registros que a cópia diz ter: \(list).",
                es: "Lo restaurado no tiene los registros que la copia dice tener: \(list).",
                en: "What was restored does not hold the rows that the backup says: \(list)."),
            remedy: Phrase(
                pt: "Não use este banco; restaure de novo em outro lugar, ou use outra cópia.",
                es: "No use esta base; restaure otra vez en otro lugar, o use otra copia.",
                en: "Do not use this database; restore again elsewhere, or use another backup."))
    }

    static let keyInEnvironment = BackupError(
        code: "backup.key_in_environment",
        explanation: Phrase(
            pt: "A chave-mestra vem de PONTE_MASTER_KEY: não há arquivo para copiar.",
            es: "La clave maestra viene de PONTE_MASTER_KEY: no hay archivo que copiar.",
            en: "The master key comes from PONTE_MASTER_KEY: there is no file to copy."),
        remedy: Phrase(
            pt: "Guarde uma cópia dela no seu cofre de segredos.", es: "Guarde una copia en su gestor de secretos.",
            en: "Keep a copy of it in your store of secrets."))

    private static let newerProgram = Phrase(
        pt: "Instale a versão do Ponte que fez a cópia, ou uma mais nova.",
        es: "Instale la versión de Ponte que hizo la copia, o una más nueva.",
        en: "Install the version of Ponte that made the backup, or a newer one.")
}
