import Basics
import ConnectorKit
import Crypto

/// VTEX's list of orders: its addresses and its pages.
enum VTEXOrderList {
    static let perPage = 100
    /// VTEX hands out 30 pages of one query, so 3000 orders. Source: docs/platforms/vtex.md.
    static let pageLimit = 30

    /// One order, the oldest that the list has.
    static let oldestFirst = "/api/oms/pvt/orders?orderBy=creationDate,asc&per_page=1&page=1"

    static func path(_ query: OrderQuery, page: Int) -> String {
        let window = "creationDate:[\(instant(query.from)) TO \(instant(query.until, roundsUp: true))]"
        var path = "/api/oms/pvt/orders?orderBy=creationDate,asc&per_page=\(perPage)&page=\(page)"
        path += "&f_creationDate=" + PercentEncoding.segment(window)
        return path + VTEXOrderFilter.parameters(query.filter)
    }

    /// `2022-01-01T02:00:00.000Z`. Filters are inclusive and go to the millisecond; widening a window to whole ones lists
    /// an order twice at worst.
    static func instant(_ instant: Instant, roundsUp: Bool = false) -> String {
        let floor = instant.microseconds - ((instant.microseconds % 1000) + 1000) % 1000
        let whole = roundsUp && floor != instant.microseconds ? floor + 1000 : floor
        let text = Instant(microseconds: whole).iso8601
        // Without a fraction the text ends at the second; with one it has six digits, of which the last three are zero.
        return text.utf8.count == 20 ? text.dropLast() + ".000Z" : text.dropLast(4) + "Z"
    }

    /// - Parameter query: what was asked, unless it was the whole list. Its beginning stands in for a creation date that
    ///   cannot be read, so that the order is fetched and its own error shown.
    static func page(_ body: [UInt8], of query: OrderQuery?) throws -> OrderListPage {
        do {
            let root = try JSONDocument(parsing: body).root
            var rows: [VTEXOrderListRow] = []
            try root.forEach("list") { item in
                rows.append(try VTEXOrderListRow(item, number: rows.count, fallbackPlacedAt: query?.from, digest))
            }
            var total = 0
            var pages = 0
            guard root["paging"] != nil else { throw JSONError(.missing, path: "paging") }
            try root.with("paging") { paging in
                // Beyond any store there is: what is added to them has to fit.
                total = Int(min(max(0, try paging.integer("total")), 1_000_000_000))
                pages = Int(min(max(0, try paging.integer("pages")), 1_000_000_000))
            }
            return OrderListPage(
                entries: rows.compactMap(\.entry), unreadable: try VTEXOrderListRow.unreadable(rows, of: query),
                total: total, pageCount: pages, pageLimit: pageLimit)
        } catch let error as JSONError {
            throw unreadable(error)
        }
    }

    static func unreadable(_ error: JSONError) -> PlatformError {
        PlatformError.vtexUnreadable(
            Phrase(pt: "Lista de pedidos", es: "Lista de pedidos", en: "List of orders"), error)
    }

    /// Fields that change when the order does. Left out: the client's name, which is a person's, and `statusDescription`
    /// and `lastMessageUnread`, which are texts in a reader's language.
    private static let digested: [StaticString] = [
        "status", "totalValue", "totalItems", "authorizedDate", "paymentNames", "orderIsComplete", "marketPlaceOrderId",
        "sequence", "salesChannel", "affiliateId", "origin", "workflowInErrorState", "workflowInRetry",
        "ShippingEstimatedDate", "ShippingEstimatedDateMax", "ShippingEstimatedDateMin", "invoiceOutput",
        "invoiceInput",
        "currencyCode", "lastChange",
    ]

    /// Twelve bytes of SHA-256 in hex; a field of an odd type counts by its kind.
    private static func digest(_ item: JSONView) -> String {
        var text = ""
        for key in digested {
            guard let value = item[key] else {
                text += "|"
                continue
            }
            switch value.kind {
            case .string, .number: text += ((try? item.optionalText(key)) ?? "") + "|"
            case .bool: text += ((try? item.optionalBool(key)) ?? false) ? "true|" : "false|"
            case .array:
                try? value.forEachElement { text += ((try? $0.stringValue()) ?? $0.kind.rawValue) + "," }
                text += "|"
            case .null, .object: text += value.kind.rawValue + "|"
            }
        }
        let hex = Array("0123456789abcdef".utf8)
        let bytes = SHA256.hash(data: Array(text.utf8)).prefix(12).flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
