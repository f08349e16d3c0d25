import Basics
import Commerce
import ConnectorKit

/// A document of CL: somebody, the answer about the newsletter, and the cart that was left last.
enum VTEXCustomerDocument {
    /// Change while somebody looks around in the shop. The cart among them is a record of its own.
    private static let filter = JSONFilter(
        removing: [],
        volatile: [
            "updatedIn", "updatedBy", "lastInteractionIn", "lastInteractionBy", "followers", "auto_filter",
            "rclastcart", "rclastcartvalue", "rclastsession", "rclastsessiondate", "carttag", "checkouttag",
            "brandVisitedTag", "brandPurchasedTag", "categoryVisitedTag", "categoryPurchasedTag",
            "departmentVisitedTag", "productVisitedTag", "productPurchasedTag", "searchTermTag",
            "visitedProductWithStockOutSkusTag",
        ])

    /// - Throws: `JSONError` for a document that is none, or has a field of another type than VTEX documents.
    static func records(_ document: [UInt8], fetchedAt: Instant, currency: String) throws -> [FetchedRecord] {
        let root = try JSONDocument(parsing: document).root
        let customer = try customer(root)
        var records = [
            try VTEXRecord.fetched(customer, payload: document, filter: filter, fetchedAt: fetchedAt)
        ]
        if let subscriber = subscriber(customer) {
            var still = subscriber
            still.changedAt = nil
            still.since = nil
            records.append(VTEXRecord.fetched(subscriber, still: still, payload: document, fetchedAt: fetchedAt))
        }
        if let cart = try VTEXCart(root, currency: currency).cart(of: customer) {
            var still = cart
            still.changedAt = nil
            records.append(VTEXRecord.fetched(cart, still: still, payload: document, fetchedAt: fetchedAt))
        }
        return records
    }

    private static func customer(_ root: JSONView) throws -> Customer {
        var customer = Customer(externalID: try VTEXDocumentID.id(of: root, entity: "CL"))
        customer.createdAt = try root.moment("createdIn")
        customer.changedAt = try root.moment("updatedIn") ?? customer.createdAt
        customer.profileID = try root.words("userId")
        customer.isCorporate = try root.flag("isCorporate") ?? false
        customer.isApproved = try root.flag("approved")
        customer.customerClass = try root.words("customerClass")
        customer.locale = try root.words("localeDefault")
        customer.salesChannel = try root.words("tradePolicy")
        customer.priceTables = try priceTables(root)
        customer.acceptsNewsletter = try root.flag("isNewsletterOptIn")
        customer.person = try person(root)
        return customer
    }

    private static func person(_ root: JSONView) throws -> CustomerPerson {
        var person = CustomerPerson()
        person.firstName = try root.words("firstName")
        person.lastName = try root.words("lastName")
        person.documentKind = try root.words("documentType")
        person.document = try root.words("document")
        person.email = try root.words("email")
        person.emailIsMasked = person.email.map(VTEXMaskedEmail.isMasked) ?? false
        person.phone = try root.words("phone")
        person.homePhone = try root.words("homePhone")
        person.mobilePhone = try root.words("cellPhone")
        person.businessPhone = try root.words("businessPhone")
        person.gender = try root.words("gender")
        // A day: its midnight, in whatever zone, is not meant.
        if try root.moment("birthDate") != nil {
            person.birthDate = try root.words("birthDate").map { String($0.prefix(10)) }
        }
        var company = OrderPerson.Company()
        company.legalName = try root.words("corporateName")
        company.tradeName = try root.words("tradeName")
        company.document = try root.words("corporateDocument")
        company.stateRegistration = try root.words("stateRegistration")
        person.company = company == OrderPerson.Company() ? nil : company
        return person
    }

    /// A list, or a text with commas.
    private static func priceTables(_ root: JSONView) throws -> [String] {
        guard let value = root["priceTables"] else { return [] }
        if value.kind == .array { return try root.ids("priceTables") }
        guard value.kind == .string, let text = try root.words("priceTables") else { return [] }
        return text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }

    /// Nil where nobody was asked.
    private static func subscriber(_ customer: Customer) -> Subscriber? {
        guard let isSubscribed = customer.acceptsNewsletter else { return nil }
        var subscriber = Subscriber(externalID: customer.externalID, isSubscribed: isSubscribed, source: .profile)
        subscriber.customerID = customer.externalID
        subscriber.changedAt = customer.changedAt
        subscriber.since = customer.changedAt
        subscriber.email = customer.person.email
        subscriber.emailIsMasked = customer.person.emailIsMasked
        subscriber.firstName = customer.person.firstName
        subscriber.lastName = customer.person.lastName
        return subscriber
    }
}
