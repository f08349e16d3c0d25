/// Requests that share one limit per account and minute.
enum LimitGroup: String, Sendable, CaseIterable {
    /// Order, order group. Source: VTEX's Orders OpenAPI file, 6000 a minute and account.
    case orderGet
    /// Undocumented: no limit unless a test sets one.
    case orderList
    /// Writing to orders; feed and hook; searches by wildcards. Undocumented.
    case orderWrite, feed, wildcard
    /// 45 000 a minute and account.
    case catalog
    /// Undocumented.
    case masterData, other

    var documented: Int? {
        switch self {
        case .orderGet: 6000
        case .catalog: 45_000
        case .orderWrite, .feed, .wildcard, .orderList, .masterData, .other: nil
        }
    }
}
