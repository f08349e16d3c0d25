import Basics
import Commerce

/// A store whose orders can be listed and read.
package protocol OrderSource: Sendable {
    /// Which version of this platform's mapping makes the orders; raised when the mapping gets better.
    var mapperVersion: Int { get }

    /// A text that this platform's payloads resemble, without anybody's data: kept payloads are compressed against it.
    /// Empty for none. May change between versions; what was kept before stays readable.
    var payloadTemplate: [UInt8] { get }

    /// How long ago orders may have been placed that the platform still lists and answers. Nil for no such limit.
    var reach: Duration? { get }

    /// What the platform's list can tell before anything is read.
    func survey() async throws -> OrderSurvey

    /// One page of the list. Pages are counted from 1 and are in order of `placedAt`, oldest first.
    func list(_ query: OrderQuery, page: Int) async throws -> OrderListPage

    /// One order in full. Nil when the platform does not know the id (any more).
    func fetch(_ externalID: String) async throws -> FetchedOrder?

    /// The lists that together show every order that may have changed since `since`, besides the new ones.
    func sweepQueries(since: Instant, until: Instant) -> [OrderQuery]

    /// Maps a kept source payload again, as `ponte remap` does.
    /// - Throws: `PlatformError` with code `platform.unreadable` that names the field.
    func map(payload: [UInt8]) throws -> Order
}

extension OrderSource {
    package var payloadTemplate: [UInt8] { [] }
    package var reach: Duration? { nil }
}

/// The edges of a store's list of orders.
package struct OrderSurvey: Sendable, Hashable {
    /// Nil when the store has no order.
    package var oldestPlacedAt: Instant?
    package var total: Int

    package init(oldestPlacedAt: Instant?, total: Int) {
        self.oldestPlacedAt = oldestPlacedAt
        self.total = total
    }
}

/// One question to a platform's list of orders. Kept in the database as part of a slice.
package struct OrderQuery: Sendable, Hashable {
    /// The platform's own filter, opaque to Sync; empty for none. As in `status:handling`.
    package var filter: String
    /// From, inclusive.
    package var from: Instant
    /// Until, inclusive: platforms' windows are.
    package var until: Instant

    package init(filter: String = "", from: Instant, until: Instant) {
        self.filter = filter
        self.from = from
        self.until = until
    }
}

/// A page of a platform's list of orders, with what it tells of its query.
package struct OrderListPage: Sendable {
    package var entries: [OrderListEntry]
    /// Entries that tell no id to read their orders by. The others of the page are as good as ever.
    package var unreadable: [UnreadableListEntry]
    /// Orders that the query matches in all.
    package var total: Int
    /// Pages that the query has, were all to be had.
    package var pageCount: Int
    /// Pages that the platform will hand out of one query; a query with more must be cut in time.
    package var pageLimit: Int

    package init(
        entries: [OrderListEntry], unreadable: [UnreadableListEntry] = [], total: Int, pageCount: Int, pageLimit: Int
    ) {
        self.entries = entries
        self.unreadable = unreadable
        self.total = total
        self.pageCount = pageCount
        self.pageLimit = pageLimit
    }
}

/// An entry of a list that does not say which order it is about.
package struct UnreadableListEntry: Sendable {
    /// As narrow a question as is known whose list has the entry: it is asked again later.
    package var query: OrderQuery
    /// Names what is wrong with the entry.
    package var error: PlatformError

    package init(query: OrderQuery, error: PlatformError) {
        self.query = query
        self.error = error
    }
}

/// What a list tells of one order.
package struct OrderListEntry: Sendable, Hashable {
    package var externalID: String
    package var placedAt: Instant
    /// Digest of what the list tells of the order; when it differs from the stored one, the order is read again.
    package var digest: String
    /// What a reconciliation compares.
    package var outline: OrderOutline

    package init(
        externalID: String, placedAt: Instant, digest: String,
        outline: OrderOutline = OrderOutline(platformStatus: nil, amount: nil, units: nil)
    ) {
        self.externalID = externalID
        self.placedAt = placedAt
        self.digest = digest
        self.outline = outline
    }
}

/// An order with the source that it was mapped from.
package struct FetchedOrder: Sendable {
    package var order: Order
    /// The platform's answer less card and payment responses; nothing else is left out.
    package var payload: [UInt8]
    /// SHA-256 of the payload less the fields that change without meaning anything.
    package var contentHash: [UInt8]
    /// When the fetch began: of two answers with the same `changedAt`, the later fetch is the newer.
    package var fetchedAt: Instant

    package init(order: Order, payload: [UInt8], contentHash: [UInt8], fetchedAt: Instant) {
        self.order = order
        self.payload = payload
        self.contentHash = contentHash
        self.fetchedAt = fetchedAt
    }
}
