import Basics
import Records

/// A connection as programs see it; its token is nowhere near.
enum ConnectionJSON {
    static let schema = Schema.open([
        Schema.Field("id", .id, required: true),
        Schema.Field("platform", .string(), required: true, "The platform's short name."),
        Schema.Field("account", .string(), required: true),
        Schema.Field("baseUrl", .string(), required: true),
        Schema.Field("appKey", .string(), required: true, "The public half of the credential."),
        Schema.Field("name", .string(), required: true),
        Schema.Field("timeZone", .string(), required: true, "IANA name; the store's days are its days."),
        Schema.Field("state", .string(oneOf: ["draft", "active", "paused", "needs_attention"]), required: true),
        Schema.Field("attention", .named("Attention"), "What stopped the connection, while it needs attention."),
        Schema.Field("createdAt", .instant, required: true),
    ])

    static let attentionSchema = Schema.open([
        Schema.Field("code", .string(), required: true), Schema.Field("reason", .string(), required: true),
        Schema.Field("remedy", .string()),
    ])

    static func write(_ connection: Connection, _ language: Language, _ writer: inout JSONWriter) {
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
        writer.member("createdAt", connection.createdAt)
    }
}
