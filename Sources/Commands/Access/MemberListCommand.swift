import AccessControl
import ArgumentParser
import Basics
import Hub
import Operations

/// `ponte member list`.
struct MemberListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "list",
            Phrase(
                pt: "Lista os usuários.", es: "Lista los usuarios.", en: "List the members."),
            examples: ["ponte member list --json"])
    }

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    func run() async throws {
        let surroundings = Surroundings.current
        let screen = surroundings.screen
        try await database.withHub { hub in
            let members = try await hub.members()
            if answer.json { return try members.forEach { try screen.emit(MemberText.json($0)) } }
            guard !members.isEmpty else {
                return screen.note(
                    Phrase(
                        pt: "Nenhum usuário ainda. O primeiro: ponte member add",
                        es: "Todavía no hay usuarios. El primero: ponte member add",
                        en: "No member yet. The first one: ponte member add"
                    ).spoken)
            }
            let rows = members.map { MemberText.row($0, paint: screen.output.paint) }
            for line in Columns.lines(rows, indent: 0) { try screen.say(line) }
        }
    }
}
