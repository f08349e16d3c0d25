import Basics
import HTTPTypes

/// Prices in decimals of the currency, by `api.vtex.com/{account}` or the account's own host. Source: facts on VTEX §7.
enum PricingRoutes {
    static let all: [Route<Shop>] = [
        route(.get, "tables", "Listpricetables") { _, shop in
            Reply(json: .array(tables(shop).map { .string($0) }))
        },
        route(.get, "config", "GetPricingConfig") { _, _ in Reply(json: config) },
        route(.get, "prices/{sku}", "GetPrice") { call, shop in Reply(json: try find(call, shop).json) },
        route(.put, "prices/{sku}", "CreateUpdatePriceOrFixedPrice") { call, shop in
            try shop.trade.prices.put(PriceBody(try call.json().root).price(of: try sku(call)))
            return Reply(empty: .ok)
        },
        route(.delete, "prices/{sku}", "DeletePrice") { call, shop in
            try shop.trade.prices.change(try find(call, shop).keptID) { $0 = nil }
            return Reply(empty: .ok)
        },
        route(.get, "prices/{sku}/fixed", "GetFixedPrices") { call, shop in
            Reply(json: .array(try find(call, shop).fixed.map(\.json)))
        },
        route(.patch, "prices/{sku}/fixed", "CreateUpdatePriceOrFixedPriceNoRemove") { call, shop in
            try merge(call, shop, table: nil)
        },
        route(.get, "prices/{sku}/fixed/{table}", "GetFixedPricesonapricetable") { call, shop in
            let found = try find(call, shop).fixed.filter { isTable($0, call) }
            guard !found.isEmpty else { throw Module.pricing.notFound("No fixed price in this table") }
            return Reply(json: .array(found.map(\.json)))
        },
        route(
            .post, "prices/{sku}/fixed/{table}", "createorupdatefixedpricesonpricetableortradepolicy"
        ) { call, shop in
            try merge(call, shop, table: call.parameter("table"))
        },
        route(
            .delete, "prices/{sku}/fixed/{table}", "Deletefixedpricesonapricetableortradepolicy"
        ) { call, shop in
            try shop.trade.prices.change(try find(call, shop).keptID) { price in
                price?.fixed.removeAll { isTable($0, call) }
            }
            return Reply(empty: .ok)
        },
        route(.get, "prices/{sku}/computed/{table}", "GetComputedPricebypricetable", handler: computed),
    ]

    static func refused(_ message: String) -> Refusal { Refusal(.badRequest, ["message": .string(message)]) }

    /// Reading has no limit; writing and deleting have one each.
    private static func route(
        _ method: HTTPRequest.Method, _ path: String, _ name: String, handler: @escaping Route<Shop>.Handler
    ) -> Route<Shop> {
        let access: Access =
            switch method {
            case .get: .anyOf([.readPrices])
            case .delete: .anyOf([.deleteAllPrices])
            default: .anyOf([.modifyPrices])
            }
        let limit: LimitGroup? = method == .get ? nil : method == .delete ? .pricingDelete : .pricingWrite
        return Route(
            method, "/pricing/" + path, name, module: .pricing, access: access, limit: limit, handler: handler)
    }

    private static func sku(_ call: Call) throws -> Int {
        guard let id = Int(call.parameter("sku")), (1...Int(Int32.max)).contains(id) else {
            throw refused("The SKU id is a number")
        }
        return id
    }

    private static func find(_ call: Call, _ shop: Shop) throws -> SKUPrice {
        guard let price = shop.trade.prices[String(try sku(call))] else {
            throw Module.pricing.notFound("Price not found")
        }
        return price
    }

    private static func isTable(_ price: SKUPrice.Fixed, _ call: Call) -> Bool {
        price.table.lowercased() == call.parameter("table").lowercased()
    }

    private static func merge(_ call: Call, _ shop: Shop, table: String?) throws -> Reply {
        var new: [SKUPrice.Fixed] = []
        try call.json().root.forEachElement { new.append(try PriceBody.fixed($0, table: table)) }
        let id = String(try sku(call))
        try shop.trade.prices.change(id) { price in
            guard price != nil else { throw Module.pricing.notFound("Price not found") }
            price?.merge(new)
        }
        return Reply(empty: .ok)
    }

    private static func computed(_ call: Call, _ shop: Shop) throws -> Reply {
        let price = try find(call, shop)
        let table = call.parameter("table")
        let quantity = max(1, call.field("quantity").flatMap { Int($0) } ?? 1)
        let (selling, list) = price.computed(table: table, quantity: quantity, at: shop.time.now())
        return Reply(json: [
            "tradePolicyId": .string(table), "listPrice": list.map { .currency(cents: $0) } ?? .null,
            "costPrice": price.costPrice.map { .currency(cents: $0) } ?? .null,
            "sellingPrice": .currency(cents: selling),
            "priceValidUntil": .string((shop.time.now() + .seconds(31_536_000)).iso8601), "priceTable": .string(table),
        ])
    }

    /// Sales channels and the tables that fixed prices name.
    private static func tables(_ shop: Shop) -> [String] {
        let named = Set(shop.trade.prices.all.flatMap { $0.fixed.map(\.table) }).subtracting(["1", "2"])
        return ["1", "2"] + named.union(["atacado"]).sorted()
    }

    private static let config: JSON = [
        "hasMigrated": true, "migrationStatus": "LIVE", "defaultMarkup": 30,
        "priceVariation": ["upperLimit": nil, "lowerLimit": nil], "minimumMarkups": ["1": 10, "2": 5],
        "tradePolicyConfigs": [
            ["tradePolicyId": "1", "minimumMarkup": 10, "rulesShouldAffectListPrice": true],
            ["tradePolicyId": "2", "minimumMarkup": 5, "rulesShouldAffectListPrice": true],
        ],
        "sellersToOverride": nil, "hasPriceInheritance": false, "priceInheritance": "never",
        "hasOptionalBasePrice": false, "blockAccount": false, "blockedRoutes": nil,
        "priceTableSelectionStrategy": "first", "priceTableLimit": nil,
    ]
}
