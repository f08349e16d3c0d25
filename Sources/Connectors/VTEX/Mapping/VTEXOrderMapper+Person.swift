import Basics
import Commerce

extension VTEXOrderMapper {
    func customer() throws -> OrderCustomer {
        var customer = OrderCustomer()
        try root.with("clientProfileData") { profile in
            customer.profileID = try profile.optionalText("userProfileId")
            customer.isCorporate = try profile.optionalBool("isCorporate") ?? false
        }
        try root.with("clientPreferencesData") { preferences in
            customer.locale = try preferences.optionalString("locale")
            customer.acceptsNewsletter = try preferences.optionalBool("optinNewsLetter")
        }
        return customer
    }

    /// Nil when the answer tells nothing of a person.
    func person() throws -> OrderPerson? {
        var person = OrderPerson()
        try root.with("clientProfileData") { profile in
            person.firstName = try profile.optionalString("firstName")
            person.lastName = try profile.optionalString("lastName")
            person.documentKind = try profile.optionalString("documentType")
            person.document = try profile.optionalText("document")
            person.email = try profile.optionalString("email")
            person.phone = try profile.optionalText("phone")
            person.company = try company(profile)
        }
        person.emailIsMasked = person.email.map(VTEXMaskedEmail.isMasked) ?? false
        person.addresses = try addresses()
        try root.with("openTextField") { person.note = try $0.optionalString("value") }
        person.giftMessage = try giftMessage()
        return person == OrderPerson() ? nil : person
    }

    private func company(_ profile: JSONView) throws -> OrderPerson.Company? {
        var company = OrderPerson.Company()
        company.legalName = try profile.optionalString("corporateName")
        company.tradeName = try profile.optionalString("tradeName")
        company.document = try profile.optionalText("corporateDocument")
        company.stateRegistration = try profile.optionalText("stateInscription")
        company.phone = try profile.optionalText("corporatePhone")
        return company == OrderPerson.Company() ? nil : company
    }

    /// The addresses that the shopper chose; older orders have only one, in a place of its own.
    private func addresses() throws -> [Address] {
        var addresses: [Address] = []
        try root.with("shippingData") { shipping in
            try shipping.forEach("selectedAddresses") { addresses.append(try address($0)) }
            if addresses.isEmpty { try shipping.with("address") { addresses.append(try address($0)) } }
        }
        return addresses.filter { $0 != Address() }
    }

    private func address(_ view: JSONView) throws -> Address {
        var address = Address()
        address.kind =
            switch try view.optionalString("addressType")?.lowercased() {
            case nil, "", "residential": .residential
            case "commercial": .commercial
            case "pickup": .pickup
            default: .other
            }
        address.receiver = try view.optionalString("receiverName")
        address.street = try view.optionalString("street")
        address.number = try view.optionalText("number")
        address.complement = try view.optionalString("complement")
        address.reference = try view.optionalString("reference")
        address.neighborhood = try view.optionalString("neighborhood")
        address.city = try view.optionalString("city")
        address.state = try view.optionalString("state")
        address.postalCode = try view.optionalText("postalCode")
        address.country = try view.optionalString("country")
        var coordinates: [Int64] = []
        try view.forEach("geoCoordinates") { coordinates.append(try $0.fixedValue(places: 7)) }
        // Longitude comes first; zero and zero is nowhere.
        if coordinates.count == 2, coordinates != [0, 0] {
            address.longitudeE7 = coordinates[0]
            address.latitudeE7 = coordinates[1]
        }
        return address
    }

    /// The message of a gift card or wrapping: an attachment of a line that has a text in it.
    private func giftMessage() throws -> String? {
        var message: String?
        try root.forEach("items") { item in
            try item.forEach("attachments") { attachment in
                guard message == nil, try attachment.optionalString("name")?.lowercased().contains("message") == true,
                    let content = attachment["content"], content.kind == .object
                else { return }
                message = try content.optionalText("text") ?? content.optionalText("message")
            }
        }
        return message
    }
}
