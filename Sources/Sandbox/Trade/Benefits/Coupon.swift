import Basics

/// A coupon has no discount of its own: it puts its utm values into a cart, and a promotion with the same ones grants
/// something.
///
/// Source: facts on VTEX §8.
struct Coupon: Keepable {
    struct Use: Sendable, Equatable {
        let profileID: String
        let orderID: String
        let at: Instant
    }

    static let kind = "coupon"

    let code: String
    var utmSource: String
    var utmCampaign: String
    var isArchived = false
    /// Nothing is said at 0.
    var maxItemsPerClient: Int
    /// `[d.]hh:mm:ss`.
    var interval: String
    /// 0 is as often as anybody likes.
    var maxUsage = 0
    var made: Instant
    var modified: Instant
    /// Of those that were made in one go.
    var group = ""
    var uses: [Use] = []

    /// Codes are found in any case.
    static func id(_ code: String) -> String { code.lowercased() }
    var keptID: String { Coupon.id(code) }

    /// Whether another order may use it.
    var isUsable: Bool { !isArchived && (maxUsage == 0 || uses.count < maxUsage) }

    static func start(opened: Instant) -> [Coupon] {
        ["BEMVINDO10", "VOLTE15", "FRETEGRATIS"].map { code in
            Coupon(
                code: code, utmSource: code.lowercased(), utmCampaign: "cupons", maxItemsPerClient: 1,
                interval: "00:00:00", made: opened - .seconds(86_400 * 90), modified: opened - .seconds(86_400 * 90))
        }
    }

    /// A known issue at VTEX: a new coupon shows as archived for about two minutes, though it works.
    func json(at now: Instant, lag: Duration) -> JSON {
        let isFresh = now - made < min(lag, .seconds(120))
        return [
            "lastModifiedUtc": .string(modified.iso8601), "utmSource": .string(utmSource),
            "utmCampaign": .string(utmCampaign), "couponCode": .string(code),
            "isArchived": .bool(isArchived || isFresh),
            "maxItemsPerClient": .number(maxItemsPerClient), "expirationIntervalPerUse": .string(interval),
            "maxUsage": .number(maxUsage), "groupingKey": .string(group),
        ]
    }

    func usage(account: String) -> JSON {
        let profiles = Dictionary(grouping: uses, by: \.profileID).sorted { $0.key < $1.key }
        return [
            "hostName": .string(account), "couponCode": .string(code),
            "profileUsages": .object(
                profiles.map { profile, uses in
                    let orders: [JSON] = uses.map {
                        ["orderId": .string($0.orderID), "usageDateUtc": .string($0.at.iso8601)]
                    }
                    return .init(name: profile, value: ["orderUsage": .array(orders)])
                }),
        ]
    }
}

extension Coupon {
    var kept: JSON {
        [
            "code": .string(code), "utmSource": .string(utmSource), "utmCampaign": .string(utmCampaign),
            "isArchived": .bool(isArchived), "maxItemsPerClient": .number(maxItemsPerClient),
            "interval": .string(interval), "maxUsage": .number(maxUsage), "made": .integer(made.microseconds),
            "modified": .integer(modified.microseconds), "group": .string(group),
            "uses": .array(
                uses.map {
                    [
                        "profile": .string($0.profileID), "order": .string($0.orderID),
                        "at": .integer($0.at.microseconds),
                    ]
                }),
        ]
    }

    init(kept: JSONView) throws {
        code = try kept.string("code")
        utmSource = try kept.string("utmSource")
        utmCampaign = try kept.string("utmCampaign")
        isArchived = try kept.bool("isArchived")
        maxItemsPerClient = Int(try kept.integer("maxItemsPerClient"))
        interval = try kept.string("interval")
        maxUsage = Int(try kept.integer("maxUsage"))
        made = Instant(microseconds: try kept.integer("made"))
        modified = Instant(microseconds: try kept.integer("modified"))
        group = try kept.string("group")
        var uses: [Use] = []
        try kept.forEach("uses") { use in
            uses.append(
                Use(
                    profileID: try use.string("profile"), orderID: try use.string("order"),
                    at: Instant(microseconds: try use.integer("at"))))
        }
        self.uses = uses
    }
}
