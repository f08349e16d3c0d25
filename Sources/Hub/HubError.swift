import Basics

/// What can go wrong while an installation is put together.
package struct HubError: ExplainedError, Hashable {
    package let code: String
    package let explanation: Phrase
    package let remedy: Phrase?

    static func badValue(_ name: String, _ expected: Phrase) -> HubError {
        HubError(
            code: "configuration.bad_value",
            explanation: Phrase(
                pt: "O valor de \(name) não serve.", es: "El valor de \(name) no sirve.",
                en: "The value of \(name) will not do."),
            remedy: Phrase(
                pt: "Use \(expected.portuguese).", es: "Use \(expected.spanish).", en: "Use \(expected.english)."))
    }

    static let databaseUnnamed = HubError(
        code: "configuration.no_database",
        explanation: Phrase(
            pt: "Falta dizer qual é o banco de dados.", es: "Falta decir cuál es la base de datos.",
            en: "No database was named."),
        remedy: Phrase(
            pt:
                "Use --database sqlite:///caminho/ponte.db ou --database postgres://usuario@servidor/banco, ou a variável "
                + "PONTE_DATABASE_URL.",
            es: "Use --database sqlite:///ruta/ponte.db o --database postgres://usuario@servidor/base, o la variable "
                + "PONTE_DATABASE_URL.",
            en: "Use --database sqlite:///path/ponte.db or --database postgres://user@host/name, or the variable "
                + "PONTE_DATABASE_URL."))

    static let masterKeyHomeless = HubError(
        code: "configuration.no_master_key_place",
        explanation: Phrase(
            pt: "Falta dizer onde fica a chave-mestra: a variável HOME não está definida.",
            es: "Falta decir dónde está la clave maestra: la variable HOME no está definida.",
            en: "There is no place for the master key: the variable HOME is not set."),
        remedy: Phrase(
            pt: "Indique um arquivo em PONTE_MASTER_KEY_FILE.", es: "Indique un archivo en PONTE_MASTER_KEY_FILE.",
            en: "Name a file in PONTE_MASTER_KEY_FILE."))

    static let masterKeyInEnvironment = HubError(
        code: "configuration.master_key_in_environment",
        explanation: Phrase(
            pt: "A chave-mestra vem de PONTE_MASTER_KEY, que o Ponte não pode trocar.",
            es: "La clave maestra viene de PONTE_MASTER_KEY, que Ponte no puede cambiar.",
            en: "The master key comes from PONTE_MASTER_KEY, which Ponte cannot change."),
        remedy: Phrase(
            pt: "Guarde-a num arquivo indicado por PONTE_MASTER_KEY_FILE e repita.",
            es: "Guárdela en un archivo indicado por PONTE_MASTER_KEY_FILE y repita.",
            en: "Keep it in a file that PONTE_MASTER_KEY_FILE names, and try again."))
}
