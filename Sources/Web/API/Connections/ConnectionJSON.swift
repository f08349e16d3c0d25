import Basics
import Operations
import Records
import Sync

/// A connection as programs see it; its token is nowhere near.
enum ConnectionJSON {
    static let schema = Schema.open([
        Schema.Field("id", .id, required: true),
        Schema.Field(
            "platform", .string(), required: true,
            Phrase(
                pt: "O nome curto da plataforma.", es: "El nombre corto de la plataforma.",
                en: "The platform's short name.")),
        Schema.Field("account", .string(), required: true),
        Schema.Field("baseUrl", .string(), required: true),
        Schema.Field(
            "appKey", .string(), required: true,
            Phrase(
                pt: "A metade pública da credencial.", es: "La mitad pública de la credencial.",
                en: "The public half of the credential.")),
        Schema.Field("name", .string(), required: true),
        Schema.Field(
            "timeZone", .string(), required: true,
            Phrase(
                pt: "Nome IANA; os dias da loja são os desse fuso.",
                es: "Nombre IANA; los días de la tienda son los de esa zona.",
                en: "IANA name; the store's days are its days.")),
        Schema.Field("state", .string(oneOf: ["draft", "active", "paused", "needs_attention"]), required: true),
        Schema.Field(
            "attention", .named("Attention"),
            Phrase(
                pt: "O que parou a conexão, enquanto ela precisa de atenção.",
                es: "Lo que detuvo la conexión, mientras requiere atención.",
                en: "What stopped the connection, while it needs attention.")),
        Schema.Field(
            "live", .named("Live"), required: true,
            Phrase(
                pt: "Como se fica sabendo das mudanças.", es: "Cómo se conocen los cambios.",
                en: "How changes are heard of.")),
        Schema.Field("createdAt", .instant, required: true),
    ])

    static let liveSchema = Schema.open([
        Schema.Field(
            "mode", .string(oneOf: ["hook", "feed", "sweep"]), required: true,
            Phrase(
                pt: "Pelos avisos que a plataforma envia, pela fila dela, ou só comparando as listas.",
                es: "Por los avisos que envía la plataforma, por su cola, o solo comparando sus listas.",
                en: "By the platform's posts, out of its queue, or by comparing its lists alone.")),
        Schema.Field(
            "enabled", .boolean, required: true,
            Phrase(
                pt: "Se a plataforma deve avisar das mudanças por si mesma.",
                es: "Si la plataforma debe avisar de los cambios por sí misma.",
                en: "Whether the platform is to tell of changes by itself.")),
        Schema.Field(
            "lastEventAt", .instant,
            Phrase(
                pt: "Quando a plataforma avisou de algo pela última vez.",
                es: "Cuándo avisó de algo la plataforma por última vez.",
                en: "When the platform last told of something.")),
        Schema.Field(
            "waiting", .integer(0...Int64.max), required: true,
            Phrase(
                pt: "Pedidos de que houve aviso e que ainda não foram lidos.",
                es: "Pedidos de los que hubo aviso y que aún no se leyeron.",
                en: "Orders that were told of and are still to be read.")),
        Schema.Field(
            "findings", .array(of: .named("LiveFinding")), required: true,
            Phrase(
                pt: "O que está errado ou foi corrigido.", es: "Lo que está mal o se corrigió.",
                en: "What is amiss or was put right.")),
    ])

    static let findingSchema = Schema.open([
        Schema.Field("code", .string(), required: true), Schema.Field("since", .instant, required: true),
        Schema.Field("text", .string(), required: true), Schema.Field("remedy", .string()),
    ])

    static let attentionSchema = Schema.open([
        Schema.Field("code", .string(), required: true), Schema.Field("reason", .string(), required: true),
        Schema.Field("remedy", .string()),
    ])

    static func write(
        _ connection: Connection, _ live: LiveStanding?, _ language: Language, _ writer: inout JSONWriter
    ) {
        writer.member("id", connection.id.text)
        writer.member("platform", connection.platform)
        writer.member("account", connection.account)
        writer.member("baseUrl", connection.baseURL)
        writer.member("appKey", connection.key)
        writer.member("name", connection.name)
        writer.member("timeZone", connection.timeZone)
        writer.member("state", connection.state.name)
        if case .needsAttention(let code, let reason, let remedy) = connection.state {
            writer.object("attention") { writer in
                writer.member("code", code)
                writer.member("reason", reason[language])
                writer.member("remedy", remedy?[language])
            }
        }
        write(live, language, &writer)
        writer.member("createdAt", connection.createdAt)
    }

    private static func write(_ live: LiveStanding?, _ language: Language, _ writer: inout JSONWriter) {
        writer.object("live") { writer in
            writer.member("mode", (live?.mode ?? .sweep).rawValue)
            writer.member("enabled", live?.state != nil)
            writer.member("lastEventAt", live?.state?.lastEventAt)
            writer.member("waiting", live?.waiting ?? 0)
            writer.array("findings") { writer in
                for finding in live?.findings ?? [] {
                    writer.elementObject { writer in
                        writer.member("code", finding.code)
                        writer.member("since", finding.since)
                        writer.member("text", finding.explanation[language])
                        writer.member("remedy", finding.remedy?[language])
                    }
                }
            }
        }
    }
}
