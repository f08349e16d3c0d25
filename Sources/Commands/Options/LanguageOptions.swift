import ArgumentParser
import Basics
import Hub
import Storage

/// What every command takes.
struct LanguageOptions: ParsableArguments {
    @Option(
        help: .said(
            pt: "Idioma: pt, es ou en. Sem ela, o de LANG.", es: "Idioma: pt, es o en. Sin ella, el de LANG.",
            en: "Language: pt, es or en. Without it, that of LANG.", value: "pt|es|en"))
    var language: String?

    func validate() throws {
        guard let language, Language(tag: language) == nil else { return }
        throw ValidationError.wrongValue(
            "--language", Phrase(pt: "use pt, es ou en", es: "use pt, es o en", en: "use pt, es or en"))
    }
}

/// The answer as JSON.
struct AnswerOptions: ParsableArguments {
    @Flag(
        help: .said(
            pt: "Responde em JSON, para programas.", es: "Responde en JSON, para programas.",
            en: "Answer in JSON, for programs."))
    var json = false
}

/// Which database.
struct DatabaseOptions: ParsableArguments {
    @Option(
        help: .said(
            pt:
                "Banco de dados: sqlite:///caminho/ponte.db ou postgres://usuario@servidor/banco. Sem ela, PONTE_DATABASE_URL.",
            es:
                "Base de datos: sqlite:///ruta/ponte.db o postgres://usuario@servidor/base. Sin ella, PONTE_DATABASE_URL.",
            en: "Database: sqlite:///path/ponte.db or postgres://user@host/name. Without it, PONTE_DATABASE_URL.",
            value: "url"))
    var database: String?

    /// Defaults, then `PONTE_*`, then these flags.
    func configuration() throws -> HubConfiguration {
        var configuration = try HubConfiguration(environment: Surroundings.current.environment)
        if let database { configuration.database = try DatabaseURL(parsing: database) }
        return configuration
    }
}

/// Which organization; its name, whatever its case and accents.
struct OrganizationOptions: ParsableArguments {
    @Option(
        help: .said(
            pt: "Nome do cliente.", es: "Nombre del cliente.", en: "Name of the organization.", value: "name"))
    var organization: String?
}
