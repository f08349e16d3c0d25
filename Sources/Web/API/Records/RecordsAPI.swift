import AccessControl
import Basics
import Commerce
import HTTPTypes
import Operations
import Records

/// Every kind of record besides orders, in one way: a list and a single one, as bytes straight from the store.
enum RecordsAPI {
    private static let tag = Phrase(pt: "Registros", es: "Registros de la tienda", en: "Records")

    private static let connection = Parameter<ConnectionID?>.id(
        "connection", ConnectionKind.self,
        Phrase(
            pt: "Só registros desta conexão.", es: "Solo registros de esta conexión.",
            en: "Only records of this connection."))
    private static let deleted = Parameter<[String]>.choices(
        "deleted", ["true", "false"],
        Phrase(
            pt: "Se a plataforma já não conhece o registro; `false` se omitido, `true,false` para os dois.",
            es: "Si la plataforma ya no conoce el registro; `false` si se omite, `true,false` para ambos.",
            en: "Whether the platform does not know the record any more; `false` if left out, `true,false` for both."))
    private static let text = Parameter<String?>.text(
        "q", lengthMax: 200,
        Phrase(
            pt: "Palavras do registro e, para chaves que leem pessoas, da pessoa; sem acentos nem maiúsculas.",
            es: "Palabras del registro y, para claves que leen personas, de la persona; sin acentos ni mayúsculas.",
            en: "Words of the record and, for keys that may read people, of its person; accents and case aside."))
    private static let limit = Parameter<Int>.integer(
        "limit", 1...200, default: 50,
        Phrase(pt: "Registros numa resposta.", es: "Registros en una respuesta.", en: "Records in one answer."))
    private static let cursor = Parameter<String?>.text(
        "cursor", lengthMax: 200,
        Phrase(
            pt: "O `next` da última resposta.", es: "El `next` de la última respuesta.", en: "The last answer's `next`."
        ))

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

    private static let closedBy = Schema.open([
        Schema.Field("order", .id, required: true),
        Schema.Field(
            "externalId", .string(), required: true,
            Phrase(
                pt: "O número do pedido na plataforma.", es: "El número del pedido en la plataforma.",
                en: "The platform's number of the order.")),
        Schema.Field("at", .instant, required: true),
    ])

    static let schema = Schema.open([
        Schema.Field("id", .id, required: true), Schema.Field("connection", .id, required: true),
        Schema.Field(
            "version", .integer(1...Int64.max), required: true,
            Phrase(pt: "Aumenta a cada mudança.", es: "Aumenta con cada cambio.", en: "Raised by every change.")),
        Schema.Field(
            "deletedAt", .instant,
            Phrase(
                pt: "Desde quando a plataforma já não o conhece.", es: "Desde cuándo la plataforma ya no lo conoce.",
                en: "Since when the platform does not know it any more.")),
        Schema.Field(
            "closedBy", closedBy,
            Phrase(
                pt: "De um carrinho: o pedido que a pessoa fez depois de o deixar.",
                es: "De un carrito: el pedido que la persona hizo después de dejarlo.",
                en: "Of a cart: the order that its owner placed after leaving it.")),
        Schema.Field(
            "personId", .id,
            Phrase(
                pt: "De um cliente: quem é. Clientes com o mesmo são a mesma pessoa, também entre lojas.",
                es: "De un cliente: quién es. Clientes con el mismo son la misma persona, también entre tiendas.",
                en: "Of a customer: who it is. Customers who have the same are one person, across stores too.")),
        Schema.Field(
            "joinedBy", .array(of: .string(oneOf: PeopleAPI.joining)),
            Phrase(
                pt: "O que o cliente tem em comum com os outros da mesma pessoa.",
                es: "Lo que el cliente tiene en común con los otros de la misma persona.",
                en: "What the customer has in common with the person's others.")),
        Schema.Field(
            "schema", .string(), required: true,
            Phrase(
                pt: "Tipo e versão, como em `customer/1`.", es: "Tipo y versión, como en `customer/1`.",
                en: "Kind and version, as in `customer/1`.")),
        Schema.Field(
            "externalId", .string(), required: true,
            Phrase(
                pt: "O identificador da própria plataforma.", es: "El identificador de la propia plataforma.",
                en: "The platform's own id.")),
        Schema.Field(
            "person", .open([]),
            Phrase(
                pt: "Tudo sobre a pessoa; omitido para chaves sem `people.read`.",
                es: "Todo sobre la persona; omitido para claves sin `people.read`.",
                en: "Everything about the person; left out for keys without `people.read`.")),
    ])

    /// Where a kind's records are, and what its operations are called.
    private struct Place {
        let path: String
        /// As in `Customers`.
        var name: String { title[.english] }
        let title: Phrase
        /// As in `Customer`.
        let single: String
    }

    private static func place(of kind: RecordKind) -> Place {
        switch kind {
        case .customer:
            Place(path: "customers", title: Phrase(pt: "Clientes", es: "Clientes", en: "Customers"), single: "Customer")
        case .address:
            Place(
                path: "addresses", title: Phrase(pt: "Endereços", es: "Direcciones", en: "Addresses"), single: "Address"
            )
        case .subscriber:
            Place(
                path: "subscribers", title: Phrase(pt: "Assinantes", es: "Suscriptores", en: "Subscribers"),
                single: "Subscriber")
        case .cart:
            Place(path: "carts", title: Phrase(pt: "Carrinhos", es: "Carritos", en: "Carts"), single: "Cart")
        case .category:
            Place(
                path: "categories", title: Phrase(pt: "Categorias", es: "Categorías", en: "Categories"),
                single: "Category")
        case .product:
            Place(path: "products", title: Phrase(pt: "Produtos", es: "Productos", en: "Products"), single: "Product")
        case .sku:
            Place(path: "skus", title: Phrase(same: "SKUs"), single: "SKU")
        case .price:
            Place(path: "prices", title: Phrase(pt: "Preços", es: "Precios", en: "Prices"), single: "Price")
        case .stock:
            Place(path: "stock", title: Phrase(pt: "Estoque", es: "Inventario", en: "Stock"), single: "StockOfSKU")
        case .promotion:
            Place(
                path: "promotions", title: Phrase(pt: "Promoções", es: "Promociones", en: "Promotions"),
                single: "Promotion")
        case .coupon:
            Place(path: "coupons", title: Phrase(pt: "Cupons", es: "Cupones", en: "Coupons"), single: "Coupon")
        }
    }

    private static func list(_ place: Place) -> Operation {
        Operation(
            "list\(place.name)", tag: tag,
            Phrase(
                pt: "\(place.title[.portuguese]), do que mudou por último ao mais antigo.",
                es: "\(place.title[.spanish]), de lo último que cambió a lo más antiguo.",
                en: "\(place.title[.english]), what changed last first."),
            parameters: [connection.note, deleted.note, text.note, limit.note, cursor.note],
            answer: .list(of: "Record"))
    }

    private static func one(_ place: Place) -> Operation {
        Operation(
            "get\(place.single)", tag: tag,
            Phrase(
                pt: "Um da lista de \(place.path).", es: "Uno de la lista de \(place.path).",
                en: "One of the list of \(place.path)."), answer: .named("Record"),
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
