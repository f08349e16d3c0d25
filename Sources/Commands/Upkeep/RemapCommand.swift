import ArgumentParser
import Basics
import Commerce
import Hub
import Operations
import Records

/// `ponte remap`: replays a better mapping over what is kept.
struct RemapCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "remap",
            Phrase(
                pt: "Mapeia de novo os pedidos guardados, sem perguntar à plataforma.",
                es: "Vuelve a mapear los pedidos guardados, sin preguntar a la plataforma.",
                en: "Map the stored orders again, without asking the platform."),
            details: Phrase(
                pt: "Para depois de atualizar o Ponte para uma versão que entende melhor os pedidos. Termina com 1 se "
                    + "algum pedido guardado não pôde ser lido; ele fica como está.",
                es:
                    "Para después de actualizar Ponte a una versión que entiende mejor los pedidos. Termina con 1 si algún "
                    + "pedido guardado no se pudo leer; queda como está.",
                en:
                    "For after an update of Ponte that understands orders better. Exits 1 if a stored order could not be "
                    + "read; it stays as it is."),
            examples: ["ponte remap --database sqlite:///srv/ponte/ponte.db"])
    }

    @Option(
        help: .said(
            pt: "Só esta conexão: seu id, nome ou conta.", es: "Solo esta conexión: su id, nombre o cuenta.",
            en: "This connection only: its id, name or account.", value: "connection"))
    var connection: String?

    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    func run() async throws {
        let isWhole = try await database.withHub { hub in
            var isWhole = true
            for placed in try await connections(in: hub) {
                let outcome = try await hub.remap(placed)
                try tell(outcome, placed)
                isWhole = isWhole && outcome.unreadable.isEmpty
            }
            return isWhole
        }
        if !isWhole { throw Ending.answeredNo.exitCode }
    }

    private func connections(in hub: Services) async throws -> [PlacedConnection] {
        let name = organization.organization
        guard let connection else {
            let organizations = try await ConnectionChoice.organizations(named: name, in: hub)
            return try await hub.connections().filter { organizations.contains($0.organization) }
        }
        return [try await ConnectionChoice.one(connection, organization: name, in: hub)]
    }

    private func tell(_ outcome: OrderRemap.Outcome, _ placed: PlacedConnection) throws {
        let surroundings = Surroundings.current
        let screen = surroundings.screen
        let language = surroundings.language
        if answer.json {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("connection", placed.connection.id.text)
                writer.member("changed", outcome.changed)
                writer.member("unchanged", outcome.unchanged)
                writer.member("overtaken", outcome.overtaken)
                writer.array("unreadable") { writer in
                    for order in outcome.unreadable {
                        writer.elementObject { writer in
                            writer.member("id", order.orderID.text)
                            writer.member("message", order.explanation[language])
                        }
                    }
                }
            }
            return try screen.emit(writer.bytes + [UInt8(ascii: "\n")])
        }
        let paint = screen.output.paint
        let changed = NumberText.grouped(outcome.changed, in: language)
        let unchanged = NumberText.grouped(outcome.unchanged, in: language)
        try screen.say(
            paint.good("✓") + " \(placed.connection.account): "
                + Phrase(
                    pt: "\(changed) pedidos ficaram melhores, \(unchanged) iguais.",
                    es: "\(changed) pedidos quedaron mejor, \(unchanged) iguales.",
                    en: "\(changed) orders came out better, \(unchanged) the same."
                ).spoken)
        for order in outcome.unreadable {
            try screen.say("  " + paint.bad("✗") + " \(order.orderID): \(order.explanation[language])")
        }
    }
}
