import ArgumentParser
import Basics
import ConnectorKit
import Hub
import Operations
import Records
import Sync

/// `ponte connection list`.
struct ConnectionListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "list",
            Phrase(
                pt: "Lista as conexões e seu estado.", es: "Lista las conexiones y su estado.",
                en: "List the connections and their state."),
            examples: ["ponte connection list --database sqlite:///srv/ponte/ponte.db --json"])
    }

    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    func run() async throws {
        let surroundings = Surroundings.current
        let screen = surroundings.screen
        let language = surroundings.language
        try await database.withHub { hub in
            let organizations = try await ConnectionChoice.organizations(named: organization.organization, in: hub)
            let placed = try await hub.connections().filter { organizations.contains($0.organization) }
            var standings: [[StreamStanding]] = []
            for one in placed { standings.append(try await hub.standings(of: one)) }
            if answer.json {
                for (one, standing) in zip(placed, standings) {
                    try screen.emit(ConnectionText.json(one, standing, language: language))
                }
            } else if placed.isEmpty {
                screen.note(
                    Phrase(
                        pt: "Nenhuma conexão ainda. A primeira nasce com: ponte sync",
                        es: "Todavía no hay conexiones. La primera nace con: ponte sync",
                        en: "No connection yet. The first one is made by: ponte sync")[language])
            } else {
                let rows = zip(placed, standings).map {
                    ConnectionText.row($0, $1, language: language, paint: screen.output.paint)
                }
                for line in Columns.lines(
                    rows, alignments: [.left, .left, .left, .left, .right], indent: 0)
                { try screen.say(line) }
            }
        }
    }
}
