import Basics
import HTTPTypes

/// Promotions and taxes. Source: VTEX's Promotions & Taxes OpenAPI file; facts on VTEX §8.
enum PromotionRoutes {
    static let all: [Route<Shop>] = [
        route(.get, "benefits/calculatorconfiguration", "GetAllBenefits") { _, shop in
            let now = shop.time.now()
            let rows = shop.trade.promotions.all.filter { !$0.isTax && !$0.isArchived }
            let active = rows.filter(\.isOn)
            return Reply(json: [
                "limitConfigurationMaxPrice": ["activesCount": 0, "limit": 30],
                "limitConfiguration": ["activesCount": .number(active.count), "limit": .number(mostActive)],
                "items": .array(active.map { $0.row(at: now) }),
                "disabledItems": .array(rows.filter { !$0.isOn }.map { $0.row(at: now) }), "archivedItems": [],
                "nominalDiscountType": "item",
            ])
        },
        route(.get, "benefits/calculatorconfiguration/search", "SearchPromotion") { call, shop in
            let wanted = (call.field("byName") ?? "").lowercased()
            let found = shop.trade.promotions.all.filter {
                !$0.isTax && !$0.isArchived && $0.name.lowercased().contains(wanted)
            }
            return Reply(json: .array(found.map(\.json)))
        },
        route(.get, "taxes/calculatorconfiguration", "GetAllTaxes") { _, shop in
            let now = shop.time.now()
            let taxes = shop.trade.promotions.all.filter { $0.isTax && !$0.isArchived }
            return Reply(json: [
                "limitConfiguration": ["activesCount": .number(taxes.count), "limit": .number(mostActive)],
                "items": .array(taxes.map { $0.row(at: now) }), "disabledItems": [], "archivedItems": [],
            ])
        },
        route(.get, "archive/benefits/calculatorconfiguration", "GetArchivedPromotions") { _, shop in
            let now = shop.time.now()
            let archived = shop.trade.promotions.all.filter { !$0.isTax && $0.isArchived }
            return Reply(json: ["items": .array(archived.map { $0.row(at: now) }), "nominalDiscountType": "item"])
        },
        route(.get, "calculatorconfiguration/{id}", "GetCalculatorConfigurationById") { call, shop in
            guard let found = shop.trade.promotions[call.parameter("id").lowercased()] else { throw unknown }
            return Reply(json: found.json)
        },
        route(.post, "calculatorconfiguration", "CreateOrUpdateCalculatorConfiguration", handler: save),
        route(.post, "archive/calculatorconfiguration/{id}", "ArchivePromotion") { call, shop in
            try archive(call, shop, isArchived: true)
        },
        route(.post, "unarchive/calculatorconfiguration/{id}", "UnarchivePromotion") { call, shop in
            try archive(call, shop, isArchived: false)
        },
    ]

    /// VTEX's limit for an account that bought no more.
    static let mostActive = 100

    private static var unknown: Refusal { Module.promotions.notFound("Promotion not found") }

    private static func route(
        _ method: HTTPRequest.Method, _ path: String, _ name: String, handler: @escaping Route<Shop>.Handler
    ) -> Route<Shop> {
        Route(
            method, "/api/rnb/pvt/" + path, name, module: .promotions, access: .anyOf([.promotions]),
            limit: .promotions, handler: handler)
    }

    /// Creates without an id, changes with one.
    private static func save(_ call: Call, _ shop: Shop) throws -> Reply {
        let body = try JSON(try call.json().root)
        for field in ["name", "type", "isActive", "origin", "beginDateUtc", "percentualShippingDiscountValue"] {
            guard body[field] != nil else { throw CouponBody.refused(field, "The \(field) field is required.") }
        }
        guard types.contains(body["type"]?.text ?? "") else {
            throw CouponBody.refused("type", "The type is one of \(types.joined(separator: ", ")).")
        }
        guard body["beginDateUtc"]?.text.flatMap({ Instant(iso8601: $0) }) != nil else {
            throw CouponBody.refused("beginDateUtc", "The date cannot be read.")
        }
        let now = shop.time.now()
        let known = body["idCalculatorConfiguration"]?.text?.lowercased() ?? ""
        let id = known.isEmpty ? Tokens.uuid() : known
        let others = shop.trade.promotions.all.filter { $0.isOn && $0.id != id }
        let promotion = Promotion(id: id, body: body, modified: now)
        guard !promotion.isOn || others.count < mostActive else {
            throw CouponBody.refused("isActive", "The account has \(mostActive) active promotions already.")
        }
        try shop.trade.promotions.change(id) { promotionThere in
            guard known.isEmpty || promotionThere != nil else { throw unknown }
            promotionThere = promotion
        }
        return Reply(json: promotion.json)
    }

    private static let types = [
        "regular", "combo", "forThePriceOf", "progressive", "buyAndWin", "maxPricePerItem", "campaign", "tax",
        "multipleEffects",
    ]

    private static func archive(_ call: Call, _ shop: Shop, isArchived: Bool) throws -> Reply {
        let now = shop.time.now()
        try shop.trade.promotions.change(call.parameter("id").lowercased()) { promotion in
            guard promotion != nil else { throw unknown }
            promotion?.isArchived = isArchived
            promotion?.modified = now
        }
        return Reply(empty: .noContent)
    }
}
