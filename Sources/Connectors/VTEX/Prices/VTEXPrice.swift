import Basics
import Commerce
import ConnectorKit

/// VTEX's document of a price: decimals of the currency, not cents.
enum VTEXPrice {
    private static let filter = JSONFilter(removing: [])

    /// - Parameter skuID: what was asked for, as the document may write it otherwise.
    static func record(
        _ payload: [UInt8], skuID: String, fetchedAt: Instant, currency: String
    ) throws -> FetchedRecord {
        let root = try JSONDocument(parsing: payload).root
        var price = Price(externalID: skuID)
        price.base = try root.decimal("basePrice", currency)
        price.list = try root.decimal("listPrice", currency)
        price.cost = try root.decimal("costPrice", currency)
        try root.forEach("fixedPrices") { price.fixed.append(try fixed($0, currency)) }
        price.fixed.sort { left, right in
            (left.table, left.minQuantity, left.from ?? .distantPast, left.value.amount)
                < (right.table, right.minQuantity, right.from ?? .distantPast, right.value.amount)
        }
        return try VTEXRecord.fetched(price, payload: payload, filter: filter, fetchedAt: fetchedAt)
    }

    private static func fixed(_ view: JSONView, _ currency: String) throws -> Price.Fixed {
        guard let value = try view.decimal("value", currency) else { throw JSONError(.missing, path: "value") }
        var price = Price.Fixed(
            table: try view.requiredWords("tradePolicyId"), value: value,
            minQuantity: try view.wholeNumber("minQuantity") ?? 1)
        price.listPrice = try view.decimal("listPrice", currency)
        try view.with("dateRange") { range in
            price.from = try range.moment("from")
            price.until = try range.moment("to")
        }
        return price
    }
}
