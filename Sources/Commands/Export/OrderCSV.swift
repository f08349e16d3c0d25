import Basics
import Commerce
import Records

/// Orders as rows of a table: one order a row, with what a spreadsheet can use.
package enum OrderCSV {
    /// The names of the columns.
    package static func writeHeader(withPerson: Bool, to writer: inout CSVWriter) {
        for name in columns + (withPerson ? personColumns : []) { writer.text(name) }
        writer.endRow()
    }

    /// One order.
    package static func write(_ stored: StoredOrder, withPerson: Bool, to writer: inout CSVWriter) {
        let order = stored.order
        writer.text(order.externalID)
        writer.text(stored.id.text)
        writer.text(stored.connectionID.text)
        writer.text(order.sequence)
        writer.text(order.group)
        writer.text(order.status.rawValue)
        writer.text(order.platformStatus)
        writer.text(order.placedAt.iso8601)
        writer.text(order.changedAt.iso8601)
        writer.text(order.invoicedAt?.iso8601)
        writer.text(order.canceledAt?.iso8601)
        writer.text(order.deliveredAt?.iso8601)
        writer.integer(order.total.amount)
        writer.text(order.total.currency)
        writer.integer(Int64(order.total.scale))
        writer.integer(Int64(order.items.count))
        writer.integer(order.items.reduce(0) { $0 + $1.quantity })
        writer.text(order.payments.map(\.method.rawValue).joined(separator: " "))
        writer.text(order.origin.kind.rawValue)
        writer.text(order.origin.salesChannel)
        writer.text(order.origin.marketplaceName)
        writer.text(order.origin.marketplaceOrderID)
        writer.text(order.marketing.coupon)
        writer.text(order.marketing.utmSource)
        writer.text(order.marketing.utmCampaign)
        if withPerson { write(order.person, to: &writer) }
        writer.endRow()
    }

    private static func write(_ person: OrderPerson?, to writer: inout CSVWriter) {
        let address = person?.addresses.first
        writer.text(person?.firstName)
        writer.text(person?.lastName)
        writer.text(person?.documentKind)
        writer.text(person?.document)
        writer.text(person?.email)
        writer.text(person?.phone)
        writer.text(address?.city)
        writer.text(address?.state)
        writer.text(address?.postalCode)
        writer.text(address?.country)
    }

    private static let columns = [
        "externalId", "id", "connectionId", "sequence", "group", "status", "platformStatus", "placedAt", "changedAt",
        "invoicedAt", "canceledAt", "deliveredAt", "total.amount", "total.currency", "total.scale", "items", "units",
        "paymentMethods", "origin.kind", "origin.salesChannel", "origin.marketplaceName", "origin.marketplaceOrderId",
        "marketing.coupon", "marketing.utmSource", "marketing.utmCampaign",
    ]

    private static let personColumns = [
        "person.firstName", "person.lastName", "person.documentKind", "person.document", "person.email",
        "person.phone", "person.city", "person.state", "person.postalCode", "person.country",
    ]
}
