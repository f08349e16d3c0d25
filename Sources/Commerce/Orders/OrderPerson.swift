/// Everything in an order that tells who somebody is or where they live. Erased as one piece.
package struct OrderPerson: Hashable, Sendable {
    package var firstName: String?
    package var lastName: String?
    package var documentKind: String?
    /// Digits as the platform holds them, as in a CPF.
    package var document: String?
    package var email: String?
    /// True when `email` is an alias of the platform that changes per order; it never identifies a person.
    package var emailIsMasked = false
    package var phone: String?
    package var company: Company?
    package var addresses: [Address] = []
    /// Free text that the shopper typed: it may say anything.
    package var note: String?
    package var giftMessage: String?

    package struct Company: Hashable, Sendable {
        package var legalName: String?
        package var tradeName: String?
        package var document: String?
        package var stateRegistration: String?
        package var phone: String?

        package init() {}
    }

    package init() {}
}

/// Where something is delivered or billed; part of the personal block.
package struct Address: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable { case residential, commercial, pickup, other }
    package var kind: Kind = .residential
    package var receiver: String?
    package var street: String?
    package var number: String?
    package var complement: String?
    package var reference: String?
    package var neighborhood: String?
    package var city: String?
    package var state: String?
    package var postalCode: String?
    /// ISO 3166 alpha-3, as VTEX has it.
    package var country: String?
    /// Ten-millionths of a degree.
    package var latitudeE7: Int64?
    package var longitudeE7: Int64?

    package init() {}
}
