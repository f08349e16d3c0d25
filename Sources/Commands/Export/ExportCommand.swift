import ArgumentParser
import Basics
import Hub
import Operations
import Records

/// `ponte export`: what the hub holds, for other programs.
struct ExportCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "export",
            Phrase(
                pt: "Exporta os pedidos guardados, em JSON por linha ou CSV.",
                es: "Exporta los pedidos guardados, en JSON por línea o CSV.",
                en: "Export the stored orders as JSON lines or CSV."),
            details: Phrase(
                pt: "Nomes, documentos, e-mails e endereços só saem com --with-person.",
                es: "Nombres, documentos, correos y direcciones salen solo con --with-person.",
                en: "Names, documents, e-mails and addresses leave with --with-person only."),
            examples: [
                "ponte export orders --database sqlite:///srv/ponte/ponte.db --format csv > "
                    + ExampleWords.ordersFile
            ])
    }

    enum What: String, ExpressibleByArgument, CaseIterable { case orders }
    enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, csv }

    @Argument(
        help: .said(
            pt: "O que exportar: orders.", es: "Qué exportar: orders.", en: "What to export: orders.", value: "what"))
    var what: What = .orders

    @Option(help: .said(pt: "Formato.", es: "Formato.", en: "Format.", value: "jsonl|csv"))
    var format: Format = .jsonl

    @Option(
        help: .said(
            pt: "Só desta conexão: seu id, nome ou conta.", es: "Solo de esta conexión: su id, nombre o cuenta.",
            en: "Of this connection only: its id, name or account.", value: "connection"))
    var connection: String?

    @Flag(
        name: .customLong("with-person"),
        help: .said(
            pt: "Inclui os dados pessoais.", es: "Incluye los datos personales.", en: "Include personal data."))
    var withPerson = false

    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var common: LanguageOptions

    func run() async throws {
        try await database.withHub { hub in
            let selection = try await ConnectionChoice.selection(
                in: hub, organization: organization.organization, connection: connection)
            let screen = Surroundings.current.screen
            if format == .csv {
                var header = CSVWriter()
                OrderCSV.writeHeader(withPerson: withPerson, to: &header)
                try screen.emit(header.drain())
            }
            for (organization, connection) in selection {
                switch format {
                case .jsonl:
                    try await hub.exportDocuments(of: organization, connection: connection?.id) { page in
                        try screen.emit(page.flatMap { $0.json(withPerson: withPerson) + [UInt8(ascii: "\n")] })
                    }
                case .csv:
                    try await hub.exportOrders(of: organization, connection: connection?.id) { page in
                        var csv = CSVWriter()
                        for order in page { OrderCSV.write(order, withPerson: withPerson, to: &csv) }
                        try screen.emit(csv.drain())
                    }
                }
            }
        }
    }
}
