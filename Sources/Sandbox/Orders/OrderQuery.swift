import Basics
import HTTPTypes

/// What a list request asks for. Source: VTEX's Orders OpenAPI file, ListOrders; facts on VTEX §3.1.
struct OrderQuery: Sendable {
    var page = 1
    var perPage = OrderQuery.defaultPerPage
    var created: ClosedInterval?
    var authorized: ClosedInterval?
    var invoiced: ClosedInterval?
    var statuses: Set<OrderStatus>?
    var hasInputInvoice: Bool?
    var isIncomplete = false
    var order = Order.created
    var isAscending = false
    /// Filters that need the whole order.
    var text: String?
    var salesChannel: String?
    var affiliate: String?
    var seller: String?
    var payment: String?
    var source: String?

    static let defaultPerPage = 15
    static let largestPage = 100
    static let lastPage = 30
    /// More values in one filter end in the web server's own 404 page, a known issue at VTEX.
    static let mostFilterValues = 60

    enum Order: String { case created = "creationdate", id = "orderid", units = "items", value = "totalvalue", origin }

    /// Two instants, both included; the later one with its whole millisecond.
    struct ClosedInterval: Sendable {
        let from: Instant
        let through: Instant

        func contains(_ instant: Instant?) -> Bool {
            guard let instant else { return false }
            return from <= instant && instant <= through
        }
    }

    init(_ call: Call) throws {
        page = try OrderQuery.number(call, "page") ?? 1
        perPage = min(try OrderQuery.number(call, "per_page") ?? Self.defaultPerPage, Self.largestPage)
        guard page >= 1, perPage >= 1 else { throw OrderQuery.refusal("page and per_page start at 1") }
        guard page <= Self.lastPage else {
            throw OrderQuery.refusal("The maximum number of pages is \(Self.lastPage): narrow the filter")
        }
        created = try OrderQuery.interval(call, "f_creationDate", "creationDate")
        authorized = try OrderQuery.interval(call, "f_authorizedDate", "authorizedDate")
        invoiced = try OrderQuery.interval(call, "f_invoicedDate", "invoicedDate")
        statuses = try OrderQuery.statuses(call)
        hasInputInvoice = call.field("f_hasInputInvoice").map { $0.lowercased() == "true" }
        isIncomplete = call.field("incompleteOrders")?.lowercased() == "true"
        try readOrder(call)
        text = OrderQuery.plain(call.field("q"))
        salesChannel = OrderQuery.plain(call.field("salesChannelId") ?? call.field("f_salesChannel"))
        affiliate = OrderQuery.plain(call.field("f_affiliateId"))
        seller = OrderQuery.plain(call.field("f_sellerNames"))
        payment = OrderQuery.plain(call.field("f_paymentNames"))
        source = OrderQuery.plain(call.field("f_UtmSource"))
    }

    var needsBlueprint: Bool {
        text != nil || salesChannel != nil || affiliate != nil || seller != nil || payment != nil || source != nil
    }

    private mutating func readOrder(_ call: Call) throws {
        guard let parts = call.field("orderBy")?.lowercased().split(separator: ","), let name = parts.first else {
            return
        }
        guard let known = Order(rawValue: String(name)) else { throw OrderQuery.refusal("Unknown orderBy field") }
        order = known
        isAscending = parts.count > 1 && parts[1].drop { $0 == " " }.hasPrefix("asc")
    }

    private static func number(_ call: Call, _ name: String) throws -> Int? {
        guard let text = call.field(name), !text.isEmpty else { return nil }
        guard let value = Int(text) else { throw refusal("\(name) is not a number") }
        return value
    }

    /// The admin's own addresses send `$$ALL_VALUES$$` for no filter.
    private static func plain(_ text: String?) -> String? {
        guard let text, !text.isEmpty, text != "$$ALL_VALUES$$" else { return nil }
        return text
    }

    private static func statuses(_ call: Call) throws -> Set<OrderStatus>? {
        guard let text = plain(call.field("f_status")) else { return nil }
        let values = text.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }
        guard values.count <= mostFilterValues else {
            throw Refusal(
                Reply(
                    .notFound, text: "<html><body><h2>404 - File or directory not found.</h2></body></html>",
                    type: "text/html"))
        }
        // Unknown statuses match nothing; VTEX does not check them either.
        return Set(values.compactMap { OrderStatus(key: String($0)) })
    }

    /// `creationDate:[2022-01-01T02:00:00.000Z TO 2022-01-02T01:59:59.999Z]`; either end may be `*`.
    private static func interval(_ call: Call, _ field: String, _ name: String) throws -> ClosedInterval? {
        guard let text = plain(call.field(field)) else { return nil }
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[1].hasPrefix("["), parts[1].hasSuffix("]") else {
            throw refusal("\(field) should look like \(name):[from TO to]")
        }
        let ends = parts[1].dropFirst().dropLast().split(separator: " ").filter { !$0.isEmpty }
        guard ends.count == 3, ends[1] == "TO" else { throw refusal("\(field) should look like \(name):[from TO to]") }
        let from = ends[0] == "*" ? Instant.distantPast : Instant(iso8601: ends[0])
        let to = ends[2] == "*" ? Instant(microseconds: .max - 999) : Instant(iso8601: ends[2])
        guard let from, let to else { throw refusal("\(field) holds a date that cannot be read") }
        return ClosedInterval(from: from, through: to + .microseconds(999))
    }

    private static func refusal(_ message: String) -> Refusal {
        Refusal(.badRequest, ["error": ["code": "OMS002", "message": .string(message), "exception": nil]])
    }
}
