import Basics
import Operations
import Records
import Sync

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
        Schema.Field("live", .named("Live"), required: true, "How changes are heard of."),
        Schema.Field("createdAt", .instant, required: true),
    ])

    static let liveSchema = Schema.open([
        Schema.Field(
            "mode", .string(oneOf: ["hook", "feed", "sweep"]), required: true,
            "By the platform's posts, out of its queue, or by comparing its lists alone."),
        Schema.Field("enabled", .boolean, required: true, "Whether the platform is to tell of changes by itself."),
        Schema.Field("lastEventAt", .instant, "When the platform last told of something."),
        Schema.Field(
            "waiting", .integer(0...Int64.max), required: true, "Orders that were told of and are still to be read."),
        Schema.Field("findings", .array(of: .named("LiveFinding")), required: true, "What is amiss or was put right."),
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
