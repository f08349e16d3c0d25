import Basics

extension DataEntity {
    /// Clients, their addresses, and an entity that the shop made for itself.
    ///
    /// - Parameter people: The numbers of a data set's customers, which come before those of the generator.
    static func all(generator: OrderGenerator, people: [Int64], opened: Instant) -> [DataEntity] {
        let count = people.count + generator.customers
        let number: @Sendable (Int) -> Int64 = { position in
            position < people.count ? people[position] : Int64(position - people.count)
        }
        var dice = Dice(seed: generator.seed, number: 0, purpose: 60)
        let salts = (dice.word(), dice.word(), dice.word())
        let clients = DataEntity(
            acronym: "CL", name: "Cliente", fields: clientFields, count: count,
            members: { position in
                ClientDocument(generator: generator, number: number(position), opened: opened).members
            }, salt: salts.0)
        let addresses = DataEntity(
            acronym: "AD", name: "Endereço", fields: addressFields, count: count,
            members: { position in
                AddressDocument(seed: generator.seed, number: number(position), opened: opened)
                    .members(userID: clients.id(of: position))
            }, salt: salts.1)
        let subscribers = DataEntity(
            acronym: "NW", name: "Assinantes do blog", fields: subscriberFields, count: 0, members: { _ in [] },
            salt: salts.2)
        return [clients, addresses, subscribers]
    }

    private static let clientFields: [DataField] =
        [DataField(name: "email", type: "Email", isNullable: false)]
        + named(
            "Varchar 100", "firstName", "lastName", "document", "documentType", "phone", "homePhone", "businessPhone",
            "cellPhone", "gender", "corporateName", "corporateDocument", "tradeName", "stateRegistration",
            "localeDefault", "customerClass", "tradePolicy", "userId")
        + named(
            "Boolean", "isCorporate", "isFreeStateRegistration", "isNewsletterOptIn", "approved")
        + named("Date and Time", "birthDate", "rclastsessiondate") + named("Integer", "birthDateMonth")
        + named("Varchar 750", "rclastcart") + named("Varchar 100", "rclastsession")
        + named("Currency", "rclastcartvalue")
        + named(
            "Score", "carttag", "checkouttag", "brandVisitedTag", "brandPurchasedTag", "categoryVisitedTag",
            "categoryPurchasedTag", "departmentVisitedTag", "productVisitedTag", "productPurchasedTag",
            "searchTermTag", "visitedProductWithStockOutSkusTag")
        + named("Text", isFilter: false, "restrictions", "priceTables", "profilePicture", "attach") + audit

    private static let addressFields: [DataField] =
        named(
            "Varchar 100", "addressName", "addressLabel", "addressType", "receiverName", "city", "state", "country",
            "countryfake", "postalCode", "street", "number", "neighborhood", "complement", "reference")
        + [DataField(name: "userId", type: "Relationship", isNullable: false)]
        + named("Text", isFilter: false, "geoCoordinate") + audit

    private static let subscriberFields: [DataField] =
        [DataField(name: "email", type: "Email", isNullable: false)] + named("Varchar 100", "name", "origin")
        + named("Boolean", "optIn") + named("Integer", "points") + named("Date", "birthDate") + audit

    /// What every entity has, kept by the service itself.
    private static let audit: [DataField] =
        named("Varchar 100", isInternal: true, "id", "accountId", "accountName", "dataEntityId")
        + named("Date and Time", isInternal: true, "createdIn", "updatedIn", "lastInteractionIn")
        + named("User Login", isInternal: true, "createdBy", "updatedBy", "lastInteractionBy")
        + named("Text", isFilter: false, isInternal: true, "followers", "tags", "auto_filter")

    private static func named(
        _ type: String, isFilter: Bool = true, isInternal: Bool = false, _ names: String...
    ) -> [DataField] {
        names.map { DataField(name: $0, type: type, isFilter: isFilter, isInternal: isInternal) }
    }
}
