import Basics
import ConnectorKit

/// One row of VTEX's list of orders: an entry, or a row that does not say which order it is about.
enum VTEXOrderListRow {
    case entry(OrderListEntry)
    /// With the row's own date where it can be read.
    case nameless(JSONError, placedAt: Instant?)

    /// - Throws: `JSONError` when the row has neither a date nor one to stand in.
    init(_ item: JSONView, number: Int, fallbackPlacedAt: Instant?, _ digest: (JSONView) -> String) throws {
        let placedAt = try? item.optionalInstant("creationDate")
        do {
            guard let id = try item.optionalText("orderId"), !id.isEmpty else {
                throw JSONError(.missing, path: "orderId")
            }
            guard let placedAt = placedAt ?? fallbackPlacedAt else {
                throw JSONError(.missing, path: "creationDate")
            }
            self = .entry(
                OrderListEntry(
                    externalID: id, placedAt: placedAt, digest: digest(item), outline: Self.outline(item)))
        } catch let error as JSONError {
            guard placedAt != nil || fallbackPlacedAt != nil else { throw error }
            self = .nameless(error.under("[\(number)]").under("list"), placedAt: placedAt)
        }
    }

    /// A field of an odd type is not told: the order in full says what is wrong with it.
    private static func outline(_ item: JSONView) -> OrderOutline {
        OrderOutline(
            platformStatus: try? item.optionalText("status"), amount: try? item.optionalInteger("totalValue"),
            units: try? item.optionalInteger("totalItems"))
    }

    var entry: OrderListEntry? { if case .entry(let entry) = self { entry } else { nil } }

    /// The nameless ones, each with the window to look for it again: its own instant, or else the time between the rows
    /// around it, for the list is in order of time.
    static func unreadable(_ rows: [VTEXOrderListRow], of query: OrderQuery?) throws -> [UnreadableListEntry] {
        var found: [UnreadableListEntry] = []
        for (number, row) in rows.enumerated() {
            guard case .nameless(let error, let placedAt) = row else { continue }
            let window: OrderQuery
            if let placedAt {
                window = OrderQuery(from: placedAt, until: placedAt)
            } else if let query {
                let before = rows[..<number].reversed().lazy.compactMap(\.entry).first?.placedAt ?? query.from
                let after = rows[number...].lazy.compactMap(\.entry).first?.placedAt ?? query.until
                window = OrderQuery(filter: query.filter, from: before, until: max(before, after))
            } else {
                throw error
            }
            found.append(UnreadableListEntry(query: window, error: VTEXOrderList.unreadable(error)))
        }
        return found
    }
}
