import Basics
import ConnectorKit
import Operations
import Sync

/// Reconciliations, lines and differences as the API writes them.
enum StatementJSON {
    static let lineSchema = Schema.open([
        Schema.Field("stream", .string(oneOf: StreamKind.allCases.map(\.rawValue)), required: true),
        Schema.Field(
            "day", .date, required: true,
            Phrase(
                pt: "Do calendário da própria loja.", es: "Del calendario de la propia tienda.",
                en: "Of the store's own calendar.")),
        Schema.Field(
            "there", .integer(0...Int64.max),
            Phrase(
                pt: "Registros que a plataforma tem; omitido quando não foi possível saber.",
                es: "Registros que tiene la plataforma; se omite cuando no se pudo saber.",
                en: "Records that the platform has; left out when it could not be told.")),
        Schema.Field(
            "here", .integer(0...Int64.max), required: true,
            Phrase(
                pt: "Registros guardados antes de qualquer correção.",
                es: "Registros guardados antes de cualquier corrección.",
                en: "Records stored before anything was put right.")),
        Schema.Field(
            "beyond", .integer(0...Int64.max), required: true,
            Phrase(
                pt: "Destes, os mais antigos que o alcance da plataforma.",
                es: "De estos, los anteriores al alcance de la plataforma.",
                en: "Of those, older than the platform's reach.")),
        Schema.Field(
            "verdict", .string(oneOf: StatementLine.Verdict.allCases.map(\.rawValue)), required: true),
        Schema.Field("differences", .integer(0...Int64.max), required: true),
        Schema.Field(
            "repaired", .integer(0...Int64.max), required: true,
            Phrase(pt: "Das diferenças.", es: "De las diferencias.", en: "Of the differences.")),
        Schema.Field(
            "sampled", .integer(0...Int64.max), required: true,
            Phrase(
                pt: "Registros lidos por inteiro embora nada diferisse.",
                es: "Registros leídos por completo aunque nada difería.",
                en: "Records read in full though nothing differed.")),
        Schema.Field(
            "code", .string(),
            Phrase(
                pt: "Por que o dia não pôde ser comparado.", es: "Por qué no se pudo comparar el día.",
                en: "Why the day could not be compared.")), Schema.Field("reason", .string()),
    ])

    private static let side = Schema.open([
        Schema.Field("day", .date),
        Schema.Field(
            "status", .string(),
            Phrase(
                pt: "A palavra da própria plataforma.", es: "La palabra de la propia plataforma.",
                en: "The platform's own word.")),
        Schema.Field("amount", .integer(Int64.min...Int64.max)), Schema.Field("units", .integer(Int64.min...Int64.max)),
    ])

    static let differenceSchema = Schema.open([
        Schema.Field("stream", .string(oneOf: StreamKind.allCases.map(\.rawValue)), required: true),
        Schema.Field("day", .date, required: true), Schema.Field("externalId", .string(), required: true),
        Schema.Field("kind", .string(oneOf: NamedDifference.Kind.allCases.map(\.rawValue)), required: true),
        Schema.Field("outcome", .string(oneOf: NamedDifference.Outcome.allCases.map(\.rawValue)), required: true),
        Schema.Field("there", side), Schema.Field("here", side), Schema.Field("currency", .string(lengthMax: 3)),
        Schema.Field("scale", .integer(0...18)), Schema.Field("code", .string()), Schema.Field("reason", .string()),
    ])

    static let schema = Schema.open([
        Schema.Field("id", .id, required: true), Schema.Field("connection", .id, required: true),
        Schema.Field("cause", .string(oneOf: Reconciliation.Cause.allCases.map(\.rawValue)), required: true),
        Schema.Field("state", .string(oneOf: Reconciliation.State.allCases.map(\.rawValue)), required: true),
        Schema.Field("from", .date), Schema.Field("until", .date), Schema.Field("timeZone", .string(), required: true),
        Schema.Field("requestedAt", .instant, required: true), Schema.Field("finishedAt", .instant),
        Schema.Field(
            "comparedUntil", .instant,
            Phrase(
                pt: "Registros mais novos ficam de fora, pois a lista da plataforma se atrasa.",
                es: "Los registros más nuevos quedan fuera, pues la lista de la plataforma se atrasa.",
                en: "Newer records are left out, for the platform's list lags.")),
        Schema.Field(
            "reachesFrom", .instant,
            Phrase(
                pt: "Registros mais antigos estão fora do alcance da plataforma.",
                es: "Los registros más antiguos están fuera del alcance de la plataforma.",
                en: "Older records are beyond the platform's reach.")),
        Schema.Field(
            "beyond", .integer(0...Int64.max), required: true,
            Phrase(
                pt: "Registros guardados que são mais antigos.", es: "Registros guardados que son más antiguos.",
                en: "Stored records that are older.")),
        Schema.Field("daysDone", .integer(0...Int64.max), required: true),
        Schema.Field("daysTotal", .integer(0...Int64.max), required: true),
        Schema.Field(
            "requests", .integer(0...Int64.max), required: true,
            Phrase(pt: "Enviadas à plataforma.", es: "Enviadas a la plataforma.", en: "Sent to the platform.")),
        Schema.Field("sampled", .integer(0...Int64.max), required: true),
        Schema.Field("verdict", .string(oneOf: Reconciliation.Verdict.allCases.map(\.rawValue))),
        Schema.Field("code", .string(), Phrase(pt: "Por que falhou.", es: "Por qué falló.", en: "Why it failed.")),
        Schema.Field("reason", .string()),
        Schema.Field("lines", .array(of: .named("StatementLine"))),
        Schema.Field("differences", .array(of: .named("StatementDifference"))),
        Schema.Field("hasMoreDifferences", .boolean),
    ])

    static func write(_ line: StatementLine, _ language: Language, _ writer: inout JSONWriter) {
        writer.member("stream", line.stream.rawValue)
        writer.member("day", line.day.description)
        writer.member("there", line.there.map(Int64.init))
        writer.member("here", line.here)
        writer.member("beyond", line.beyond)
        writer.member("verdict", line.verdict.rawValue)
        writer.member("differences", line.differences)
        writer.member("repaired", line.repaired)
        writer.member("sampled", line.sampled)
        write(line.trouble, language, &writer)
    }

    static func write(_ run: Reconciliation, _ language: Language, _ writer: inout JSONWriter) {
        writer.member("id", run.id.text)
        writer.member("connection", run.connectionID.text)
        writer.member("cause", run.cause.rawValue)
        writer.member("state", run.state.rawValue)
        writer.member("from", run.span.from?.description)
        writer.member("until", run.span.until?.description)
        writer.member("timeZone", run.timeZone)
        writer.member("requestedAt", run.requestedAt)
        writer.member("finishedAt", run.finishedAt)
        writer.member("comparedUntil", run.comparedUntil)
        writer.member("reachesFrom", run.reachesFrom)
        writer.member("beyond", run.beyond)
        writer.member("daysDone", run.daysDone)
        writer.member("daysTotal", run.daysTotal)
        writer.member("requests", run.requests)
        writer.member("sampled", run.sampled)
        writer.member("verdict", run.verdict?.rawValue)
        write(run.trouble, language, &writer)
    }

    static func write(_ statement: Statement, _ language: Language, _ writer: inout JSONWriter) {
        writer.array("lines") { writer in
            for line in statement.lines { writer.elementObject { write(line, language, &$0) } }
        }
        writer.array("differences") { writer in
            for difference in statement.differences {
                writer.elementObject { write(difference, language, &$0) }
            }
        }
        writer.member("hasMoreDifferences", statement.isCut)
    }

    private static func write(_ difference: NamedDifference, _ language: Language, _ writer: inout JSONWriter) {
        writer.member("stream", difference.stream.rawValue)
        writer.member("day", difference.day.description)
        writer.member("externalId", difference.externalID)
        writer.member("kind", difference.kind.rawValue)
        writer.member("outcome", difference.outcome.rawValue)
        for (name, side) in [("there", difference.there), ("here", difference.here)] {
            guard let side else { continue }
            writer.object(key: name) { writer in
                writer.member("day", side.day?.description)
                writer.member("status", side.outline.platformStatus)
                writer.member("amount", side.outline.amount)
                writer.member("units", side.outline.units)
            }
        }
        writer.member("currency", difference.currency)
        writer.member("scale", difference.scale.map(Int64.init))
        write(difference.trouble, language, &writer)
    }

    private static func write(_ trouble: Trouble?, _ language: Language, _ writer: inout JSONWriter) {
        guard let trouble else { return }
        writer.member("code", trouble.code)
        writer.member("reason", trouble.explanation[language])
    }
}
