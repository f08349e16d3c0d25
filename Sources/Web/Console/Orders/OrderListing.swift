import Basics
import Commerce

/// One order in a list.
package struct OrderListing: Sendable {
    package let id: String
    /// The short number that the shop's people use; else the platform's id.
    package let number: String
    package let externalID: String
    package let connectionName: String
    package let status: OrderStatus
    package let placedAt: Instant
    /// IANA name of the store's time zone.
    package let timeZone: String
    package let total: Money
    /// Nil when the reader may not see people, or when nobody is known.
    package let customer: String?

    package init(
        id: String, number: String, externalID: String, connectionName: String, status: OrderStatus, placedAt: Instant,
        timeZone: String, total: Money, customer: String?
    ) {
        self.id = id
        self.number = number
        self.externalID = externalID
        self.connectionName = connectionName
        self.status = status
        self.placedAt = placedAt
        self.timeZone = timeZone
        self.total = total
        self.customer = customer
    }
}

/// An order's row as its template sees it.
struct OrderRow: Sendable {
    let path: String
    let number: String
    let externalID: String?
    let connection: String
    let status: Badge
    let placed: String
    let placedISO: String
    let total: String
    let customer: String?

    init(_ listing: OrderListing, client: String, for reader: Reader) {
        path = ConsolePath.order(client, listing.id)
        number = listing.number
        externalID = listing.externalID == listing.number ? nil : listing.externalID
        connection = listing.connectionName
        status = Badge(listing.status, for: reader)
        placed = reader.at(listing.timeZone).moment(listing.placedAt)
        placedISO = listing.placedAt.iso8601
        total = reader.money(listing.total)
        customer = listing.customer
    }
}
