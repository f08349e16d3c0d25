import Basics

extension OrderPerson {
    func write(to writer: inout JSONWriter) {
        writer.member("firstName", firstName)
        writer.member("lastName", lastName)
        writer.member("documentKind", documentKind)
        writer.member("document", document)
        writer.member("email", email)
        writer.member("emailIsMasked", emailIsMasked)
        writer.member("phone", phone)
        if let company {
            writer.object("company") { company.write(to: &$0) }
        }
        writer.members("addresses", addresses) { $0.write(to: &$1) }
        writer.member("note", note)
        writer.member("giftMessage", giftMessage)
    }

    init(reading view: JSONView) throws {
        self.init()
        firstName = try view.optionalString("firstName")
        lastName = try view.optionalString("lastName")
        documentKind = try view.optionalString("documentKind")
        document = try view.optionalString("document")
        email = try view.optionalString("email")
        emailIsMasked = try view.bool("emailIsMasked")
        phone = try view.optionalString("phone")
        try view.with("company") { company = try Company(reading: $0) }
        addresses = try view.list("addresses", Address.init(reading:))
        note = try view.optionalString("note")
        giftMessage = try view.optionalString("giftMessage")
    }
}

extension OrderPerson.Company {
    func write(to writer: inout JSONWriter) {
        writer.member("legalName", legalName)
        writer.member("tradeName", tradeName)
        writer.member("document", document)
        writer.member("stateRegistration", stateRegistration)
        writer.member("phone", phone)
    }

    init(reading view: JSONView) throws {
        self.init()
        legalName = try view.optionalString("legalName")
        tradeName = try view.optionalString("tradeName")
        document = try view.optionalString("document")
        stateRegistration = try view.optionalString("stateRegistration")
        phone = try view.optionalString("phone")
    }
}

extension Address {
    func write(to writer: inout JSONWriter) {
        writer.member("kind", kind.rawValue)
        writer.member("receiver", receiver)
        writer.member("street", street)
        writer.member("number", number)
        writer.member("complement", complement)
        writer.member("reference", reference)
        writer.member("neighborhood", neighborhood)
        writer.member("city", city)
        writer.member("state", state)
        writer.member("postalCode", postalCode)
        writer.member("country", country)
        writer.member("latitudeE7", latitudeE7)
        writer.member("longitudeE7", longitudeE7)
    }

    init(reading view: JSONView) throws {
        self.init()
        kind = try view.word("kind")
        receiver = try view.optionalString("receiver")
        street = try view.optionalString("street")
        number = try view.optionalString("number")
        complement = try view.optionalString("complement")
        reference = try view.optionalString("reference")
        neighborhood = try view.optionalString("neighborhood")
        city = try view.optionalString("city")
        state = try view.optionalString("state")
        postalCode = try view.optionalString("postalCode")
        country = try view.optionalString("country")
        latitudeE7 = try view.optionalInteger("latitudeE7")
        longitudeE7 = try view.optionalInteger("longitudeE7")
    }
}
