import ArgumentParser
import Basics
import Hub
import Sandbox
import Storage
import Sync
import Web

/// `ponte demo`: a store on this machine, connected with the code that a person's commands run.
struct DemoCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "demo",
            Phrase(
                pt: "Mostra o Ponte com uma loja de mentira: conecta, importa e acompanha ao vivo.",
                es: "Muestra Ponte con una tienda simulada: conecta, importa y sigue en vivo.",
                en: "Show Ponte with a made-up store: connect it, import it, follow it live."),
            details: Phrase(
                pt: "Tudo fica na pasta .demo; outra vez continua com os mesmos dados. Ctrl-C encerra.",
                es: "Todo queda en la carpeta .demo; otra vez continúa con los mismos datos. Ctrl-C termina.",
                en: "Everything is in the folder .demo; another run carries on with the same data. Ctrl-C ends it."),
            examples: ["ponte demo", "ponte demo --language es --orders 500"])
    }

    @Option(
        help: .said(
            pt: "Pasta da demonstração.", es: "Carpeta de la demostración.", en: "The demo's folder.", value: "folder"))
    var folder = DemoPlace.usual

    @Option(
        help: .said(
            pt: "Quantos pedidos a loja tem no começo; vale na primeira vez.",
            es: "Cuántos pedidos tiene la tienda al comienzo; vale la primera vez.",
            en: "How many orders the store has at first; counts in the first run.", value: "count"))
    var orders = 2000

    @Option(
        help: .said(
            pt: "Pedidos que nascem ou avançam, por minuto.", es: "Pedidos que nacen o avanzan, por minuto.",
            en: "Orders that appear or take a step, per minute.", value: "count"))
    var pace: Double = 30

    @Option(
        help: .said(
            pt: "Porta do painel; se estiver ocupada, uma livre.", es: "Puerto del panel; si está ocupado, uno libre.",
            en: "Port of the console; a free one if it is taken.", value: "port"))
    var port: Int?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var common: LanguageOptions

    func validate() throws {
        guard (0...1_000_000).contains(orders) else {
            throw ValidationError.wrongValue("--orders", Phrase(same: "0–1000000"))
        }
        guard (0...60_000).contains(pace) else { throw ValidationError.wrongValue("--pace", Phrase(same: "0–60000")) }
        if let port, !(0...65_535).contains(port) {
            throw ValidationError.wrongValue("--port", Phrase(same: "0–65535"))
        }
    }

    func run() async throws {
        let place = try DemoPlace(folder: folder)
        var configuration = try database.configuration()
        if configuration.database == nil { configuration.database = DatabaseURL(sqlitePath: place.database) }
        if let port { configuration.web.port = port }
        configuration.sync.rereadInterval = .seconds(60)
        let tour = DemoTour(
            place: place, configuration: configuration, orders: orders, pace: pace,
            screen: Surroundings.current.screen, language: Surroundings.current.language)
        switch try await Interruption.watching({ try await tour.run() }) {
        case .finished: return
        case .interrupted:
            guard let database = configuration.database else { return }
            try DemoFarewell(
                place: place, database: database, screen: Surroundings.current.screen,
                language: Surroundings.current.language
            ).say()
        }
    }
}
