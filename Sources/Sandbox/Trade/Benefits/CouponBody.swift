import Basics
import HTTPTypes

/// What coupons are made from. Source: VTEX's Promotions & Taxes OpenAPI file; facts on VTEX §8.
struct CouponBody {
    let utmSource: String
    let utmCampaign: String
    let code: String
    let isArchived: Bool
    let maxItemsPerClient: Int
    let interval: String
    let maxUsage: Int

    /// - Throws: A refusal that names what is missing.
    init(_ body: JSONView) throws {
        guard let source = try body.optionalString("utmSource"), !source.isEmpty else {
            throw Self.missing("utmSource")
        }
        guard let code = try body.optionalString("couponCode"), !code.isEmpty else { throw Self.missing("couponCode") }
        guard let items = try body.optionalInteger("maxItemsPerClient") else { throw Self.missing("maxItemsPerClient") }
        guard let interval = try body.optionalString("expirationIntervalPerUse"),
            interval.wholeMatch(of: /(\d+\.)?\d\d:\d\d:\d\d/) != nil
        else { throw Self.missing("expirationIntervalPerUse") }
        guard code.count <= 100, !code.contains(where: { $0.isWhitespace || $0 == "/" }) else {
            throw Self.refused("couponCode", "The coupon code has blanks or slashes, or is too long.")
        }
        utmSource = source
        utmCampaign = try body.optionalString("utmCampaign") ?? ""
        self.code = code
        isArchived = try body.optionalBool("isArchived") ?? false
        maxItemsPerClient = Int(clamping: items)
        self.interval = interval
        maxUsage = max(0, Int(clamping: try body.optionalInteger("maxUsage") ?? 0))
    }

    func coupon(code: String, group: String, at now: Instant) -> Coupon {
        Coupon(
            code: code, utmSource: utmSource, utmCampaign: utmCampaign, isArchived: isArchived,
            maxItemsPerClient: maxItemsPerClient, interval: interval, maxUsage: maxUsage, made: now, modified: now,
            group: group)
    }

    private static func missing(_ field: String) -> Refusal { refused(field, "The \(field) field is required.") }

    static func refused(_ field: String, _ message: String) -> Refusal {
        Refusal(
            .badRequest,
            [
                "title": "One or more validation errors occurred.", "status": 400,
                "errors": .object([.init(name: field, value: [.string(message)])]),
            ])
    }
}
