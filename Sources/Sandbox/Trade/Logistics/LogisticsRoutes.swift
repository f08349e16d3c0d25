import Basics
import HTTPTypes

/// Stock, warehouses, docks and ways to send. Source: VTEX's Logistics OpenAPI file; facts on VTEX §9.
enum LogisticsRoutes {
    private static let seePlaces: [Resource] = [.logisticsAdmin, .logisticsViewer]
    private static let seeStock: [Resource] = [.logisticsAdmin, .logisticsViewer, .inventoryAdmin, .inventoryViewer]
    private static let changeStock: [Resource] = [.logisticsAdmin, .inventoryAdmin]
    private static let seeShipping: [Resource] = [.logisticsAdmin, .logisticsViewer, .shippingAdmin, .shippingViewer]

    static let all = stock + places + shipping

    private static func route(
        _ method: HTTPRequest.Method, _ path: String, _ name: String, _ resources: [Resource],
        handler: @escaping Route<Shop>.Handler
    ) -> Route<Shop> {
        Route(
            method, "/api/logistics/pvt/" + path, name, module: .logistics, access: .anyOf(resources),
            limit: .logistics, handler: handler)
    }

    // MARK: stock

    private static let stock: [Route<Shop>] = [
        route(.get, "inventory/skus/{sku}", "InventoryBySku", seeStock) { call, shop in
            let sku = try sku(call, shop)
            return Reply(json: [
                "skuId": .string(String(sku.id)), "balance": .array(shop.trade.balances(of: sku.id).map(balance)),
            ])
        },
        route(.get, "inventory/items/{sku}/warehouses/{place}", "Inventoryperwarehouse", seeStock) { call, shop in
            Reply(json: [item(try find(call, shop))])
        },
        route(.put, "inventory/skus/{sku}/warehouses/{place}", "UpdateInventoryBySkuandWarehouse", changeStock) {
            call, shop in
            try change(call, shop)
            return Reply(json: true)
        },
        route(.patch, "inventory/skus/{sku}/warehouses/{place}/quantity", "UpdateQuantity", changeStock) { call, shop in
            try change(call, shop)
            return Reply(empty: .noContent)
        },
        route(.patch, "inventory/skus/{sku}/warehouses/{place}/lead-time", "UpdateLeadTime", changeStock) {
            call, shop in
            let time = try call.json().root.string("leadTime")
            try shop.trade.stock.change(try find(call, shop).keptID) { $0?.leadTime = time }
            return Reply(empty: .noContent)
        },
    ]

    private static func sku(_ call: Call, _ shop: Shop) throws -> CatalogueSKU {
        guard let id = Int(call.parameter("sku")), let sku = shop.catalogue.sku(id) else {
            throw Module.logistics.notFound("SKU not found")
        }
        return sku
    }

    private static func find(_ call: Call, _ shop: Shop) throws -> StockBalance {
        let sku = try sku(call, shop)
        guard let balance = shop.trade.stock[StockBalance.id(sku.id, call.parameter("place"))] else {
            throw Module.logistics.notFound("Warehouse not found")
        }
        return balance
    }

    /// A quantity is absolute, not a difference.
    private static func change(_ call: Call, _ shop: Shop) throws {
        let found = try find(call, shop)
        let body = try call.json().root
        let quantity = try body.optionalInteger("quantity")
        let isUnlimited = try body.optionalBool("unlimitedQuantity")
        guard let quantity, let isUnlimited, (0...Int64(Int32.max)).contains(quantity) else {
            throw Refusal(
                .badRequest, ["Message": "quantity and unlimitedQuantity are required; quantity is not negative"])
        }
        let leadTime = try body.optionalString("leadTime")
        let supply = try body.optionalInstant("dateUtcOnBalanceSystem")
        try shop.trade.stock.change(found.keptID) { balance in
            balance?.total = Int(quantity)
            balance?.isUnlimited = isUnlimited
            if let leadTime { balance?.leadTime = leadTime }
            if let supply { balance?.supply = supply }
        }
    }

    private static func balance(_ balance: StockBalance) -> JSON {
        [
            "warehouseId": .string(balance.warehouse),
            "warehouseName": .text(Warehouse.all.first { $0.id == balance.warehouse }?.name ?? ""),
            "totalQuantity": .number(balance.total), "reservedQuantity": .number(balance.reserved),
            "hasUnlimitedQuantity": .bool(balance.isUnlimited), "timeToRefill": nil,
            "dateOfSupplyUtc": .text(balance.supply?.iso8601), "leadTime": .string(balance.leadTime),
        ]
    }

    private static func item(_ balance: StockBalance) -> JSON {
        [
            "skuId": .string(String(balance.sku)), "warehouseId": .string(balance.warehouse),
            "dockId": .text(Warehouse.all.first { $0.id == balance.warehouse }?.dock ?? ""),
            "totalQuantity": .number(balance.total), "reservedQuantity": .number(balance.reserved),
            "availableQuantity": .number(balance.isUnlimited ? 1_000_000 : balance.available),
            "isUnlimited": .bool(balance.isUnlimited), "salesChannel": ["1", "2"], "deliveryChannel": ["delivery"],
            "timeToRefill": "", "dateOfSupplyUtc": .text(balance.supply?.iso8601 ?? ""),
            "keepSellingAfterExpiration": false, "transfer": "",
        ]
    }

    // MARK: warehouses and docks

    private static let places: [Route<Shop>] = [
        route(.get, "configuration/warehouses", "AllWarehouses", seePlaces) { _, _ in
            Reply(json: .array(Warehouse.all.map(\.json)))
        },
        route(.get, "configuration/warehouses/{id}", "WarehouseById", seePlaces) { call, _ in
            guard let found = Warehouse.all.first(where: { $0.id == call.parameter("id") }) else {
                throw Module.logistics.notFound("Warehouse not found")
            }
            return Reply(json: found.json)
        },
        // The document shows a bare list, clients that ask for a page read items.
        route(.get, "configuration/docks", "AllDocks", seePlaces) { call, _ in
            let docks = Dock.all.map(\.json)
            return Reply(json: call.field("page") == nil ? .array(docks) : paged(docks, call))
        },
        route(.get, "configuration/docks/{id}", "DockById", seePlaces) { call, _ in
            guard let found = Dock.all.first(where: { $0.id == call.parameter("id") }) else {
                throw Module.logistics.notFound("Dock not found")
            }
            return Reply(json: found.json)
        },
    ]

    private static func paged(_ all: [JSON], _ call: Call) -> JSON {
        let page = max(1, call.field("page").flatMap { Int($0) } ?? 1)
        let size = min(100, max(1, call.field("perPage").flatMap { Int($0) } ?? 10))
        return [
            "items": .array(Array(all.dropFirst((page - 1) * size).prefix(size))),
            "paging": [
                "page": .number(page), "perPage": .number(size), "total": .number(all.count),
                "pages": .number((all.count + size - 1) / size),
            ],
        ]
    }

    // MARK: ways to send

    private static let shipping: [Route<Shop>] = [
        route(.get, "configuration/carriers", "ListCarriers", seeShipping) { _, _ in
            Reply(json: .array(ShippingPolicy.all.map(\.carrier)))
        },
        route(.get, "configuration/carriers/{id}", "CarrierById", seeShipping) { call, _ in
            Reply(json: try policy(call).carrier)
        },
        route(.get, "configuration/freights/{id}/{code}/values", "FreightValues", seeShipping) { call, _ in
            Reply(json: .array(try policy(call).values(postalCode: call.parameter("code"))))
        },
        route(.get, "shipping-policies", "ListShippingPolicies", seeShipping) { call, _ in
            Reply(json: paged(ShippingPolicy.all.map(\.json), call))
        },
        route(.get, "shipping-policies/{id}", "ShippingPolicyById", seeShipping) { call, _ in
            Reply(json: try policy(call).json)
        },
    ]

    private static func policy(_ call: Call) throws -> ShippingPolicy {
        guard let found = ShippingPolicy.all.first(where: { $0.id == call.parameter("id") }) else {
            throw Module.logistics.notFound("Carrier not found")
        }
        return found
    }
}
