import AccessControl
import Basics
import Commerce
import HTTPTypes
import Operations
import Records

/// Every kind of record besides orders, in one way: a list and a single one, as bytes straight from the store.
enum RecordsAPI {
    private static let connection = Parameter<ConnectionID?>.id(
        "connection", ConnectionKind.self, "Only records of this connection.")
    private static let deleted = Parameter<[String]>.choices(
        "deleted", ["true", "false"],
        "Whether the platform does not know the record any more; `false` if left out, `true,false` for both.")
    private static let text = Parameter<String?>.text(
        "q", lengthMax: 200,
        "Words of the record and, for keys that may read people, of its person; accents and case aside.")
    private static let limit = Parameter<Int>.integer("limit", 1...200, default: 50, "Records in one answer.")
    private static let cursor = Parameter<String?>.text("cursor", lengthMax: 200, "The last answer's `next`.")

    /// Room for a record, so that the buffer grows seldom.
    private static let recordBytes = 1_000

    static func register(in api: inout APIRoutes, _ services: Services) {
        for kind in RecordKind.allCases {
            let place = place(of: kind)
            api.get(place.path, ReadRecords.self, list(place)) { request, grant in
                try await records(kind, request, grant, services)
            }
            api.get(place.path + "/{id}", ReadRecords.self, one(place)) { request, grant in
                let id = try request.parameters.id("id", StoredRecordIDs.self)
                let record = try await services.record(id, kind, of: grant.scope, seesPeople: grant.seesPeople)
                guard let record else { throw Problem.notFound }
                // Whoever sees no people has another answer of the same version.
                let tag = EntityTag("\(record.version)\(grant.seesPeople ? "p" : "")")
                guard !tag.isKnown(to: request.headers) else { return Answer(.notModified, headers: [.eTag: tag.text]) }
                var answer = Answer.json(record.json)
                answer.headers[.eTag] = tag.text
                return answer
            }
        }
    }

    static let schema = Schema.open([
        Schema.Field("id", .id, required: true), Schema.Field("connection", .id, required: true),
        Schema.Field("version", .integer(1...Int64.max), required: true, "Raised by every change."),
        Schema.Field("deletedAt", .instant, "Since when the platform does not know it any more."),
        Schema.Field("schema", .string(), required: true, "Kind and version, as in `customer/1`."),
        Schema.Field("externalId", .string(), required: true, "The platform's own id."),
        Schema.Field("person", .open([]), "Everything about the person; left out for keys without `people.read`."),
    ])

    /// Where a kind's records are, and what its operations are called.
    private struct Place {
        let path: String
        /// As in `Customers`.
        let name: String
        /// As in `Customer`.
        let single: String
    }

    private static func place(of kind: RecordKind) -> Place {
        switch kind {
        case .customer: Place(path: "customers", name: "Customers", single: "Customer")
        case .address: Place(path: "addresses", name: "Addresses", single: "Address")
        case .subscriber: Place(path: "subscribers", name: "Subscribers", single: "Subscriber")
        case .cart: Place(path: "carts", name: "Carts", single: "Cart")
        case .category: Place(path: "categories", name: "Categories", single: "Category")
        case .product: Place(path: "products", name: "Products", single: "Product")
        case .sku: Place(path: "skus", name: "SKUs", single: "SKU")
        case .price: Place(path: "prices", name: "Prices", single: "Price")
        case .stock: Place(path: "stock", name: "Stock", single: "StockOfSKU")
        case .promotion: Place(path: "promotions", name: "Promotions", single: "Promotion")
        case .coupon: Place(path: "coupons", name: "Coupons", single: "Coupon")
        }
    }

    private static func list(_ place: Place) -> Operation {
        Operation(
            "list\(place.name)", tag: "Records", "\(place.name), what changed last first.",
            parameters: [connection.note, deleted.note, text.note, limit.note, cursor.note],
            answer: .list(of: "Record"))
    }

    private static func one(_ place: Place) -> Operation {
        Operation(
            "get\(place.single)", tag: "Records", "One of the list of \(place.path).", answer: .named("Record"),
            hasETag: true)
    }

    private static func records(
        _ kind: RecordKind, _ request: WebRequest, _ grant: Grant<ReadRecords>, _ services: Services
    ) async throws -> Answer {
        var filter = RecordFilter(kind, seesPeople: grant.seesPeople)
        filter.connection = try request[connection]
        let states = Set(try request[deleted])
        filter.isDeleted = states.count == 2 ? nil : states.contains("true")
        filter.text = try request[text].flatMap { $0.isEmpty ? nil : $0 }
        let owner = Services.organizationID(of: grant.scope)
        let limit = try request[limit]
        let position = try request[cursor].map { text throws(Problem) in
            let (changedAt, id) = try ListCursor.position(of: text, owner: owner, question: question(filter))
            guard let record = RecordID(parsing: id) else { throw Problem.badQuery([.foreignCursor]) }
            return RecordPosition(changedAt: Instant(microseconds: changedAt), id: record)
        }
        let found = try await services.records(filter, of: grant.scope, after: position, limit: limit)
        var sink = Envelope.opened(capacity: (found.records.count + 1) * recordBytes)
        for (number, record) in found.records.enumerated() {
            if number > 0 { sink.append(",") }
            sink.append(record.json)
        }
        let mark = found.next.map {
            ListCursor.text($0.changedAt.microseconds, $0.id.text, owner: owner, question: question(filter))
        }
        return Envelope.closed(sink, next: mark)
    }

    private static func question(_ filter: RecordFilter) -> [String?] {
        [
            filter.kind.rawValue, filter.connection?.text, filter.isDeleted.map { $0 ? "true" : "false" }, filter.text,
        ]
    }
}
