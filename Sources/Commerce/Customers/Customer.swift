import Basics

/// Somebody whom the store knows, in Ponte's words. `person` holds everything that tells who it is, and nothing else does.
package struct Customer: CanonicalRecord {
    package static var kind: RecordKind { .customer }

    package var externalID: String
    package var changedAt: Instant?
    package var createdAt: Instant?
    /// The id that the platform's orders name their customer by, where it is another than `externalID`.
    package var profileID: String?
    package var isCorporate = false
    /// Nil where nobody decided.
    package var isApproved: Bool?
    /// The store's own word for a group of customers.
    package var customerClass: String?
    package var locale: String?
    package var salesChannel: String?
    package var priceTables: [String] = []
    /// Nil where nobody asked.
    package var acceptsNewsletter: Bool?
    package var person = CustomerPerson()

    package init(externalID: String) { self.externalID = externalID }

    package var factValues: [(field: String, value: String)] {
        var values = [(field: "isCorporate", value: isCorporate ? "true" : "false")]
        if let isApproved { values.append(("isApproved", isApproved ? "true" : "false")) }
        if let customerClass { values.append(("customerClass", customerClass)) }
        if let salesChannel { values.append(("salesChannel", salesChannel)) }
        if !priceTables.isEmpty { values.append(("priceTables", priceTables.joined(separator: ", "))) }
        if let acceptsNewsletter { values.append(("acceptsNewsletter", acceptsNewsletter ? "true" : "false")) }
        return values
    }

    package var words: RecordWords {
        RecordWords(
            plain: [externalID, profileID, customerClass].compactMap { $0 },
            personal: [
                person.firstName, person.lastName, person.document, person.email, person.phone, person.homePhone,
                person.mobilePhone, person.businessPhone, person.company?.legalName, person.company?.tradeName,
                person.company?.document,
            ].compactMap { $0 })
    }
}

/// Everything about a customer that tells who somebody is. Erased as one piece.
package struct CustomerPerson: Hashable, Sendable {
    package var firstName: String?
    package var lastName: String?
    package var documentKind: String?
    /// As the platform holds it, as in a CPF.
    package var document: String?
    package var email: String?
    /// True when `email` is an alias of the platform; it never identifies a person.
    package var emailIsMasked = false
    package var phone: String?
    package var homePhone: String?
    package var mobilePhone: String?
    package var businessPhone: String?
    /// `1992-11-17`.
    package var birthDate: String?
    /// The platform's word.
    package var gender: String?
    package var company: OrderPerson.Company?

    package init() {}
}
