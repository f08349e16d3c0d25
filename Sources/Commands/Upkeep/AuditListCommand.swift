import ArgumentParser
import Basics
import Hub
import Journal
import Operations

/// `ponte audit list`.
struct AuditListCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "list",
            Phrase(
                pt: "Lista quem mudou o quê, do mais antigo ao mais novo.",
                es: "Lista quién cambió qué, de lo más antiguo a lo más nuevo.",
                en: "List who changed what, oldest first."),
            examples: ["ponte audit list --organization \(ExampleWords.store) --json"])
    }

    @Option(
        help: .said(
            pt: "Só os registros depois deste número.", es: "Solo las entradas después de este número.",
            en: "Only entries after this number.", value: "number"))
    var after: Int64 = 0

    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    private static let pageSize = 200

    func run() async throws {
        let name = organization.organization
        try await database.withHub { hub in
            for chain in try await ChainChoice.chains(named: name, in: hub) {
                var position = after
                while true {
                    let page = try await hub.auditEntries(in: chain.scope, after: position, limit: Self.pageSize)
                    for recorded in page { try tell(recorded, chain) }
                    guard let last = page.last else { break }
                    position = last.number
                }
            }
        }
    }

    private func tell(_ recorded: RecordedEntry, _ chain: AuditedChain) throws {
        let surroundings = Surroundings.current
        let screen = surroundings.screen
        if answer.json {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("organization", chain.name)
                writer.member("number", recorded.number)
                writer.member("at", recorded.recordedAt)
                writer.member("actor", recorded.actor.name)
                writer.member("action", recorded.action)
                writer.member("subject", recorded.subject)
                writer.member("details", raw: Array(recorded.details.utf8))
            }
            return try screen.emit(writer.bytes + [UInt8(ascii: "\n")])
        }
        let paint = screen.output.paint
        let words = [
            String(recorded.number), paint.quiet(DateText.moment(recorded.recordedAt, in: surroundings.language)),
            recorded.actor.name, paint.strong(recorded.action), recorded.subject, paint.quiet(recorded.details),
        ]
        try screen.say(words.joined(separator: "  "))
    }
}
