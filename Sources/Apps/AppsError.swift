import Basics

/// What can go wrong in an app.
package struct AppsError: ExplainedError, Hashable {
    package let code: String
    package let explanation: Phrase
    package let remedy: Phrase?

    static func unknownTimeZone(_ name: String) -> AppsError {
        AppsError(
            code: "apps.unknown_time_zone",
            explanation: Phrase(
                pt: "O fuso horário da conexão não é conhecido: \(name).",
                es: "El huso horario de la conexión no se conoce: \(name).",
                en: "The connection's time zone is not known: \(name)."),
            remedy: Phrase(
                pt: "Use um nome como America/Sao_Paulo.", es: "Use un nombre como America/Sao_Paulo.",
                en: "Use a name such as America/Sao_Paulo."))
    }
}
