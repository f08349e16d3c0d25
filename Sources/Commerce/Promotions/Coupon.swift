import Basics

/// A code that a shopper types in. It has no discount of its own: it marks the cart with its utm values, and a promotion
/// for carts with the same ones grants something.
package struct Coupon: CanonicalRecord {
    package static var kind: RecordKind { .coupon }

    /// The code.
    package var externalID: String
    package var changedAt: Instant?
    package var isArchived = false
    package var utmSource: String?
    package var utmCampaign: String?
    /// How often it may be used in all; nil is without end.
    package var maxUsage: Int64?
    package var maxItemsPerCustomer: Int64?
    /// How long after a use it may be used again, in the platform's form.
    package var interval: String?
    /// Coupons that were made in one go share it.
    package var group: String?

    package init(externalID: String) { self.externalID = externalID }

    package var title: String? { externalID }

    package var factValues: [(field: String, value: String)] {
        var values = [(field: "isArchived", value: isArchived ? "true" : "false")]
        if let utmSource { values.append(("utmSource", utmSource)) }
        if let utmCampaign { values.append(("utmCampaign", utmCampaign)) }
        if let maxUsage { values.append(("maxUsage", String(maxUsage))) }
        return values
    }

    package var words: RecordWords {
        RecordWords(plain: [externalID, utmSource, utmCampaign, group].compactMap { $0 })
    }

    package func write(to writer: inout JSONWriter) {
        writer.member("externalId", externalID)
        writer.member("changedAt", changedAt)
        writer.member("isArchived", isArchived)
        writer.member("utmSource", utmSource)
        writer.member("utmCampaign", utmCampaign)
        writer.member("maxUsage", maxUsage)
        writer.member("maxItemsPerCustomer", maxItemsPerCustomer)
        writer.member("interval", interval)
        writer.member("group", group)
    }
}
