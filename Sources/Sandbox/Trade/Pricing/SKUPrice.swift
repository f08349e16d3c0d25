import Basics

/// A SKU's price: the base, and fixed ones by price table and quantity. Cents and hundredths of a percent inside.
struct SKUPrice: Keepable {
    struct Fixed: Sendable, Equatable {
        /// A sales channel, or a price table of its own.
        var table: String
        var value: Int64
        var listPrice: Int64?
        var minQuantity: Int
        var dates: ClosedRange<Instant>?
    }

    static let kind = "price"

    let sku: Int
    var basePrice: Int64
    var listPrice: Int64?
    var costPrice: Int64?
    /// Hundredths of a percent.
    var markup: Int64 = 0
    var fixed: [Fixed] = []

    var keptID: String { String(sku) }

    /// The fixed price that holds for a quantity in a table, or the base.
    func computed(table: String, quantity: Int, at now: Instant) -> (selling: Int64, list: Int64?) {
        let fits = fixed.filter {
            $0.table.lowercased() == table.lowercased() && $0.minQuantity <= quantity
                && $0.dates?.contains(now) ?? true
        }
        guard let best = fits.max(by: { $0.minQuantity < $1.minQuantity }) else { return (basePrice, listPrice) }
        return (best.value, best.listPrice ?? listPrice)
    }

    /// Puts `new` in place of those of the same table and quantity, and beside the others.
    mutating func merge(_ new: [Fixed]) {
        for price in new {
            fixed.removeAll { $0.table.lowercased() == price.table.lowercased() && $0.minQuantity == price.minQuantity }
            fixed.append(price)
        }
    }

    /// What a shop's SKUs cost at first: one in thirty has no price, one in five a wholesale one.
    static func start(_ catalogue: Catalogue) -> [SKUPrice] {
        catalogue.skus.compactMap { sku in
            guard !sku.id.isMultiple(of: 29) else { return nil }
            let cost = sku.price * 6 / 10
            var price = SKUPrice(
                sku: sku.id, basePrice: sku.price, listPrice: sku.listPrice == sku.price ? nil : sku.listPrice,
                costPrice: cost, markup: PriceBody.markup(base: sku.price, cost: cost))
            if sku.id.isMultiple(of: 5) {
                price.fixed = [Fixed(table: "atacado", value: sku.price * 8 / 10, listPrice: nil, minQuantity: 10)]
            }
            return price
        }
    }
}

extension SKUPrice {
    var kept: JSON { json }

    init(kept: JSONView) throws {
        sku = Int(try kept.string("itemId")) ?? 0
        let body = try PriceBody(kept)
        basePrice = body.base ?? 0
        listPrice = body.list
        costPrice = body.cost
        markup = body.markup ?? 0
        fixed = body.fixed
    }

    /// As GET answers it: decimals, dates with an offset.
    var json: JSON {
        func currency(_ cents: Int64?) -> JSON { cents.map { .currency(cents: $0) } ?? .null }
        return [
            "itemId": .string(String(sku)), "listPrice": currency(listPrice), "costPrice": currency(costPrice),
            "markup": .decimal(Decimals.text(hundredths: markup)), "basePrice": currency(basePrice),
            "fixedPrices": .array(fixed.map(\.json)),
        ]
    }
}

extension SKUPrice.Fixed {
    var json: JSON {
        var members: [JSON.Member] = [
            .init(name: "tradePolicyId", value: .string(table)), .init(name: "value", value: .currency(cents: value)),
            .init(name: "listPrice", value: listPrice.map { .currency(cents: $0) } ?? .null),
            .init(name: "minQuantity", value: .number(minQuantity)),
        ]
        if let dates {
            members.append(
                .init(
                    name: "dateRange",
                    value: ["from": .string(dates.lowerBound.iso8601), "to": .string(dates.upperBound.iso8601)]))
        }
        return .object(members)
    }
}
