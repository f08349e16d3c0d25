import Basics
import HTTPTypes

/// The public search of the store. Source: VTEX's Search OpenAPI file; facts on VTEX §6.
enum SearchRoutes {
    private static let base = "/api/catalog_system/pub/products/"

    static let all: [Route<Shop>] = [
        route("search", "ProductSearchFilteredandOrdered", handler: search),
        route("search/{search}", "ProductSearch", handler: search),
        route("search/{slug}/p", "Searchbyproducturl") { call, shop in
            let now = shop.time.now()
            let found = ProductSearch(shop: shop, now: now).product(slug: call.parameter("slug"))
            let writer = SearchWriter(shop: shop, now: now, salesChannel: call.field("sc") ?? "1")
            return Reply(json: .array(found.map { [writer.product($0)] } ?? []))
        },
        route("offers/{product}/sku/{sku}", "GetOffers") { call, shop in
            guard let sku = Int(call.parameter("sku")).flatMap(shop.catalogue.sku),
                String(sku.productID) == call.parameter("product")
            else { throw Module.catalog.notFound("SKU not found") }
            return Reply(json: SearchWriter(shop: shop, now: shop.time.now(), salesChannel: "1").offers(sku))
        },
    ]

    private static func route(_ path: String, _ name: String, handler: @escaping Route<Shop>.Handler) -> Route<Shop> {
        Route(.get, base + path, name, .open, handler: handler)
    }

    /// 206 while there is more, with what is shown of how many.
    private static func search(_ call: Call, _ shop: Shop) throws -> Reply {
        let query = try ProductQuery(call)
        let now = shop.time.now()
        let found = ProductSearch(shop: shop, now: now).find(query)
        let shown = call.wantsEmptyPage ? [] : found.dropFirst(query.from).prefix(query.to - query.from + 1)
        let writer = SearchWriter(shop: shop, now: now, salesChannel: query.salesChannel)
        let isPartial = query.from > 0 || query.to + 1 < found.count
        return Reply(isPartial ? .partialContent : .ok, json: .array(shown.map(writer.product)))
            .with(.resources, "\(query.from)-\(query.to)/\(found.count)")
    }
}
