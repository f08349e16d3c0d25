import AccessControl
import Basics
import Journal
import Operations

/// What was done to access, credentials and connections, and by whom.
enum AuditAPI {
    private static let tag = Phrase(pt: "Auditoria", es: "Auditoría", en: "Audit")

    private static let after = Parameter<Int>.integer(
        "after", 0...Int64.max, default: 0,
        Phrase(pt: "O último número lido.", es: "El último número leído.", en: "The last number read."))
    private static let limit = Parameter<Int>.integer(
        "limit", 1...500, default: 100,
        Phrase(pt: "Entradas em uma resposta.", es: "Entradas en una respuesta.", en: "Entries in one answer."))

    static func register(in api: inout APIRoutes, _ services: Services) {
        api.get("audit", ReadAudit.self, list) { request, grant in
            let entries = try await services.auditEntries(
                of: grant.scope, after: Int64(try request[after]), limit: try request[limit])
            return Envelope.whole(entries, write)
        }
    }

    private static let list = Operation(
        "listAudit", tag: tag,
        Phrase(
            pt: "Entradas da trilha de auditoria depois de um número, da mais antiga à mais recente.",
            es: "Entradas del registro de auditoría después de un número, de la más antigua a la más reciente.",
            en: "Entries of the audit chain after a number, oldest first."),
        parameters: [after.note, limit.note], answer: .list(of: "AuditEntry"))

    static let schema = Schema.open([
        Schema.Field("number", .integer(1...Int64.max), required: true),
        Schema.Field("recordedAt", .instant, required: true), Schema.Field("actor", .string(), required: true),
        Schema.Field("action", .string(), required: true), Schema.Field("subject", .string(), required: true),
        Schema.Field("details", .array(of: .open([])), required: true),
    ])

    private static func write(_ entry: RecordedEntry, _ writer: inout JSONWriter) {
        writer.member("number", entry.number)
        writer.member("recordedAt", entry.recordedAt)
        writer.member("actor", entry.actor.name)
        writer.member("action", entry.action)
        writer.member("subject", entry.subject)
        writer.member("details", raw: Array(entry.details.utf8))
    }
}
