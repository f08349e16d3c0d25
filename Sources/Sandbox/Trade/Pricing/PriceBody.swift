import Basics
import HTTPTypes

/// What a price is written with: two of base, cost and markup, or the base alone. Source: facts on VTEX §7.
struct PriceBody {
    var base: Int64?
    var list: Int64?
    var cost: Int64?
    /// Hundredths of a percent.
    var markup: Int64?
    var fixed: [SKUPrice.Fixed] = []

    init(_ body: JSONView) throws {
        base = try body.optionalFixed("basePrice", places: 2)
        list = try body.optionalFixed("listPrice", places: 2)
        cost = try body.optionalFixed("costPrice", places: 2)
        markup = try body.optionalFixed("markup", places: 2)
        try body.forEach("fixedPrices") { fixed.append(try PriceBody.fixed($0, table: nil)) }
    }

    /// The whole price of `sku`; refused when base, cost and markup do not give one.
    func price(of sku: Int) throws -> SKUPrice {
        guard [base, list, cost].allSatisfy({ ($0 ?? 0) >= 0 }) else {
            throw PricingRoutes.refused("Prices are not negative")
        }
        var price = SKUPrice(sku: sku, basePrice: 0, listPrice: list, costPrice: cost, fixed: [])
        switch (base, cost, markup) {
        case (let base?, let cost?, _):
            price.basePrice = base
            price.markup = PriceBody.markup(base: base, cost: cost)
        case (let base?, nil, let markup?) where markup != 0:
            price.basePrice = base
            price.markup = markup
            price.costPrice = base * 10_000 / (10_000 + markup)
        case (let base?, nil, _): price.basePrice = base
        case (nil, let cost?, let markup?):
            price.basePrice = cost + cost * markup / 10_000
            price.markup = markup
        default: throw PricingRoutes.refused("Give two of basePrice, costPrice and markup, or basePrice")
        }
        price.merge(fixed)
        return price
    }

    static func markup(base: Int64, cost: Int64) -> Int64 { cost > 0 ? (base - cost) * 10_000 / cost : 0 }

    /// - Parameter table: The table of the address; nil reads it from the body.
    static func fixed(_ view: JSONView, table: String?) throws -> SKUPrice.Fixed {
        guard let name = try table ?? view.optionalText("tradePolicyId"),
            let value = try view.optionalFixed("value", places: 2), value >= 0
        else { throw PricingRoutes.refused("A fixed price has a tradePolicyId and a value") }
        var price = SKUPrice.Fixed(
            table: name, value: value, listPrice: try view.optionalFixed("listPrice", places: 2),
            minQuantity: max(1, Int(clamping: try view.optionalInteger("minQuantity") ?? 1)))
        try view.with("dateRange") { range in
            let from = try range.instant("from")
            let to = try range.instant("to")
            guard from <= to else { throw PricingRoutes.refused("dateRange ends before it begins") }
            price.dates = from...to
        }
        return price
    }
}
