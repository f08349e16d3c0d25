import AccessControl
import Basics
import Commerce
import HTTPTypes
import Operations
import Records

/// Orders, as bytes straight from the store.
enum OrdersAPI {
    private static let tag = Phrase(pt: "Pedidos", es: "Pedidos", en: "Orders")

    private static let connection = Parameter<ConnectionID?>.id(
        "connection", ConnectionKind.self,
        Phrase(
            pt: "Só pedidos desta conexão.", es: "Solo pedidos de esta conexión.", en: "Only orders of this connection."
        ))
    private static let status = Parameter<[String]>.choices(
        "status", OrderStatus.allCases.map(\.rawValue),
        Phrase(
            pt: "Só pedidos nestas situações.", es: "Solo pedidos en estos estados.",
            en: "Only orders that stand there."))
    private static let placedFrom = Parameter<Instant?>.instant(
        "placedFrom",
        Phrase(
            pt: "Feitos nesse instante ou depois.", es: "Hechos en ese instante o después.", en: "Placed then or later."
        ))
    private static let placedTo = Parameter<Instant?>.instant(
        "placedTo",
        Phrase(pt: "Feitos antes desse instante.", es: "Hechos antes de ese instante.", en: "Placed before then."))

    private static let sinceSummary = Phrase(
        pt: "Novos ou alterados no Ponte nesse instante ou depois, segundo o `recordedAt` da lista de mudanças.",
        es: "Nuevos o modificados en Ponte en ese instante o después, según el `recordedAt` de la lista de cambios.",
        en: "New or changed in Ponte then or later, as `recordedAt` in the log has it.")
    private static let updatedSince = Parameter<Instant?>.instant(
        "updatedSince", sinceSummary)

    private static let textSummary = Phrase(
        pt:
            "Palavras dos números do pedido e, para chaves que podem ler pessoas, dos dados da pessoa; sem "
            + "distinguir acentos nem maiúsculas.",
        es:
            "Palabras de los números del pedido y, para claves que pueden leer personas, de los datos de la "
            + "persona; sin distinguir acentos ni mayúsculas.",
        en: "Words of the order's numbers and, for keys that may read people, of its person; accents and case aside.")
    private static let text = Parameter<String?>.text(
        "q", lengthMax: 200, textSummary)

    private static let externalID = Parameter<String?>.text(
        "externalId", lengthMax: 200,
        Phrase(
            pt: "O id da própria plataforma, por inteiro.", es: "El id de la propia plataforma, completo.",
            en: "The platform's own id, whole."))
    private static let limit = Parameter<Int>.integer(
        "limit", 1...200, default: 50,
        Phrase(pt: "Pedidos em uma resposta.", es: "Pedidos en una respuesta.", en: "Orders in one answer."))
    private static let cursor = Parameter<String?>.text(
        "cursor", lengthMax: 200,
        Phrase(
            pt: "O `next` da última resposta.", es: "El `next` de la última respuesta.", en: "The last answer's `next`."
        ))

    /// Room for an order, so that the buffer grows seldom.
    private static let orderBytes = 3_000

    static func register(in api: inout APIRoutes, _ services: Services) {
        api.get("orders", ReadOrders.self, list) { request, grant in
            try await orders(request, grant, services)
        }
        api.get("orders/{id}", ReadOrders.self, one) { request, grant in
            let id = try request.parameters.id("id", OrderKind.self)
            let order = try await services.writeOrder(id, of: grant.scope, seesPeople: grant.seesPeople) {
                BufferSink(capacity: orderBytes * 2)
            }
            guard let order else { throw Problem.notFound }
            // Whoever sees no people has another answer of the same version.
            let tag = EntityTag("\(order.version)\(grant.seesPeople ? "p" : "")")
            guard !tag.isKnown(to: request.headers) else { return Answer(.notModified, headers: [.eTag: tag.text]) }
            var answer = Answer.json(order.json.buffer)
            answer.headers[.eTag] = tag.text
            return answer
        }
    }

    private static let list = Operation(
        "listOrders", tag: tag,
        Phrase(
            pt: "Pedidos pela data em que foram feitos, do mais recente ao mais antigo.",
            es: "Pedidos por la fecha en que se hicieron, del más reciente al más antiguo.",
            en: "Orders by time of placing, newest first."),
        parameters: [
            connection.note, status.note, placedFrom.note, placedTo.note, updatedSince.note, text.note, externalID.note,
            limit.note, cursor.note,
        ], answer: .list(of: "Order"), problems: ["records.log_compacted"])

    private static let one = Operation(
        "getOrder", tag: tag, Phrase(pt: "Um pedido.", es: "Un pedido.", en: "One order."), answer: .named("Order"),
        hasETag: true)

    private static func orders(
        _ request: WebRequest, _ grant: Grant<ReadOrders>, _ services: Services
    ) async throws -> Answer {
        var filter = OrderFilter(seesPeople: grant.seesPeople)
        filter.connection = try request[connection]
        // In one order, so that a cursor does not depend on how they were asked for.
        filter.statuses = Set(try request[status]).sorted().compactMap(OrderStatus.init)
        filter.placedFrom = try request[placedFrom]
        filter.placedUntil = try request[placedTo]
        filter.recordedSince = try request[updatedSince]
        filter.text = try request[text].flatMap { $0.isEmpty ? nil : $0 }
        filter.externalID = try request[externalID]
        let owner = Services.organizationID(of: grant.scope)
        let limit = try request[limit]
        let position = try request[cursor].map { text throws(Problem) in
            let (placedAt, id) = try ListCursor.position(of: text, owner: owner, question: question(filter))
            guard let order = OrderID(parsing: id) else { throw Problem.badQuery([.foreignCursor]) }
            return OrderPosition(placedAt: Instant(microseconds: placedAt), id: order)
        }
        let (sink, next) = try await services.writeOrders(
            filter, of: grant.scope, after: position, limit: limit
        ) { Envelope.opened(capacity: limit * orderBytes) }
        let mark = next.map {
            ListCursor.text($0.placedAt.microseconds, $0.id.text, owner: owner, question: question(filter))
        }
        return Envelope.closed(sink, next: mark)
    }

    private static func question(_ filter: OrderFilter) -> [String?] {
        [
            "orders", filter.connection?.text, filter.statuses.map(\.rawValue).joined(separator: ","),
            filter.placedFrom?.iso8601, filter.placedUntil?.iso8601, filter.recordedSince?.iso8601, filter.text,
            filter.externalID,
        ]
    }
}
