import AccessControl
import Basics
import HTTPTypes
import Operations
import Records
import Sync

/// Reconciliations: asked for, followed, and what they found day by day.
enum StatementsAPI {
    private static let tag = Phrase(pt: "Extratos de conferência", es: "Extractos de conciliación", en: "Statements")

    private static let from = Parameter<CivilDate?>.date(
        "from",
        Phrase(
            pt: "Primeiro dia, no calendário da loja; se omitido, 62 dias antes do último.",
            es: "Primer día, en el calendario de la tienda; si se omite, 62 días antes del último.",
            en: "First day of the store; 62 days before the last if left out."))
    private static let until = Parameter<CivilDate?>.date(
        "until",
        Phrase(
            pt: "Último dia; hoje, se omitido.", es: "Último día; hoy, si se omite.", en: "Last day; today if left out."
        ))

    /// Two years and the days around them.
    private static let daysMax = 800

    static func register(in api: inout APIRoutes, _ services: Services) {
        api.get("connections/{id}/statements", ReadConnections.self, list) { request, grant in
            let placed = try await placed(request, grant.scope, services)
            // A store may be a day ahead of UTC.
            let today = CivilDate(daysSince1970: Int(request.receivedAt.microseconds / 86_400_000_000))
            let until = try request[until] ?? today.advanced(by: 1)
            let from = try request[from] ?? until.advanced(by: -62)
            guard until.daysSince1970 - from.daysSince1970 < daysMax else { throw Problem.badQuery([.spanTooLong]) }
            let statement = try await services.statement(
                of: placed.connection.id, from: from, until: until, in: grant.scope)
            return Envelope.whole(statement.lines) { StatementJSON.write($0, request.language, &$1) }
        }
        api.post("connections/{id}/reconciliations", ManageConnections.self, begin) { request, grant in
            let placed = try await placed(request, grant.scope, services)
            let body = try request.json(beginBody).root
            let span = Reconciliation.Span(
                from: try day(body.optionalString("from"), "from"),
                until: try day(body.optionalString("until"), "until"))
            let run = try await services.requestReconciliation(
                of: placed.connection.id, span, in: grant.scope, by: grant.actor)
            var answer = Answer.json(
                Envelope.object { StatementJSON.write(run, request.language, &$0) }, status: .accepted)
            answer.headers[.location] =
                "\(APIRoutes.prefix)/connections/\(placed.connection.id.text)/reconciliations/\(run.id.text)"
            return answer
        }
        api.get("connections/{id}/reconciliations/{reconciliation}", ReadConnections.self, one) { request, grant in
            let placed = try await placed(request, grant.scope, services)
            let id = try request.parameters.id("reconciliation", ReconciliationKind.self)
            let found = try await services.reconciliation(id, of: placed.connection.id, in: grant.scope)
            guard let found else { throw Problem.notFound }
            return .json(
                Envelope.object { writer in
                    StatementJSON.write(found.run, request.language, &writer)
                    StatementJSON.write(found.statement, request.language, &writer)
                })
        }
    }

    private static let listSummary = Phrase(
        pt:
            "A última conferência de cada dia do calendário da loja: o que a plataforma tem e o que está "
            + "guardado, do mais recente ao mais antigo.",
        es:
            "La última conciliación de cada día del calendario de la tienda: lo que tiene la plataforma y lo "
            + "que está guardado, del más reciente al más antiguo.",
        en:
            "The last word about each day of the store's calendar: what the platform has and what is stored, "
            + "newest first.")

    private static let list = Operation(
        "listStatements", tag: tag, listSummary, parameters: [from.note, until.note],
        answer: .list(of: "StatementLine"))

    private static let beginBody = Schema.object([
        Schema.Field(
            "from", .date,
            Phrase(
                pt: "Primeiro dia, no calendário da loja; se omitido, até onde a plataforma alcança.",
                es: "Primer día, en el calendario de la tienda; si se omite, hasta donde alcanza la plataforma.",
                en: "First day of the store; as far as the platform shows if left out.")),
        Schema.Field(
            "until", .date,
            Phrase(
                pt: "Último dia; hoje, se omitido.", es: "Último día; hoy, si se omite.",
                en: "Last day; today if left out.")),
    ])

    private static let beginSummary = Phrase(
        pt:
            "Compara a conexão com a plataforma dia a dia e corrige o que difere. Quem faz é o servidor; "
            + "acompanhe pelo id.",
        es:
            "Compara la conexión con su plataforma día por día y corrige lo que difiere. Lo hace el servidor; "
            + "sígalo por su id.",
        en:
            "Compares the connection with its platform day by day and puts right what differs. Done by the "
            + "server; follow it by its id.")

    private static let begin = Operation(
        "beginReconciliation", tag: tag, beginSummary, body: beginBody, answer: .named("Reconciliation"),
        status: .accepted,
        problems: [
            "reconciliation.already_open", "reconciliation.not_imported", "reconciliation.empty_span",
            "sync.connection_stopped",
        ], takesIdempotencyKey: true)

    private static let one = Operation(
        "getReconciliation", tag: tag,
        Phrase(
            pt: "Uma conferência com suas linhas e as primeiras 500 diferenças.",
            es: "Una conciliación con sus líneas y sus primeras 500 diferencias.",
            en: "One reconciliation with its lines and its first 500 differences."),
        answer: .named("Reconciliation"))

    private static func placed(
        _ request: WebRequest, _ scope: Tenant, _ services: Services
    ) async throws -> PlacedConnection {
        let id = try request.parameters.id("id", ConnectionKind.self)
        guard let placed = try await services.placed(id, of: scope) else { throw Problem.notFound }
        return placed
    }

    private static func day(_ text: String?, _ field: String) throws -> CivilDate? {
        guard let text else { return nil }
        guard text.utf8.count == 10, let instant = Instant(iso8601: text) else {
            throw Problem.badBody([.unreadable(field)])
        }
        return CivilDate(daysSince1970: Int(instant.microseconds / 86_400_000_000))
    }
}

extension Problem.FieldProblem {
    fileprivate static let spanTooLong = Problem.FieldProblem(
        "from", code: "span",
        Phrase(pt: "São mais de 800 dias.", es: "Son más de 800 días.", en: "That is more than 800 days."))
}
