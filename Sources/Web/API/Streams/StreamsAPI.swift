import AccessControl
import Basics
import ConnectorKit
import HTTPTypes
import Operations
import Records
import Sync

/// The streams of a connection: how far each has come.
enum StreamsAPI {
    private static let tag = Phrase(pt: "Fluxos", es: "Flujos", en: "Streams")

    static func register(in api: inout APIRoutes, _ services: Services) {
        api.get("connections/{id}/streams", ReadConnections.self, list) { request, grant in
            let placed = try await placed(request, grant.scope, services)
            let standings = try await services.standings(of: placed)
            return Envelope.whole(standings) { write($0, request.language, &$1) }
        }
        api.post("connections/{id}/streams/{stream}/rerun", ManageConnections.self, rerun) { request, grant in
            try request.expectNoBody()
            let placed = try await placed(request, grant.scope, services)
            guard let stream = request.parameters["stream"].flatMap(StreamKind.init(rawValue:)),
                services.streams(of: placed.connection).contains(stream)
            else { throw Problem.notFound }
            try await services.rerun(placed, stream: stream, by: grant.actor)
            let standing = try await services.standing(of: placed, stream: stream)
            return .json(Envelope.object { write(standing, request.language, &$0) }, status: .accepted)
        }
    }

    private static let list = Operation(
        "listStreams", tag: tag,
        Phrase(
            pt: "Os fluxos de uma conexão com seu progresso.", es: "Los flujos de una conexión con su avance.",
            en: "The streams of a connection with their progress."), answer: .list(of: "Stream"))

    private static let rerun = Operation(
        "rerunStream", tag: tag,
        Phrase(
            pt: "Recomeça a carga inicial: tudo é lido de novo e comparado com o que está guardado.",
            es: "Recomienza la carga inicial: todo se lee de nuevo y se compara con lo guardado.",
            en: "Begins the backfill anew: everything is read again and compared with what is stored."),
        body: nil, answer: .named("Stream"), status: .accepted, takesIdempotencyKey: true)

    static let schema = Schema.open([
        Schema.Field("stream", .string(oneOf: StreamKind.allCases.map(\.rawValue)), required: true),
        Schema.Field(
            "stored", .integer(0...Int64.max), required: true,
            Phrase(pt: "Registros que o Ponte tem.", es: "Registros que tiene Ponte.", en: "Records that Ponte has.")),
        Schema.Field(
            "knownTotal", .integer(0...Int64.max),
            Phrase(
                pt: "Registros que a plataforma listou no começo.",
                es: "Registros que la plataforma listó al comienzo.",
                en: "Records that the platform listed at first.")),
        Schema.Field("backfillDoneAt", .instant),
        Schema.Field(
            "sweptUntil", .instant,
            Phrase(
                pt: "Visto por inteiro até então.", es: "Visto por completo hasta entonces.",
                en: "Seen whole until then.")),
        Schema.Field("isPaused", .boolean, required: true),
        Schema.Field(
            "refusal", .named("Attention"),
            Phrase(
                pt: "Por que nada é lido: falta à chave um direito a este fluxo.",
                es: "Por qué no se lee nada: a la clave le falta un derecho a este flujo.",
                en: "Why nothing is read: the key lacks a right to this stream.")),
        Schema.Field("parkedOrders", .array(of: .named("ParkedOrder")), required: true),
        Schema.Field("parkedWindows", .integer(0...Int64.max), required: true),
    ])

    static let parkedSchema = Schema.open([
        Schema.Field("externalId", .string(), required: true), Schema.Field("code", .string(), required: true),
        Schema.Field("reason", .string(), required: true), Schema.Field("attempts", .integer(0...Int64.max)),
        Schema.Field("retryAt", .instant),
    ])

    private static func placed(
        _ request: WebRequest, _ scope: Tenant, _ services: Services
    ) async throws -> PlacedConnection {
        let id = try request.parameters.id("id", ConnectionKind.self)
        guard let placed = try await services.placed(id, of: scope) else { throw Problem.notFound }
        return placed
    }

    private static func write(_ standing: StreamStanding, _ language: Language, _ writer: inout JSONWriter) {
        writer.member("stream", standing.stream.rawValue)
        writer.member("stored", standing.stored)
        writer.member("knownTotal", standing.state?.knownTotal.map(Int64.init))
        writer.member("backfillDoneAt", standing.state?.backfillDoneAt)
        writer.member("sweptUntil", standing.state?.sweptUntil)
        writer.member("isPaused", standing.state?.isPaused ?? false)
        if let refusal = standing.state?.refusal {
            writer.object("refusal") { writer in
                writer.member("code", refusal.code)
                writer.member("reason", refusal.explanation[language])
                writer.member("remedy", refusal.remedy?[language])
            }
        }
        writer.array("parkedOrders") { writer in
            for order in standing.parkedOrders {
                writer.elementObject { writer in
                    writer.member("externalId", order.externalID)
                    writer.member("code", order.trouble.code)
                    writer.member("reason", order.trouble.explanation[language])
                    writer.member("attempts", order.attempts)
                    writer.member("retryAt", order.retryAt)
                }
            }
        }
        writer.member("parkedWindows", standing.parkedSlices.count)
    }
}
