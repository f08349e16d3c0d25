import Basics
import Commerce

/// A client's orders, newest first, with search and filters.
package struct OrdersPage: ConsolePage {
    package var orders: [OrderListing]
    package var query: OrdersQuery
    /// Where the next page begins; nil on the last.
    package var next: String?
    /// How many there are in all: exact, or as many as were counted before it took too long.
    package var count: Count?
    /// The client's connections, to filter by.
    package var connections: [(id: String, name: String)]
    /// Whether a store's past is still on its way: then what is missing may yet come.
    package var isImporting: Bool

    package enum Count: Sendable, Hashable {
        case exactly(Int)
        case moreThan(Int)
    }

    package init(
        orders: [OrderListing], query: OrdersQuery, next: String? = nil, count: Count? = nil,
        connections: [(id: String, name: String)], isImporting: Bool = false
    ) {
        self.orders = orders
        self.query = query
        self.next = next
        self.count = count
        self.connections = connections
        self.isImporting = isImporting
    }

    package static let template = Template.orders
    package static let words = WordList(OrdersWords())

    package func title(for reader: Reader) -> String { OrdersWords.heading[reader.language] }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        let client = frame.client?.id ?? ""
        let isFirst = query.after == nil
        return Content(
            heading: title(for: reader), count: count.map { countText($0, reader) },
            action: ConsolePath.orders(client),
            search: searchField(reader, seesPeople: frame.abilities.contains(.seePeople)),
            filters: filters(reader), isNarrow: query.isNarrow, clearPath: ConsolePath.orders(client),
            orders: orders.map { OrderRow($0, client: client, for: reader) }, hasOrders: !orders.isEmpty,
            isNoResult: orders.isEmpty && (query.isNarrow || !isFirst),
            isEmpty: orders.isEmpty && !query.isNarrow && isFirst,
            isImporting: isImporting, hasStores: !connections.isEmpty,
            showsPeople: frame.abilities.contains(.seePeople),
            pager: Pager(
                shown: reader.say(OrdersWords.shown(orders.count)),
                firstPath: isFirst ? nil : query.path(client, after: nil),
                nextPath: next.map { query.path(client, after: $0) }))
    }

    private func countText(_ count: Count, _ reader: Reader) -> String {
        switch count {
        case .exactly(let number): reader.say(OrdersWords.exactly(reader.number(number)))
        case .moreThan(let number): reader.say(OrdersWords.moreThan(reader.number(number)))
        }
    }

    private func searchField(_ reader: Reader, seesPeople: Bool) -> Field {
        var field = Field(
            "q", reader.say(OrdersWords.search), .search, value: query.text.isEmpty ? nil : query.text)
        field.placeholder = reader.say(seesPeople ? OrdersWords.searchExample : OrdersWords.searchNumber)
        field.isRequired = false
        field.autocomplete = "off"
        return field
    }

    private func filters(_ reader: Reader) -> [Field] {
        var status = Field("status", reader.say(OrdersWords.statusFilter))
        status.options =
            [Field.Option(value: "", title: reader.say(OrdersWords.any), isChosen: query.status == nil)]
            + OrderStatus.allCases.map {
                Field.Option(
                    value: $0.rawValue, title: reader.say(StatusText.phrase($0)), isChosen: query.status == $0)
            }
        var from = Field("from", reader.say(OrdersWords.from), .date, value: query.from?.description)
        var until = Field("until", reader.say(OrdersWords.until), .date, value: query.until?.description)
        from.isRequired = false
        until.isRequired = false
        until.error = query.isBackwards ? reader.say(OrdersWords.backwards) : nil
        guard connections.count > 1 else { return [status, from, until] }
        var connection = Field("connection", reader.say(OrdersWords.connection))
        connection.options =
            [Field.Option(value: "", title: reader.say(OrdersWords.every), isChosen: query.connection == nil)]
            + connections.map {
                Field.Option(value: $0.id, title: $0.name, isChosen: query.connection == $0.id)
            }
        return [status, connection, from, until]
    }

    private struct Content: Sendable {
        let heading: String
        let count: String?
        let action: String
        let search: Field
        let filters: [Field]
        let isNarrow: Bool
        let clearPath: String
        let orders: [OrderRow]
        let hasOrders: Bool
        let isNoResult: Bool
        let isEmpty: Bool
        let isImporting: Bool
        let hasStores: Bool
        let showsPeople: Bool
        let pager: Pager
    }
}
