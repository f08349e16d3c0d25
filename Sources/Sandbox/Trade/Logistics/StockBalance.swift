import Basics

/// How much of a SKU lies in one warehouse.
struct StockBalance: Keepable {
    static let kind = "stock"

    let sku: Int
    let warehouse: String
    /// Absolute, reserved units included.
    var total: Int
    var reserved: Int
    var isUnlimited: Bool
    var leadTime = "00:00:00"
    var supply: Instant?

    static func id(_ sku: Int, _ warehouse: String) -> String { "\(sku)/\(warehouse)" }
    var keptID: String { StockBalance.id(sku, warehouse) }

    var available: Int { max(0, total - reserved) }

    /// One SKU in seventeen is sold out, one in thirteen never is.
    static func start(_ catalogue: Catalogue) -> [StockBalance] {
        catalogue.skus.flatMap { sku in
            let isSoldOut = sku.id.isMultiple(of: 17)
            return Warehouse.all.enumerated().map { position, warehouse in
                let total = position == 0 ? 20 + sku.id * 7 % 120 : sku.id * 3 % 40
                return StockBalance(
                    sku: sku.id, warehouse: warehouse.id, total: isSoldOut ? 0 : total,
                    reserved: isSoldOut || position > 0 ? 0 : sku.id % 3,
                    isUnlimited: position == 0 && sku.id.isMultiple(of: 13))
            }
        }
    }

    var kept: JSON {
        [
            "sku": .number(sku), "warehouse": .string(warehouse), "total": .number(total),
            "reserved": .number(reserved), "isUnlimited": .bool(isUnlimited), "leadTime": .string(leadTime),
            "supply": supply.map { .integer($0.microseconds) } ?? .null,
        ]
    }

    init(kept: JSONView) throws {
        self.init(
            sku: Int(try kept.integer("sku")), warehouse: try kept.string("warehouse"),
            total: Int(try kept.integer("total")), reserved: Int(try kept.integer("reserved")),
            isUnlimited: try kept.bool("isUnlimited"), leadTime: try kept.string("leadTime"),
            supply: try kept.optionalInteger("supply").map(Instant.init(microseconds:)))
    }

    init(
        sku: Int, warehouse: String, total: Int, reserved: Int, isUnlimited: Bool, leadTime: String = "00:00:00",
        supply: Instant? = nil
    ) {
        self.sku = sku
        self.warehouse = warehouse
        self.total = total
        self.reserved = reserved
        self.isUnlimited = isUnlimited
        self.leadTime = leadTime
        self.supply = supply
    }
}
