import Basics

/// The cart that somebody left last, as the platform shows it: whether it is still open is for others to say, who know
/// of the orders that came after.
package struct AbandonedCart: ReadableRecord {
    package static var kind: RecordKind { .cart }

    /// How far the checkout went.
    package enum Step: String, Hashable, Sendable, CaseIterable {
        case cart, profile, address, payment, finished, other
    }

    package struct Line: Hashable, Sendable {
        package var skuID: String
        package var quantity: Int64
        package var sellerID: String?
        package var salesChannel: String?

        package init(skuID: String, quantity: Int64) {
            self.skuID = skuID
            self.quantity = quantity
        }
    }

    package var externalID: String
    /// External id of the customer.
    package var customerID: String?
    /// As `Customer.profileID`: what orders name the customer by.
    package var profileID: String?
    package var changedAt: Instant?
    /// When it was last touched.
    package var leftAt: Instant?
    package var sessionID: String?
    /// Empty when the platform tells of a cart and its lines cannot be read.
    package var lines: [Line] = []
    package var value: Money?
    /// Nil when the platform does not tell.
    package var step: Step?
    /// The platform's own word for the step, as it came.
    package var platformStep: String?
    /// What stands behind the question mark of the address that fills a cart like this one; nil where there is none.
    package var restoreQuery: String?

    package init(externalID: String) { self.externalID = externalID }

    package var parent: RecordLink? { customerID.map { RecordLink(.customer, $0) } }

    package var factValues: [(field: String, value: String)] {
        var values: [(field: String, value: String)] = []
        if let leftAt { values.append(("leftAt", leftAt.iso8601)) }
        if let value { values.append(("value", value.text)) }
        values.append(("lines", String(lines.count)))
        if let step { values.append(("step", step.rawValue)) }
        return values
    }

    package var words: RecordWords {
        RecordWords(plain: [externalID, sessionID].compactMap { $0 } + lines.map(\.skuID))
    }

    package func write(to writer: inout JSONWriter) {
        writer.member("externalId", externalID)
        writer.member("customerId", customerID)
        writer.member("profileId", profileID)
        writer.member("changedAt", changedAt)
        writer.member("leftAt", leftAt)
        writer.member("sessionId", sessionID)
        writer.members("lines", lines) { line, writer in
            writer.member("skuId", line.skuID)
            writer.member("quantity", line.quantity)
            writer.member("sellerId", line.sellerID)
            writer.member("salesChannel", line.salesChannel)
        }
        writer.member("value", value)
        writer.member("step", step?.rawValue)
        writer.member("platformStep", platformStep)
        writer.member("restoreQuery", restoreQuery)
    }

    package init(reading core: JSONView, person: JSONView?) throws {
        self.init(externalID: try core.string("externalId"))
        customerID = try core.optionalString("customerId")
        profileID = try core.optionalString("profileId")
        changedAt = try core.optionalInstant("changedAt")
        leftAt = try core.optionalInstant("leftAt")
        sessionID = try core.optionalString("sessionId")
        lines = try core.list("lines") { view in
            var line = Line(skuID: try view.string("skuId"), quantity: try view.integer("quantity"))
            line.sellerID = try view.optionalString("sellerId")
            line.salesChannel = try view.optionalString("salesChannel")
            return line
        }
        value = try core.money("value")
        step = try core.optionalString("step").map { _ in try core.word("step") }
        platformStep = try core.optionalString("platformStep")
        restoreQuery = try core.optionalString("restoreQuery")
    }
}
