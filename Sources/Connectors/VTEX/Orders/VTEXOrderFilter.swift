import Basics
import ConnectorKit

/// The filters of VTEX's list that Ponte uses, as they are kept in an `OrderQuery`: `status:handling`,
/// `invoiced:{from}/{until}`, `hasInputInvoice`.
enum VTEXOrderFilter {
    /// Before VTEX had orders: the creation window of lists at any age.
    private static let anyAge = Instant(seconds: 1_262_304_000)

    /// An order that was canceled is in no list of open ones any more; canceled ones of this age and younger are listed.
    private static let canceledWindow = Duration.seconds(90 * 86_400)

    /// Every status that an order can still leave, the common ones first.
    ///
    /// One query each: that a filter takes several values is documented nowhere, and a filter that VTEX does not
    /// understand gives an empty list instead of an error. `waiting-for-sellers-confirmation` is the filter's own word for
    /// `waiting-for-authorization`.
    static let openStatuses = [
        "payment-pending", "payment-approved", "ready-for-handling", "handling", "waiting-for-sellers-confirmation",
        "window-to-cancel", "start-handling", "waiting-ffmt-authorization", "waiting-for-fulfillment", "invoice",
        "ready-for-invoicing", "order-created", "order-accepted", "on-order-completed", "on-order-completed-ffm",
        "waiting-for-order-authorization", "approve-payment", "waiting-for-authorization",
        "waiting-for-manual-authorization", "authorize-fulfillment", "window-to-change-payment",
        "window-to-change-seller", "waiting-for-mkt-authorization", "waiting-seller-handling",
        "invoice-after-cancellation-deny", "request-cancel", "cancellation-requested",
        "cancellation-request-denied-ffm", "waiting-for-seller-decision", "cancel", "order-create-error",
        "order-creation-error",
    ]

    /// Every open status at any age, what was invoiced since, what has an input invoice (a return), and what was
    /// canceled of the last 90 days. A delivery is in no list: invoiced orders are read again one by one.
    static func sweep(since: Instant, until: Instant) -> [OrderQuery] {
        var queries = openStatuses.map { OrderQuery(filter: "status:" + $0, from: anyAge, until: until) }
        let invoiced = "invoiced:\(VTEXOrderList.instant(since))/\(VTEXOrderList.instant(until, roundsUp: true))"
        queries.append(OrderQuery(filter: invoiced, from: anyAge, until: until))
        queries.append(OrderQuery(filter: "hasInputInvoice", from: anyAge, until: until))
        queries.append(OrderQuery(filter: "status:canceled", from: since - canceledWindow, until: until))
        return queries
    }

    /// The filter as parameters of a query, each with `&` in front; unknown filters are passed over.
    static func parameters(_ filter: String) -> String {
        if filter == "hasInputInvoice" { return "&f_hasInputInvoice=true" }
        guard let colon = filter.firstIndex(of: ":") else { return "" }
        let value = String(filter[filter.index(after: colon)...])
        switch filter[..<colon] {
        case "status": return "&f_status=" + PercentEncoding.segment(value)
        case "invoiced":
            let window = "invoicedDate:[" + value.split(separator: "/").joined(separator: " TO ") + "]"
            return "&f_invoicedDate=" + PercentEncoding.segment(window)
        default: return ""
        }
    }
}
