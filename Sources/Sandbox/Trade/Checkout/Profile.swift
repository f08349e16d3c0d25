import Basics

/// What a shopper tells of themselves at checkout.
struct Profile: Sendable, Equatable {
    var email: String
    var firstName: String
    var lastName: String
    /// A CPF: eleven digits.
    var document: String
    var phone: String

    init(email: String, firstName: String, lastName: String, document: String, phone: String) {
        self.email = email
        self.firstName = firstName
        self.lastName = lastName
        self.document = document
        self.phone = phone
    }

    init(_ person: Person) {
        self.init(
            email: person.email, firstName: person.firstName, lastName: person.lastName, document: person.cpf,
            phone: person.phone)
    }

    var kept: JSON {
        [
            "email": .string(email), "firstName": .string(firstName), "lastName": .string(lastName),
            "document": .string(document), "phone": .string(phone),
        ]
    }

    init(_ view: JSONView) throws {
        self.init(
            email: try view.string("email"), firstName: try view.string("firstName"),
            lastName: try view.string("lastName"), document: try view.string("document"),
            phone: try view.string("phone"))
    }

    /// As strangers see it: `an***@***.com`.
    var masked: Profile {
        func hidden(_ text: String) -> String { text.isEmpty ? "" : String(text.prefix(2)) + "***" }
        return Profile(
            email: hidden(email) + "@***.com", firstName: hidden(firstName), lastName: hidden(lastName),
            document: "***" + document.suffix(2), phone: "***" + phone.suffix(2))
    }
}

extension PostalAddress {
    var kept: JSON {
        [
            "postalCode": .string(postalCode), "city": .string(city), "state": .string(state),
            "street": .string(street), "number": .string(number), "neighborhood": .string(neighborhood),
            "complement": .text(complement), "longitude": coordinates.map { .integer($0.0) } ?? .null,
            "latitude": coordinates.map { .integer($0.1) } ?? .null,
        ]
    }

    init(_ view: JSONView) throws {
        let longitude = try view.optionalInteger("longitude")
        let latitude = try view.optionalInteger("latitude")
        self.init(
            postalCode: try view.string("postalCode"), city: try view.string("city"), state: try view.string("state"),
            street: try view.string("street"), number: try view.string("number"),
            neighborhood: try view.string("neighborhood"), complement: try view.optionalString("complement"),
            coordinates: longitude.flatMap { longitude in latitude.map { (longitude, $0) } })
    }
}
