import Basics
import HTTPTypes

/// Data entities, searching and scrolling. Source: VTEX's Master Data OpenAPI file; facts on VTEX §5.
enum EntityRoutes {
    static let all: [Route<Shop>] = [
        Route(
            .get, "/api/dataentities", "Listdataentities", module: .masterData,
            access: .anyOf(Resource.viewEntities), limit: .masterData
        ) { _, shop in Reply(json: .array(shop.masterData.entities.map { .object($0.summary) })) },
        Route(
            .get, "/api/dataentities/{entity}", "Getdataentitystructure", module: .masterData,
            access: .anyOf(Resource.viewEntities), limit: .masterData
        ) { call, shop in
            let entity = try find(call, shop)
            let fields = JSON.Member(name: "fields", value: .array(entity.fields.map(\.json)))
            return Reply(json: .object(entity.summary + [fields]))
        },
        Route(
            .get, "/api/dataentities/{entity}/search", "Searchdocuments", module: .masterData,
            access: .anyOf(Resource.readDocuments), limit: .masterData, handler: search),
        Route(
            .get, "/api/dataentities/{entity}/scroll", "Scrolldocuments", module: .masterData,
            access: .anyOf(Resource.readDocuments), limit: .masterData, handler: scroll),
    ]

    /// Without a range the service answers the first rows and says nothing.
    private static let defaultRows = 15
    private static let largestSpan = 100
    private static let reachable = 10_000
    private static let largestScroll = 1000

    static func find(_ call: Call, _ shop: Shop) throws -> DataEntity {
        guard let entity = shop.masterData.entity(call.parameter("entity")) else {
            throw Refusal(.notFound, ["Message": "Data entity not found"])
        }
        return entity
    }

    private static func search(_ call: Call, _ shop: Shop) throws -> Reply {
        let entity = try find(call, shop)
        let (from, to) = try range(call.headers[.restRange])
        let query = try DocumentQuery(call, for: entity)
        let now = shop.time.now()
        if query.hasWildcard, let seconds = shop.limits.refuse(.wildcard, at: now) {
            return Reply(empty: .serviceUnavailable).with(.retryAfter, String(seconds))
        }
        let rows = query.rows(of: entity, in: shop.masterData.indexed(entity, at: now, delay: shop.indexDelay))
        let page = from < rows.count && !call.wantsEmptyPage ? rows[from..<min(to, rows.count)] : []
        let shown = page.isEmpty ? "resources 0-0" : "resources \(from)-\(from + page.count)"
        return Reply(json: documents(page, of: entity, query.fields, shop))
            .with(.restContentRange, "\(shown)/\(rows.count)")
    }

    /// `resources=0-10`, of which the end does not count.
    private static func range(_ header: String?) throws -> (Int, Int) {
        guard let header else { return (0, defaultRows) }
        let ends = header.drop { $0 != "=" }.dropFirst().split(separator: "-").compactMap { Int($0) }
        guard header.hasPrefix("resources="), ends.count == 2, ends[0] >= 0, ends[1] >= ends[0] else {
            throw Refusal(.badRequest, ["Message": "REST-Range should look like resources=0-10"])
        }
        guard ends[1] - ends[0] <= largestSpan, ends[1] <= reachable else {
            throw Refusal(.badRequest, ["Message": "The range is larger than 100 documents or ends past 10000"])
        }
        return (ends[0], ends[1])
    }

    private static func scroll(_ call: Call, _ shop: Shop) throws -> Reply {
        let entity = try find(call, shop)
        let size = call.field("_size").map { Int($0) ?? 0 } ?? defaultRows
        guard (1...largestScroll).contains(size) else {
            throw Refusal(.badRequest, ["Message": "_size is between 1 and 1000"])
        }
        let now = shop.time.now()
        let token = try call.field("_token") ?? open(call, entity, shop, at: now)
        guard let (rows, scroll) = shop.masterData.scrolls.next(token, size: size, at: now) else {
            throw Refusal(.badRequest, ["Message": "The scroll token is not valid or has expired"])
        }
        return Reply(json: documents(rows, of: entity, scroll.fields, shop)).with(.masterDataToken, token)
            .with(.restContentTotal, String(scroll.rows.count))
    }

    private static func open(_ call: Call, _ entity: DataEntity, _ shop: Shop, at now: Instant) throws -> String {
        let query = try DocumentQuery(call, for: entity)
        if query.hasWildcard, let seconds = shop.limits.refuse(.wildcard, at: now) {
            throw Refusal(Reply(empty: .tooManyRequests).with(.retryAfter, String(seconds)))
        }
        let rows = query.rows(of: entity, in: shop.masterData.indexed(entity, at: now, delay: shop.indexDelay))
        guard let token = shop.masterData.scrolls.open(rows, fields: query.fields, at: now) else {
            throw Refusal(.badRequest, ["Message": "Maximum simultaneous scrolls rate exceeded (10)"])
        }
        return token
    }

    private static func documents(
        _ rows: ArraySlice<IndexedDocument>, of entity: DataEntity, _ fields: FieldChoice, _ shop: Shop
    ) -> JSON {
        .array(
            rows.map { row in
                fields.shown(row.id(in: entity), row.fields(in: entity), of: entity, in: shop, isWhole: false)
            })
    }
}

extension HTTPField.Name {
    static let masterDataToken = named("X-VTEX-MD-TOKEN")
    static let restContentTotal = named("REST-Content-Total")
}
