import ArgumentParser
import Basics
import Hub
import Logging
import Sandbox

/// `ponte sandbox`: store platforms on this machine.
struct SandboxCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "sandbox",
            Phrase(
                pt: "Serve uma loja VTEX de mentira nesta máquina.",
                es: "Sirve una tienda VTEX simulada en esta máquina.",
                en: "Serve a made-up VTEX store on this machine."),
            details: Phrase(
                pt:
                    "O arquivo de credenciais diz onde está a loja e que chaves ela tem; é escrito quando ela está aberta. "
                    + "Ctrl-C encerra.",
                es: "El archivo de credenciales dice dónde está la tienda y qué claves tiene; se escribe cuando está "
                    + "abierta. Ctrl-C termina.",
                en:
                    "The credentials file says where the store is and which keys it has; it is written once the store is "
                    + "open. Ctrl-C ends it."),
            examples: ["ponte sandbox --port 8090 --orders 500 --credentials-file sandbox.json"])
    }

    @Option(
        help: .said(
            pt: "Porta; 0 usa uma livre.", es: "Puerto; 0 usa uno libre.", en: "Port to listen on; 0 takes a free one.",
            value: "port"))
    var port = 0

    @Option(
        help: .said(
            pt: "Endereço onde escutar.", es: "Dirección donde escuchar.", en: "Address to listen on.", value: "host"))
    var host = "127.0.0.1"

    @Option(
        help: .said(
            pt: "Nome da conta VTEX.", es: "Nombre de la cuenta VTEX.", en: "VTEX account name.", value: "name"))
    var account = "lojademo"

    @Option(
        help: .said(
            pt: "A mesma semente dá a mesma loja.", es: "La misma semilla da la misma tienda.",
            en: "The same seed gives the same store.", value: "number"))
    var seed: UInt64 = 1

    @Option(
        help: .said(
            pt: "Quantos pedidos inventar.", es: "Cuántos pedidos inventar.", en: "How many orders to make up.",
            value: "count"))
    var orders = 2000

    @Option(
        name: .customLong("orders-from"),
        help: .said(
            pt: "Pasta com pedidos reais, no formato do conjunto de dados Olist.",
            es: "Carpeta con pedidos reales, en el formato del conjunto de datos Olist.",
            en: "Folder with real orders in the layout of the Olist data set.", value: "folder"))
    var ordersFrom: String?

    @Option(
        help: .said(
            pt: "Pedidos que nascem ou avançam, por minuto.", es: "Pedidos que nacen o avanzan, por minuto.",
            en: "Orders that appear or take a step, per minute.", value: "count"))
    var pace: Double = 0

    @Flag(
        name: .customLong("no-limits"),
        help: .said(
            pt: "Sem os limites de requisições da VTEX.", es: "Sin los límites de solicitudes de VTEX.",
            en: "Without VTEX's request limits."))
    var noLimits = false

    @Option(
        name: .customLong("credentials-file"),
        help: .said(
            pt: "Onde escrever endereço e chaves.", es: "Dónde escribir dirección y claves.",
            en: "Where to write address and keys.", value: "file"))
    var credentialsFile: String?

    @Option(
        name: .customLong("state-file"),
        help: .said(
            pt: "Onde guardar a loja; outra vez com o mesmo arquivo continua com ela.",
            es: "Dónde guardar la tienda; otra vez con el mismo archivo continúa con ella.",
            en: "Where to keep the store; another run with the same file carries on with it.", value: "file"))
    var stateFile: String?

    @OptionGroup var common: LanguageOptions

    func validate() throws {
        try Self.check("--port", (0...65_535).contains(port), "0–65535")
        try Self.check("--orders", (0...1_000_000).contains(orders), "0–1000000")
        try Self.check("--pace", (0...60_000).contains(pace), "0–60000")
    }

    func run() async throws {
        let surroundings = Surroundings.current
        let configuration = try HubConfiguration(environment: surroundings.environment)
        let server = try SandboxServer(
            configuration: SandboxConfiguration(
                host: host, port: port, seed: seed, orders: orders, ordersFrom: ordersFrom, account: account,
                limits: !noLimits, credentialsFile: credentialsFile, stateFile: stateFile, pace: pace),
            clock: SystemClock(),
            logger: .ofSandbox(configuration.logLevel))
        let address = host
        let account = server.account
        _ = try await Interruption.watching {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run() }
                let port = try await server.port()
                surroundings.screen.note(
                    Self.opened("http://\(address):\(port)/vtex/\(account)", again: server.carriesOn)[
                        surroundings.language])
                surroundings.screen.note(
                    SandboxPages.text(of: "http://\(address):\(port)", in: surroundings.language))
                try await group.waitForAll()
            }
        }
    }

    private static func opened(_ address: String, again: Bool) -> Phrase {
        again
            ? Phrase(
                pt: "A mesma loja da outra vez, aberta em \(address) — Ctrl-C encerra.",
                es: "La misma tienda de la otra vez, abierta en \(address) — Ctrl-C termina.",
                en: "The same store as last time, open at \(address) — Ctrl-C ends it.")
            : Phrase(
                pt: "Loja aberta em \(address) — Ctrl-C encerra.",
                es: "Tienda abierta en \(address) — Ctrl-C termina.",
                en: "Store open at \(address) — Ctrl-C ends it.")
    }

    private static func check(_ option: String, _ isRight: Bool, _ range: String) throws {
        if !isRight { throw ValidationError.wrongValue(option, Phrase(same: range)) }
    }
}
