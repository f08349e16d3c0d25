/// Requests that share one limit per account and minute.
enum LimitGroup: String, Sendable, CaseIterable {
    /// Order, order group. Source: VTEX's Orders OpenAPI file, 6000 a minute and account.
    case orderGet
    /// Undocumented: no limit unless a test sets one.
    case orderList
    /// Writing to orders; feed and hook; searches by wildcards. Undocumented.
    case orderWrite, feed, wildcard
    /// 45 000 a minute and account, and of these so many for one endpoint.
    case catalog, catalogEndpoint
    /// Writing and deleting prices: a rate, and a burst above it.
    case pricingWrite, pricingDelete
    /// Coupons in several batches at once.
    case multipleCoupons
    /// Undocumented.
    case masterData, promotions, logistics, checkout, other

    var documented: Int? {
        switch self {
        case .orderGet: 6000
        case .catalog: 45_000
        case .catalogEndpoint: 15_000
        case .pricingWrite: 2000
        case .pricingDelete: 1000
        case .multipleCoupons: 60
        case .orderWrite, .feed, .wildcard, .orderList, .masterData, .promotions, .logistics, .checkout, .other: nil
        }
    }

    /// What may be used at once above a second's share, for a limit of so many a minute; nil counts whole minutes.
    ///
    /// Source: VTEX's Pricing OpenAPI file: 2000 a minute with 500 of burst, 1000 with 300.
    func burst(of limit: Int) -> Int? {
        switch self {
        case .pricingWrite: limit / 4
        case .pricingDelete: limit * 3 / 10
        default: nil
        }
    }

    /// What each endpoint of this group may use by itself.
    var perEndpoint: LimitGroup? { self == .catalog ? .catalogEndpoint : nil }
}
