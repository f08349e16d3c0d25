import ArgumentParser
import Basics
import Commerce
import Hub
import Journal
import Operations
import Storage

/// `ponte audit verify`.
struct AuditVerifyCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "verify",
            Phrase(
                pt: "Confere a trilha de auditoria, registro por registro.",
                es: "Verifica el registro de auditoría, entrada por entrada.",
                en: "Verify the audit chain, entry by entry."),
            details: Phrase(
                pt:
                    "Só com as âncoras guardadas fora do banco (ponte audit anchor) aparece uma trilha cortada no fim ou "
                    + "refeita por inteiro. Termina com 0 se está inteira, 1 se não.",
                es:
                    "Solo con las anclas guardadas fuera de la base (ponte audit anchor) se nota una cadena cortada al final "
                    + "o rehecha por completo. Termina con 0 si está entera, 1 si no.",
                en:
                    "Only anchors that are kept outside of the database (ponte audit anchor) show a chain whose end was cut "
                    + "or that was written anew. Exits 0 if it is whole, 1 if not."),
            examples: ["ponte audit verify --anchor-file anchors.txt"])
    }

    @Option(
        name: .customLong("anchor-file"),
        help: .said(
            pt: "Arquivo com âncoras, uma por linha.", es: "Archivo con anclas, una por línea.",
            en: "File with anchors, one a line.", value: "file"))
    var anchorFile: String?

    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    /// Ten thousand organizations' anchors fit.
    private static let anchorsSizeMax = 2_000_000

    func run() async throws {
        let anchors = try anchorFile.map(Self.anchors) ?? []
        let name = organization.organization
        let isWhole = try await database.withHub { hub in
            var isWhole = true
            for chain in try await ChainChoice.chains(named: name, anchors: anchors, in: hub) {
                let anchor = anchors.last { $0.organizationID == chain.scope.organizationID }
                let verdict = try await hub.verifyAudit(in: chain.scope, against: anchor)
                try tell(verdict, chain, isAnchored: anchor != nil)
                isWhole = isWhole && verdict.isWhole
            }
            return isWhole
        }
        if !isWhole { throw Ending.answeredNo.exitCode }
    }

    private static func anchors(_ path: String) throws -> [AuditAnchor] {
        let text = String(decoding: try SmallFile.read(path, sizeMax: anchorsSizeMax), as: UTF8.self)
        return try text.split(whereSeparator: \.isNewline).map { line in
            guard let anchor = AuditAnchor(parsing: String(line)) else {
                throw CommandError.wrongValue(
                    "--anchor-file",
                    Phrase(
                        pt: "cada linha é uma âncora de ponte audit anchor",
                        es: "cada línea es un ancla de ponte audit anchor",
                        en: "each line is an anchor from ponte audit anchor"))
            }
            return anchor
        }
    }

    private func tell(_ verdict: AuditVerdict, _ chain: AuditedChain, isAnchored: Bool) throws {
        let surroundings = Surroundings.current
        let screen = surroundings.screen
        if answer.json {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("organizationId", chain.scope.organizationID.text)
                writer.member("organization", chain.name)
                writer.member("whole", verdict.isWhole)
                writer.member("entries", verdict.entries)
                writer.member("anchored", isAnchored)
                writer.member("flaw", verdict.flaw?.explanation[surroundings.language])
            }
            return try screen.emit(writer.bytes + [UInt8(ascii: "\n")])
        }
        let paint = screen.output.paint
        let count = NumberText.grouped(Int(verdict.entries), in: surroundings.language)
        if let flaw = verdict.flaw {
            return try screen.say(paint.bad("✗") + " \(chain.name): " + flaw.explanation.spoken)
        }
        try screen.say(
            paint.good("✓") + " \(chain.name): "
                + Phrase(
                    pt: "\(count) registros, a trilha está inteira.", es: "\(count) entradas, la cadena está entera.",
                    en: "\(count) entries, the chain is whole."
                ).spoken)
    }
}
