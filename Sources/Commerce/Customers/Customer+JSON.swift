import Basics

extension Customer: ReadableRecord {
    package func write(to writer: inout JSONWriter) {
        writer.member("externalId", externalID)
        writer.member("profileId", profileID)
        writer.member("createdAt", createdAt)
        writer.member("changedAt", changedAt)
        writer.member("isCorporate", isCorporate)
        writer.member("isApproved", isApproved)
        writer.member("customerClass", customerClass)
        writer.member("locale", locale)
        writer.member("salesChannel", salesChannel)
        writer.strings("priceTables", priceTables)
        writer.member("acceptsNewsletter", acceptsNewsletter)
    }

    package func writePerson(to writer: inout JSONWriter) {
        guard person != CustomerPerson() else { return }
        writer.member("firstName", person.firstName)
        writer.member("lastName", person.lastName)
        writer.member("documentKind", person.documentKind)
        writer.member("document", person.document)
        writer.member("email", person.email)
        writer.member("emailIsMasked", person.emailIsMasked)
        writer.member("phone", person.phone)
        writer.member("homePhone", person.homePhone)
        writer.member("mobilePhone", person.mobilePhone)
        writer.member("businessPhone", person.businessPhone)
        writer.member("birthDate", person.birthDate)
        writer.member("gender", person.gender)
        if let company = person.company { writer.object("company") { company.write(to: &$0) } }
    }

    package init(reading core: JSONView, person: JSONView?) throws {
        self.init(externalID: try core.string("externalId"))
        profileID = try core.optionalString("profileId")
        createdAt = try core.optionalInstant("createdAt")
        changedAt = try core.optionalInstant("changedAt")
        isCorporate = try core.bool("isCorporate")
        isApproved = try core.optionalBool("isApproved")
        customerClass = try core.optionalString("customerClass")
        locale = try core.optionalString("locale")
        salesChannel = try core.optionalString("salesChannel")
        priceTables = try core.list("priceTables") { try $0.stringValue() }
        acceptsNewsletter = try core.optionalBool("acceptsNewsletter")
        if let person { self.person = try CustomerPerson(reading: person) }
    }
}

extension CustomerPerson {
    fileprivate init(reading view: JSONView) throws {
        self.init()
        firstName = try view.optionalString("firstName")
        lastName = try view.optionalString("lastName")
        documentKind = try view.optionalString("documentKind")
        document = try view.optionalString("document")
        email = try view.optionalString("email")
        emailIsMasked = try view.bool("emailIsMasked")
        phone = try view.optionalString("phone")
        homePhone = try view.optionalString("homePhone")
        mobilePhone = try view.optionalString("mobilePhone")
        businessPhone = try view.optionalString("businessPhone")
        birthDate = try view.optionalString("birthDate")
        gender = try view.optionalString("gender")
        try view.with("company") { company = try OrderPerson.Company(reading: $0) }
    }
}
