import ArgumentParser
import Basics
import Hub
import Logging
import Operations

/// `ponte vault abandon`.
struct VaultAbandonCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "abandon",
            Phrase(
                pt: "Descarta as credenciais cifradas com uma chave-mestra perdida.",
                es: "Descarta las credenciales cifradas con una clave maestra perdida.",
                en: "Give up the credentials sealed with a lost master key."),
            details: Phrase(
                pt:
                    "Não tem volta: mesmo que a chave-mestra reapareça, as credenciais descartadas não abrem mais. Pedidos "
                    + "e histórico ficam. Depois informe cada credencial com ponte connection credential.",
                es:
                    "No tiene vuelta atrás: aunque la clave maestra reaparezca, las credenciales descartadas no se abren "
                    + "más. Los pedidos y el historial quedan. Después ingrese cada credencial con ponte connection "
                    + "credential.",
                en:
                    "There is no way back: even if the master key turns up, the credentials given up open no more. Orders "
                    + "and history stay. Enter each credential again with ponte connection credential."),
            examples: ["ponte vault abandon --yes --database sqlite:///srv/ponte/ponte.db"])
    }

    @Flag(
        help: .said(
            pt: "Confirma que a chave-mestra se perdeu para sempre.",
            es: "Confirma que la clave maestra se perdió para siempre.",
            en: "Confirm that the master key is lost for good."))
    var yes = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var common: LanguageOptions

    func run() async throws {
        guard yes else { throw CommandError.abandonUnconfirmed }
        let screen = Surroundings.current.screen
        let configuration = try database.configuration()
        let count = try await Services.abandonLostCredentials(
            configuration, by: .commandLine, clock: SystemClock(), logger: .toStandardError(configuration.logLevel))
        try screen.say(
            screen.output.paint.good("✓") + " "
                + Phrase(
                    pt: "Credenciais descartadas: \(count).", es: "Credenciales descartadas: \(count).",
                    en: "Credentials given up: \(count)."
                ).spoken)
    }
}
