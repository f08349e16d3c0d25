import Basics

/// A promotion or tax, kept as the document that was sent, with what VTEX adds to it.
///
/// Source: VTEX's Promotions & Taxes OpenAPI file; facts on VTEX §8.
struct Promotion: Keepable {
    static let kind = "promotion"

    let id: String
    /// The whole document, as GET answers it.
    private(set) var document: JSON
    var isArchived: Bool
    var modified: Instant

    var keptID: String { id }

    /// - Parameter body: The members that were sent; those that were not keep their usual values.
    init(id: String, body: JSON, modified: Instant) {
        self.id = id
        self.modified = modified
        isArchived = body["isArchived"]?.isTrue ?? false
        document = PromotionDefaults.document.replacing(
            JSON.members(body).filter { $0.value != .null || $0.name.hasPrefix("endDate") })
    }

    var name: String { document["name"]?.text ?? "" }
    var type: String { document["type"]?.text ?? "regular" }
    var isTax: Bool { type == "tax" }
    var utmSource: String { document["utmSource"]?.text ?? "" }
    var utmCampaign: String { document["utmCampaign"]?.text ?? "" }
    var begins: Instant { date("beginDateUtc") ?? .distantPast }
    var ends: Instant? { date("endDateUtc") }

    private func date(_ name: String) -> Instant? { document[name]?.text.flatMap { Instant(iso8601: $0) } }

    /// Switched on, whatever the date.
    var isOn: Bool { document["isActive"]?.isTrue ?? false && !isArchived }

    func holds(at now: Instant) -> Bool { isOn && begins <= now && now < ends ?? .distantFuture }

    /// A number of the document times 100.
    func hundredths(_ name: String) -> Int64 { document[name]?.hundredths ?? 0 }
    func flag(_ name: String, default missing: Bool = false) -> Bool { document[name].map(\.isTrue) ?? missing }

    /// The ids of a list such as `skus`; gifts are a list of texts.
    func ids(_ name: String) -> [String] { document[name]?.elements.compactMap { $0["id"]?.text ?? $0.text } ?? [] }

    /// As GET, POST and the search answer it.
    var json: JSON {
        document.replacing([
            .init(name: "idCalculatorConfiguration", value: .string(id)),
            .init(name: "lastModified", value: .string(modified.iso8601)),
            .init(name: "isArchived", value: .bool(isArchived)),
        ])
    }

    /// As lists show it, `utmCampain` included.
    func row(at now: Instant) -> JSON {
        func count(_ name: String) -> JSON { .number(ids(name).count) }
        func inclusive(_ name: String) -> JSON { .bool(flag(name, default: true)) }
        let isWhole = ["skus", "products", "categories", "brands", "collections"].allSatisfy { ids($0).isEmpty }
        let end = document["endDateUtc"]?.text ?? Instant(seconds: 4_102_444_800).iso8601
        return [
            "idCalculatorConfiguration": .string(id), "lastModifiedUtc": .string(modified.iso8601),
            "name": .string(name), "beginDate": .text(document["beginDateUtc"]?.text ?? ""), "endDate": .string(end),
            "isActive": .bool(document["isActive"]?.isTrue ?? false),
            "description": .text(document["description"]?.text ?? ""), "type": .string(type),
            "utmSource": .string(utmSource), "utmCampain": .string(utmCampaign), "utmiCampaign": "",
            "status": .string(status(at: now)), "percentualTax": document["percentualTax"] ?? 0,
            "isArchived": .bool(isArchived), "hasMaxPricePerItem": .bool(type == "maxPricePerItem"),
            "isTax": .bool(isTax), "campaigns": .array(document["campaigns"]?.elements ?? []),
            "activateGiftsMultiplier": .bool(flag("activateGiftsMultiplier")),
            "scope": [
                "allCatalog": .bool(isWhole), "skus": count("skus"), "skusAreInclusive": inclusive("skusAreInclusive"),
                "products": count("products"), "productsAreInclusive": inclusive("productsAreInclusive"),
                "collections": count("collections"), "collectionsAreInclusive": inclusive("collectionsIsInclusive"),
                "categories": count("categories"), "categoriesAreInclusive": inclusive("categoriesAreInclusive"),
                "brands": count("brands"), "brandsAreInclusive": inclusive("brandsAreInclusive"), "sellers": 0,
                "sellersAreInclusive": true,
            ],
            "maxUsage": document["maxUsage"] ?? 0,
            "idsSalesChannel": .array(document["idsSalesChannel"]?.elements ?? []),
            "areSalesChannelIdsExclusive": .bool(flag("areSalesChannelIdsExclusive")),
        ]
    }

    private func status(at now: Instant) -> String {
        if isArchived { return "archived" }
        guard isOn else { return "inactive" }
        return now < begins ? "scheduled" : holds(at: now) ? "active" : "completed"
    }
}

extension Promotion {
    var kept: JSON {
        [
            "id": .string(id), "document": document, "isArchived": .bool(isArchived),
            "modified": .integer(modified.microseconds),
        ]
    }

    init(kept: JSONView) throws {
        id = try kept.string("id")
        document = try kept["document"].map(JSON.init) ?? [:]
        isArchived = try kept.bool("isArchived")
        modified = Instant(microseconds: try kept.integer("modified"))
    }
}
