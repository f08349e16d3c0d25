import AccessControl
import Basics
import Commerce
import HTTPTypes
import Operations
import Records

/// Orders, as bytes straight from the store.
enum OrdersAPI {
    private static let connection = Parameter<ConnectionID?>.id(
        "connection", ConnectionKind.self, "Only orders of this connection.")
    private static let status = Parameter<[String]>.choices(
        "status", OrderStatus.allCases.map(\.rawValue), "Only orders that stand there.")
    private static let placedFrom = Parameter<Instant?>.instant("placedFrom", "Placed then or later.")
    private static let placedTo = Parameter<Instant?>.instant("placedTo", "Placed before then.")
    private static let updatedSince = Parameter<Instant?>.instant(
        "updatedSince", "New or changed in Ponte then or later, as `recordedAt` in the log has it.")
    private static let text = Parameter<String?>.text(
        "q", lengthMax: 200,
        "Words of the order's numbers and, for keys that may read people, of its person; accents and case aside.")
    private static let externalID = Parameter<String?>.text(
        "externalId", lengthMax: 200, "The platform's own id, whole.")
    private static let limit = Parameter<Int>.integer("limit", 1...200, default: 50, "Orders in one answer.")
    private static let cursor = Parameter<String?>.text("cursor", lengthMax: 200, "The last answer's `next`.")

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
        "listOrders", tag: "Orders", "Orders by time of placing, newest first.",
        parameters: [
            connection.note, status.note, placedFrom.note, placedTo.note, updatedSince.note, text.note, externalID.note,
            limit.note, cursor.note,
        ], answer: .list(of: "Order"), problems: ["records.log_compacted"])

    private static let one = Operation("getOrder", tag: "Orders", "One order.", answer: .named("Order"), hasETag: true)

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
