import Basics

/// An address in a customer's book. Where it is, and whose, is the person's.
package struct CustomerAddress: CanonicalRecord {
    package static var kind: RecordKind { .address }

    package var externalID: String
    /// External id of the customer.
    package var customerID: String?
    package var changedAt: Instant?
    package var createdAt: Instant?
    /// What the customer calls it, as in `casa`; part of the person.
    package var label: String?
    package var address = Address()

    package init(externalID: String) { self.externalID = externalID }

    package var parent: RecordLink? { customerID.map { RecordLink(.customer, $0) } }

    package var factValues: [(field: String, value: String)] {
        var values = [(field: "kind", value: address.kind.rawValue)]
        if let country = address.country { values.append(("country", country)) }
        return values
    }

    package var words: RecordWords {
        RecordWords(
            plain: [externalID, customerID].compactMap { $0 },
            personal: [address.receiver, address.street, address.neighborhood, address.city, address.postalCode]
                .compactMap { $0 })
    }

    package func write(to writer: inout JSONWriter) {
        writer.member("externalId", externalID)
        writer.member("customerId", customerID)
        writer.member("createdAt", createdAt)
        writer.member("changedAt", changedAt)
    }

    package func writePerson(to writer: inout JSONWriter) {
        guard address != Address() || label != nil else { return }
        writer.member("label", label)
        writer.object("address") { address.write(to: &$0) }
    }
}
