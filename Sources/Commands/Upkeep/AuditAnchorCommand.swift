import ArgumentParser
import Basics
import Hub
import Journal
import Operations

/// `ponte audit anchor`.
struct AuditAnchorCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "anchor",
            Phrase(
                pt: "Mostra a âncora de cada trilha, para guardar fora do banco de dados.",
                es: "Muestra el ancla de cada cadena, para guardarla fuera de la base de datos.",
                en: "Show each chain's anchor, to be kept outside of the database."),
            examples: ["ponte audit anchor >> \(ExampleWords.otherDisk)/anchors.txt"])
    }

    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var common: LanguageOptions

    func run() async throws {
        let name = organization.organization
        let screen = Surroundings.current.screen
        try await database.withHub { hub in
            for chain in try await ChainChoice.chains(named: name, in: hub) {
                guard let anchor = try await hub.auditAnchor(in: chain.scope) else { continue }
                try screen.say(anchor.text)
            }
        }
    }
}
