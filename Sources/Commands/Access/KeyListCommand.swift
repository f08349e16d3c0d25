import AccessControl
import ArgumentParser
import Basics
import Hub
import Operations
import Records

/// `ponte key list`.
struct KeyListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "list",
            Phrase(
                pt: "Lista as chaves, das mais novas às mais antigas.",
                es: "Lista las claves, de las más nuevas a las más antiguas.", en: "List the app keys, newest first."),
            examples: ["ponte key list --organization \(ExampleWords.store) --json"])
    }

    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    func run() async throws {
        let screen = Surroundings.current.screen
        try await database.withHub { hub in
            var rows: [[Columns.Cell]] = []
            for one in try await ConnectionChoice.organizations(named: organization.organization, in: hub) {
                for key in try await hub.keys(in: one.scope) {
                    if answer.json { try screen.emit(KeyText.json(key, organization: one.name)) }
                    rows.append(
                        KeyText.row(key, organization: one.name, now: hub.clock.now(), paint: screen.output.paint))
                }
            }
            if answer.json { return }
            guard !rows.isEmpty else {
                return screen.note(
                    Phrase(
                        pt: "Nenhuma chave ainda. A primeira: ponte key create",
                        es: "Todavía no hay claves. La primera: ponte key create",
                        en: "No app key yet. The first one: ponte key create"
                    ).spoken)
            }
            for line in Columns.lines(rows, indent: 0) { try screen.say(line) }
        }
    }
}
