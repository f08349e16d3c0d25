import Basics
import Commerce
import ConnectorKit

/// VTEX's document of a promotion ("calculator configuration"): decimals of the currency and of percent; zero and lists
/// without anything stand for what was not set.
enum VTEXPromotion {
    private static let filter = JSONFilter(removing: [])

    static func record(_ payload: [UInt8], id: String, fetchedAt: Instant, currency: String) throws -> FetchedRecord {
        let root = try JSONDocument(parsing: payload).root
        return try VTEXRecord.fetched(
            try promotion(root, id: id, currency), payload: payload, filter: filter, fetchedAt: fetchedAt)
    }

    private static func promotion(_ root: JSONView, id: String, _ currency: String) throws -> Promotion {
        var promotion = Promotion(
            externalID: id, name: try root.words("name") ?? id, isActive: try root.flag("isActive") ?? false)
        promotion.changedAt = try root.moment("lastModified") ?? root.moment("lastModifiedUtc")
        promotion.type = try root.words("type")
        promotion.isArchived = try root.flag("isArchived") ?? false
        promotion.isCumulative = try root.flag("cumulative") ?? false
        promotion.beginsAt = try root.moment("beginDateUtc")
        promotion.endsAt = try root.moment("endDateUtc")
        promotion.percentOffMillionths = try percent(root, "percentualDiscountValue")
        promotion.shippingPercentOffMillionths = try percent(root, "percentualShippingDiscountValue")
        promotion.amountOff = try amount(root, "nominalDiscountValue", currency)
        promotion.cartFloor = try amount(root, "totalValueFloor", currency)
        // Spelt so.
        promotion.cartCeiling = try amount(root, "totalValueCeling", currency)
        try root.with("skusGift") { promotion.giftSKUs = try $0.ids("gifts") }
        promotion.utmSource = try root.words("utmSource")
        promotion.utmCampaign = try root.words("utmCampaign")
        promotion.maxUsage = try count(root, "maxUsage")
        promotion.maxUsagePerCustomer = try count(root, "maxUsagePerClient")
        let channels = try root.ids("idsSalesChannel")
        if !channels.isEmpty {
            let isExclusive = try root.flag("areSalesChannelIdsExclusive") ?? false
            promotion.salesChannels = Promotion.Scope(ids: channels, isInclusive: !isExclusive)
        }
        promotion.skus = try scope(root, "skus", "skusAreInclusive")
        promotion.products = try scope(root, "products", "productsAreInclusive")
        promotion.categories = try scope(root, "categories", "categoriesAreInclusive")
        promotion.brands = try scope(root, "brands", "brandsAreInclusive")
        promotion.collections = try scope(root, "collections", "collectionsIsInclusive")
        return promotion
    }

    private static func percent(_ root: JSONView, _ key: StaticString) throws -> Int64? {
        let value = try root.optionalFixed(key, places: 6)
        return value == 0 ? nil : value
    }

    private static func amount(_ root: JSONView, _ key: StaticString, _ currency: String) throws -> Money? {
        let money = try root.decimal(key, currency)
        return money?.amount == 0 ? nil : money
    }

    private static func count(_ root: JSONView, _ key: StaticString) throws -> Int64? {
        let value = try root.wholeNumber(key)
        return value == 0 ? nil : value
    }

    private static func scope(_ root: JSONView, _ key: StaticString, _ flag: StaticString) throws -> Promotion.Scope? {
        let ids = try root.ids(key)
        return ids.isEmpty ? nil : Promotion.Scope(ids: ids, isInclusive: try root.flag(flag) ?? true)
    }
}
