import ArgumentParser
import Basics
import Commerce
import ConnectorKit

/// `ponte bench`: yardsticks that Ponte's own figures are held against.
struct BenchCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "bench",
            Phrase(
                pt: "Medidas de comparação para o desempenho.", es: "Medidas de comparación para el rendimiento.",
                en: "Yardsticks for performance."),
            examples: ["ponte bench fetch --base-url http://127.0.0.1:8080/vtex/lojademo --orders 20000"],
            subcommands: [BenchFetchCommand.self])
    }
}

/// `ponte bench fetch`: what a client reaches that fetches the same bytes and does not look at them.
struct BenchFetchCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "fetch",
            Phrase(
                pt: "Baixa as listas e os pedidos de um servidor no formato da VTEX, sem olhar o que vem.",
                es: "Descarga las listas y los pedidos de un servidor con el formato de VTEX, sin mirar lo que llega.",
                en: "Fetch lists and orders of a server that speaks as VTEX does, and look at nothing but the ids."),
            examples: [
                "ponte bench fetch --base-url http://127.0.0.1:8080/vtex/lojademo --orders 20000 --concurrency 32"
            ])
    }

    @Option(
        name: .customLong("base-url"),
        help: .said(
            pt: "Endereço do servidor.", es: "Dirección del servidor.", en: "Address of the server.", value: "url"))
    var baseURL: String

    @Option(help: .said(pt: "Quantos pedidos.", es: "Cuántos pedidos.", en: "How many orders.", value: "count"))
    var orders: Int

    @Option(
        help: .said(
            pt: "Quantos ao mesmo tempo.", es: "Cuántos a la vez.", en: "How many at the same time.", value: "count"))
    var concurrency = 32

    @Option(
        name: .customLong("app-key"),
        help: .said(
            pt: "Chave, se o servidor pede uma; o token vem de PONTE_APP_TOKEN.",
            es: "Clave, si el servidor pide una; el token viene de PONTE_APP_TOKEN.",
            en: "App key, if the server wants one; its token comes from PONTE_APP_TOKEN.", value: "key"))
    var appKey: String?

    @OptionGroup var common: LanguageOptions

    func validate() throws {
        guard orders > 0, (1...512).contains(concurrency) else {
            throw ValidationError.wrongValue(
                "--orders/--concurrency",
                Phrase(pt: "números positivos", es: "números positivos", en: "positive numbers"))
        }
    }

    func run() async throws {
        let token = Surroundings.current.environment["PONTE_APP_TOKEN"].map(Secret.init)
        let client = BareClient(baseURL: baseURL, key: appKey, token: token, connections: concurrency)
        let report: BareClient.Report
        do {
            report = try await client.fetch(orders: orders, concurrency: concurrency)
        } catch {
            try await client.shutDown()
            throw error
        }
        try await client.shutDown()
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("orders", report.orders)
            writer.member("bytes", report.bytes)
            writer.member("seconds", raw: Array(NumberText.seconds(report.elapsed).utf8))
        }
        try Surroundings.current.screen.emit(writer.bytes + [UInt8(ascii: "\n")])
    }
}
