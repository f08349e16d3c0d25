import Basics

/// What a store grants to carts that meet its conditions. The main ones are here; the platform's document has all.
package struct Promotion: CanonicalRecord {
    package static var kind: RecordKind { .promotion }

    /// What a promotion is about: what it includes, or all but that.
    package struct Scope: Hashable, Sendable {
        package var ids: [String]
        package var isInclusive: Bool

        package init(ids: [String], isInclusive: Bool) {
            self.ids = ids
            self.isInclusive = isInclusive
        }
    }

    package var externalID: String
    package var name: String
    package var changedAt: Instant?
    /// The platform's word, as in `regular`.
    package var type: String?
    package var isActive: Bool
    package var isArchived = false
    package var isCumulative = false
    package var beginsAt: Instant?
    package var endsAt: Instant?
    /// Millionths of a percent: 10 % is 10 000 000.
    package var percentOffMillionths: Int64?
    package var shippingPercentOffMillionths: Int64?
    package var amountOff: Money?
    package var cartFloor: Money?
    package var cartCeiling: Money?
    package var giftSKUs: [String] = []
    package var utmSource: String?
    package var utmCampaign: String?
    package var maxUsage: Int64?
    package var maxUsagePerCustomer: Int64?
    package var salesChannels: Scope?
    package var skus: Scope?
    package var products: Scope?
    package var categories: Scope?
    package var brands: Scope?
    package var collections: Scope?

    package init(externalID: String, name: String, isActive: Bool) {
        self.externalID = externalID
        self.name = name
        self.isActive = isActive
    }

    package var title: String? { name }

    package var factValues: [(field: String, value: String)] {
        var values = [
            (field: "name", value: name), ("isActive", isActive ? "true" : "false"),
            ("isArchived", isArchived ? "true" : "false"),
        ]
        if let beginsAt { values.append(("beginsAt", beginsAt.iso8601)) }
        if let endsAt { values.append(("endsAt", endsAt.iso8601)) }
        if let utmSource { values.append(("utmSource", utmSource)) }
        if let utmCampaign { values.append(("utmCampaign", utmCampaign)) }
        return values
    }

    package var words: RecordWords {
        RecordWords(plain: [externalID, name, utmSource, utmCampaign].compactMap { $0 })
    }

    package func write(to writer: inout JSONWriter) {
        writer.member("externalId", externalID)
        writer.member("name", name)
        writer.member("changedAt", changedAt)
        writer.member("type", type)
        writer.member("isActive", isActive)
        writer.member("isArchived", isArchived)
        writer.member("isCumulative", isCumulative)
        writer.member("beginsAt", beginsAt)
        writer.member("endsAt", endsAt)
        writer.member("percentOffMillionths", percentOffMillionths)
        writer.member("shippingPercentOffMillionths", shippingPercentOffMillionths)
        writer.member("amountOff", amountOff)
        writer.member("cartFloor", cartFloor)
        writer.member("cartCeiling", cartCeiling)
        writer.strings("giftSkus", giftSKUs)
        writer.member("utmSource", utmSource)
        writer.member("utmCampaign", utmCampaign)
        writer.member("maxUsage", maxUsage)
        writer.member("maxUsagePerCustomer", maxUsagePerCustomer)
        write(salesChannels, "salesChannels", &writer)
        write(skus, "skus", &writer)
        write(products, "products", &writer)
        write(categories, "categories", &writer)
        write(brands, "brands", &writer)
        write(collections, "collections", &writer)
    }

    private func write(_ scope: Scope?, _ key: StaticString, _ writer: inout JSONWriter) {
        guard let scope else { return }
        writer.object(key) { writer in
            writer.strings("ids", scope.ids)
            writer.member("isInclusive", scope.isInclusive)
        }
    }
}
