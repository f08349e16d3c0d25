import ArgumentParser
import Basics
import Hub
import Logging
import Operations
import Web

/// `ponte serve`: console, API and the work behind them, until it is stopped.
struct ServeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "serve",
            Phrase(
                pt: "Serve o painel e a API e mantém as lojas sincronizadas.",
                es: "Sirve el panel y la API y mantiene las tiendas sincronizadas.",
                en: "Serve console and API, and keep the stores synced."),
            details: Phrase(
                pt: "Na primeira vez mostra o endereço e o código para criar o primeiro usuário. Ctrl-C ou SIGTERM "
                    + "encerram com ordem.\n\n" + ServeSettings.text.portuguese,
                es: "La primera vez muestra la dirección y el código para crear el primer usuario. Ctrl-C o SIGTERM "
                    + "terminan en orden.\n\n" + ServeSettings.text.spanish,
                en:
                    "The first time it shows the address and the code to make the first member by. Ctrl-C or SIGTERM end "
                    + "it in order.\n\n" + ServeSettings.text.english),
            examples: [
                "ponte serve --database sqlite:///srv/ponte/ponte.db",
                "PONTE_PUBLIC_URL=\(ExampleWords.publicURL) ponte serve --address 127.0.0.1:8080 --database …",
            ])
    }

    @Option(
        help: .said(
            pt: "Endereço e porta onde escutar, como 127.0.0.1:8080.",
            es: "Dirección y puerto donde escuchar, como 127.0.0.1:8080.",
            en: "Address and port to listen on, as in 127.0.0.1:8080.", value: "host:port"))
    var address: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var common: LanguageOptions

    func run() async throws {
        var configuration = try database.configuration()
        if let address {
            guard let (host, port) = WebSettings.address(address) else {
                throw CommandError.wrongValue("--address", Phrase(same: "127.0.0.1:8080"))
            }
            configuration.web.host = host
            configuration.web.port = port
        }
        let settings = configuration.web
        let logger = Logger.toStandardError(configuration.logLevel)
        try await Services.withOpen(configuration, logger: logger) { services in
            let server = PonteServer(services: services, settings: settings, logger: logger)
            let code = try await services.issueSetUpCode()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run() }
                let port = try await server.port()
                Self.greet(settings, port: port, setUpCode: code)
                try await group.waitForAll()
            }
        }
    }

    private static func greet(_ settings: WebSettings, port: Int, setUpCode: Secret?) {
        let host = settings.host == "0.0.0.0" || settings.host == "::" ? "127.0.0.1" : settings.host
        let shown = host.contains(":") ? "[\(host)]" : host
        let address = settings.publicURL?.text ?? "http://\(shown):\(port)"
        let screen = Surroundings.current.screen
        screen.note(
            Phrase(
                pt: "Ponte em \(address) — Ctrl-C encerra.", es: "Ponte en \(address) — Ctrl-C termina.",
                en: "Ponte at \(address) — Ctrl-C ends it."
            ).spoken)
        guard let setUpCode else { return }
        setUpCode.reveal { code in
            screen.note(
                Phrase(
                    pt: "Ainda não há usuários. Crie o primeiro em \(address)/set-up com o código \(code)",
                    es: "Aún no hay usuarios. Cree el primero en \(address)/set-up con el código \(code)",
                    en: "There are no members yet. Make the first at \(address)/set-up with the code \(code)"
                ).spoken)
        }
    }
}
