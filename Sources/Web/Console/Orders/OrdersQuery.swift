import Basics
import Commerce

/// What somebody looks for among a client's orders, as the address says it.
package struct OrdersQuery: Sendable, Hashable {
    /// Words of a customer's name, an order's number, an e-mail address, a document.
    package var text: String
    package var status: OrderStatus?
    /// Id of a connection.
    package var connection: String?
    /// Days in the store's zone, both inclusive.
    package var from: CivilDate?
    package var until: CivilDate?
    /// Where the page before ended; nil for the first.
    package var after: String?

    package init(
        text: String = "", status: OrderStatus? = nil, connection: String? = nil, from: CivilDate? = nil,
        until: CivilDate? = nil, after: String? = nil
    ) {
        self.text = text
        self.status = status
        self.connection = connection
        self.from = from
        self.until = until
        self.after = after
    }

    /// Whether anything narrows the list.
    var isNarrow: Bool { !text.isEmpty || status != nil || connection != nil || from != nil || until != nil }

    /// Whether the last day asked for comes before the first: then nothing can be found.
    var isBackwards: Bool {
        guard let from, let until else { return false }
        return until.daysSince1970 < from.daysSince1970
    }

    /// The address of this list, on its first page or after `after`.
    func path(_ client: String, after: String?) -> String {
        ConsolePath.query(
            ConsolePath.orders(client),
            [
                ("q", text), ("status", status?.rawValue), ("connection", connection), ("from", from?.description),
                ("until", until?.description), ("after", after),
            ])
    }
}
