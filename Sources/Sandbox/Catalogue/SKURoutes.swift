import Basics
import HTTPTypes

/// SKUs by each of their names. Source: facts on VTEX §6.
enum SKURoutes {
    static let all: [Route<Shop>] = [
        route("catalog_system/pvt/sku/stockkeepingunitbyid/{id}", "SkuContext") { call, shop in
            Reply(json: CatalogueWriter(shop: shop).context(try find(call, shop)))
        },
        // A known issue at VTEX: an inactive SKU is not found by its EAN.
        route("catalog_system/pvt/sku/stockkeepingunitbyean/{id}", "SkubyEAN") { call, shop in
            let sku = try first(shop) { $0.ean == call.parameter("id") && $0.isActive }
            return Reply(json: CatalogueWriter(shop: shop).context(sku))
        },
        route("catalog_system/pvt/sku/stockkeepingunitidbyrefid/{id}", "SkuIdbyRefId") { call, shop in
            let wanted = call.parameter("id").lowercased()
            return Reply(json: .string(String(try first(shop) { $0.refID.lowercased() == wanted }.id)))
        },
        route("catalog_system/pvt/sku/stockkeepingunitByProductId/{id}", "SkulistbyProductId") { call, shop in
            let found = Int(call.parameter("id")).flatMap(shop.catalogue.product)
            guard let product = found else { throw Module.catalog.notFound("Product not found") }
            return Reply(json: .array(product.skus.map(CatalogueWriter(shop: shop).shortSKU)))
        },
        route("catalog/pvt/stockkeepingunit/{id}", "Sku") { call, shop in
            Reply(json: CatalogueWriter(shop: shop).sku(try find(call, shop)))
        },
        route("catalog/pvt/stockkeepingunit/{id}/ean", "GetSkuEan") { call, shop in
            Reply(json: .array(try find(call, shop).ean.map { [.string($0)] } ?? []))
        },
        route("catalog/pvt/stockkeepingunit/{id}/file", "GetSkuFile") { call, shop in
            Reply(json: CatalogueWriter(shop: shop).files(try find(call, shop)))
        },
    ]

    private static func route(_ path: String, _ name: String, handler: @escaping Route<Shop>.Handler) -> Route<Shop> {
        Route(.get, "/api/" + path, name, .anyOf([.skus]), handler: handler)
    }

    private static func find(_ call: Call, _ shop: Shop) throws -> CatalogueSKU {
        guard let id = Int(call.parameter("id")) else { throw Refusal(.badRequest, "The SKU id is a number") }
        guard let sku = shop.catalogue.sku(id) else { throw Module.catalog.notFound("SKU not found") }
        return sku
    }

    private static func first(_ shop: Shop, _ fits: (CatalogueSKU) -> Bool) throws -> CatalogueSKU {
        guard let sku = shop.catalogue.skus.first(where: fits) else { throw Module.catalog.notFound("SKU not found") }
        return sku
    }
}
