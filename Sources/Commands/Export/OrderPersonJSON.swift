import Basics
import Commerce

/// The person of an order, for exports that ask for it.
enum OrderPersonJSON {
    static func write(_ person: OrderPerson, to writer: inout JSONWriter) {
        writer.object("person") { writer in
            writer.member("firstName", person.firstName)
            writer.member("lastName", person.lastName)
            writer.member("documentKind", person.documentKind)
            writer.member("document", person.document)
            writer.member("email", person.email)
            writer.member("emailIsMasked", person.emailIsMasked)
            writer.member("phone", person.phone)
            if let company = person.company {
                writer.object("company") { writer in
                    writer.member("legalName", company.legalName)
                    writer.member("tradeName", company.tradeName)
                    writer.member("document", company.document)
                    writer.member("stateRegistration", company.stateRegistration)
                    writer.member("phone", company.phone)
                }
            }
            writer.array("addresses") { writer in
                for address in person.addresses { writer.elementObject { write(address, to: &$0) } }
            }
            writer.member("note", person.note)
            writer.member("giftMessage", person.giftMessage)
        }
    }

    private static func write(_ address: Address, to writer: inout JSONWriter) {
        writer.member("kind", address.kind.rawValue)
        writer.member("receiver", address.receiver)
        writer.member("street", address.street)
        writer.member("number", address.number)
        writer.member("complement", address.complement)
        writer.member("reference", address.reference)
        writer.member("neighborhood", address.neighborhood)
        writer.member("city", address.city)
        writer.member("state", address.state)
        writer.member("postalCode", address.postalCode)
        writer.member("country", address.country)
        writer.member("latitudeE7", address.latitudeE7)
        writer.member("longitudeE7", address.longitudeE7)
    }
}
