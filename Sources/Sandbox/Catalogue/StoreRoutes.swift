import Basics
import HTTPTypes

/// Prices, promotions and stock, as far as a key check tries them. Source: facts on VTEX §7-§9.
enum StoreRoutes {
    private static let seeWarehouses: Access = .anyOf([.logisticsAdmin, .logisticsViewer])
    private static let seeStock: Access = .anyOf([.logisticsAdmin, .logisticsViewer, .inventoryAdmin, .inventoryViewer])

    static let all: [Route<Shop>] = [
        Route(.get, "/pricing/tables", "Listpricetables", module: .pricing, access: .anyOf([.readPrices])) { _, _ in
            Reply(json: ["1", "2", "atacado"])
        },
        Route(
            .get, "/pricing/prices/{sku}", "GetPrice", module: .pricing, access: .anyOf([.readPrices]), handler: price),
        Route(
            .get, "/api/rnb/pvt/benefits/calculatorconfiguration", "GetAllBenefits", module: .promotions,
            access: .anyOf([.promotions]), handler: promotions),
        Route(
            .get, "/api/rnb/pvt/archive/benefits/calculatorconfiguration", "GetArchivedPromotions",
            module: .promotions, access: .anyOf([.promotions])
        ) { _, _ in Reply(json: ["items": [], "nominalDiscountType": "item"]) },
        Route(.get, "/api/rnb/pvt/coupon", "Getall", module: .promotions, access: .anyOf([.promotions])) { _, shop in
            Reply(json: .array(coupons.map { coupon($0, shop) }))
        },
        Route(
            .get, "/api/rnb/pvt/coupon/{code}", "Getbycouponcode", module: .promotions, access: .anyOf([.promotions])
        ) { call, shop in
            let code = call.parameter("code")
            guard coupons.contains(code) else { throw Refusal(.notFound, ["Message": "Coupon not found"]) }
            return Reply(json: coupon(code, shop))
        },
        Route(
            .get, "/api/logistics/pvt/configuration/warehouses", "AllWarehouses", module: .logistics,
            access: seeWarehouses
        ) { _, _ in Reply(json: .array([warehouse])) },
        Route(
            .get, "/api/logistics/pvt/inventory/skus/{sku}", "InventoryBySku", module: .logistics, access: seeStock,
            handler: stock),
    ]

    private static func sku(_ call: Call, _ shop: Shop, _ module: Module) throws -> CatalogueSKU {
        guard let id = Int(call.parameter("sku")), let sku = shop.catalogue.sku(id) else {
            throw module.notFound("SKU not found")
        }
        return sku
    }

    private static func price(_ call: Call, _ shop: Shop) throws -> Reply {
        let sku = try sku(call, shop, .pricing)
        return Reply(json: [
            "itemId": .string(String(sku.id)),
            "listPrice": sku.listPrice == sku.price ? .null : .currency(cents: sku.listPrice), "costPrice": nil,
            "markup": 0, "basePrice": .currency(cents: sku.price), "fixedPrices": [],
        ]).with(.named("Ratelimit-Limit"), "2400").with(.named("Ratelimit-Remaining"), "2399")
            .with(.named("Ratelimit-Reset"), "0")
    }

    private static func promotions(_ call: Call, _ shop: Shop) -> Reply {
        let begin = JSON.string((shop.opened - .seconds(86_400 * 90)).iso8601)
        let end = JSON.string((shop.opened + .seconds(86_400 * 365)).iso8601)
        let items = Words.promotions.enumerated().map { position, name -> JSON in
            [
                "idCalculatorConfiguration": .string(Hexadecimal.uuid(UInt64(position), 7)), "lastModifiedUtc": begin,
                "name": .string(name), "beginDate": begin, "endDate": end, "isActive": true, "description": "",
                "type": "regular", "utmSource": "", "utmCampain": "", "utmiCampaign": "", "status": "active",
                "percentualTax": 0, "isArchived": false, "hasMaxPricePerItem": false, "isTax": false,
                "campaigns": [], "activateGiftsMultiplier": false,
                "scope": [
                    "allCatalog": true, "skus": 0, "skusAreInclusive": true, "products": 0,
                    "productsAreInclusive": true, "collections": 0, "collectionsAreInclusive": true, "categories": 0,
                    "categoriesAreInclusive": true, "brands": 0, "brandsAreInclusive": true, "sellers": 0,
                    "sellersAreInclusive": true,
                ],
                "maxUsage": 0, "idsSalesChannel": [], "areSalesChannelIdsExclusive": false,
            ]
        }
        return Reply(json: [
            "limitConfigurationMaxPrice": ["activesCount": 0, "limit": 30],
            "limitConfiguration": ["activesCount": .number(items.count), "limit": 100], "items": .array(items),
            "disabledItems": [], "archivedItems": [], "nominalDiscountType": "item",
        ])
    }

    private static let coupons = ["BEMVINDO10", "VOLTE15", "FRETEGRATIS"]

    private static func coupon(_ code: String, _ shop: Shop) -> JSON {
        [
            "lastModifiedUtc": .string(shop.opened.iso8601), "utmSource": .string(code.lowercased()),
            "utmCampaign": "cupons", "couponCode": .string(code), "isArchived": false, "maxItemsPerClient": 1,
            "expirationIntervalPerUse": "00:00:00", "maxUsage": 0, "groupingKey": nil,
        ]
    }

    private static let warehouse: JSON = [
        "id": "1_1", "name": "Estoque Central",
        "warehouseDocks": [["dockId": "doca_1", "time": "1.00:00:00", "cost": 0]], "pickupPointIds": [], "priority": 0,
        "isActive": true,
    ]

    private static func stock(_ call: Call, _ shop: Shop) throws -> Reply {
        let sku = try sku(call, shop, .logistics)
        return Reply(json: [
            "skuId": .string(String(sku.id)),
            "balance": [
                [
                    "warehouseId": "1_1", "warehouseName": "Estoque Central",
                    "totalQuantity": .number(sku.id * 7 % 120), "reservedQuantity": .number(sku.id % 3),
                    "hasUnlimitedQuantity": false, "timeToRefill": nil, "dateOfSupplyUtc": nil,
                    "leadTime": "00:00:00",
                ]
            ],
        ])
    }
}
