import Basics

// The mirror of Order+Writing.swift: what was left out comes back as nil, empty or the default.

extension Order {
    init(reading view: JSONView) throws {
        self.init(
            externalID: try view.string("externalId"), status: try view.word("status"),
            platformStatus: try view.string("platformStatus"), placedAt: try view.instant("placedAt"),
            changedAt: try view.instant("changedAt"), total: try view.requiredMoney("total"))
        sequence = try view.optionalString("sequence")
        group = try view.optionalString("group")
        authorizedAt = try view.optionalInstant("authorizedAt")
        invoicedAt = try view.optionalInstant("invoicedAt")
        canceledAt = try view.optionalInstant("canceledAt")
        deliveredAt = try view.optionalInstant("deliveredAt")
        cancellationReason = try view.optionalString("cancellationReason")
        totals = try view.list("totals") { view in
            OrderTotal(
                kind: try view.word("kind"), platformID: try view.string("platformId"),
                amount: try view.requiredMoney("amount"))
        }
        items = try view.list("items", OrderItem.init(reading:))
        payments = try view.list("payments", OrderPayment.init(reading:))
        deliveries = try view.list("deliveries", OrderDelivery.init(reading:))
        shipments = try view.list("shipments", OrderShipment.init(reading:))
        statusHistory = try view.list("statusHistory") { view in
            OrderStatusEvent(
                status: try view.word("status"), at: try view.instant("at"), evidence: try view.word("evidence"))
        }
        try view.with("origin") { origin = try OrderOrigin(reading: $0) }
        try view.with("marketing") { marketing = try OrderMarketing(reading: $0) }
        try view.with("customer") { customer = try OrderCustomer(reading: $0) }
    }
}

extension OrderItem {
    fileprivate init(reading view: JSONView) throws {
        self.init(
            lineID: try view.string("lineId"), skuID: try view.string("skuId"), name: try view.string("name"),
            quantity: try view.integer("quantity"), price: try view.requiredMoney("price"),
            sellingPrice: try view.requiredMoney("sellingPrice"), total: try view.requiredMoney("total"))
        productID = try view.optionalString("productId")
        reference = try view.optionalString("reference")
        ean = try view.optionalString("ean")
        sellerID = try view.optionalString("sellerId")
        brand = try view.optionalString("brand")
        categoryIDs = try view.list("categoryIds") { try $0.stringValue() }
        unitMultiplierMillionths = try view.integer("unitMultiplierMillionths")
        measurementUnit = try view.optionalString("measurementUnit")
        listPrice = try view.money("listPrice")
        tax = try view.money("tax")
        isGift = try view.bool("isGift")
        priceAdjustments = try view.list("priceAdjustments") { view in
            PriceAdjustment(
                name: try view.string("name"), promotionID: try view.optionalString("promotionId"),
                amount: try view.requiredMoney("amount"))
        }
    }
}

extension OrderPayment {
    fileprivate init(reading view: JSONView) throws {
        self.init(
            platformID: try view.string("platformId"), method: try view.word("method"),
            amount: try view.requiredMoney("amount"), installments: try view.integer("installments"))
        name = try view.optionalString("name")
        transactionID = try view.optionalString("transactionId")
        isActive = try view.bool("isActive")
    }
}

extension OrderDelivery {
    fileprivate init(reading view: JSONView) throws {
        self.init(
            lineIndex: Int(try view.integer("lineIndex")), channel: try view.word("channel"),
            price: try view.requiredMoney("price"))
        service = try view.optionalString("service")
        carrier = try view.optionalString("carrier")
        listPrice = try view.money("listPrice")
        estimate = try view.optionalString("estimate")
        estimatedAt = try view.optionalInstant("estimatedAt")
        warehouseIDs = try view.list("warehouseIds") { try $0.stringValue() }
        pickupPointID = try view.optionalString("pickupPointId")
    }
}

extension OrderShipment {
    fileprivate init(reading view: JSONView) throws {
        self.init(
            kind: try view.word("kind"), invoiceNumber: try view.string("invoiceNumber"),
            invoiceValue: try view.requiredMoney("invoiceValue"))
        invoiceKey = try view.optionalString("invoiceKey")
        invoicedAt = try view.optionalInstant("invoicedAt")
        carrier = try view.optionalString("carrier")
        trackingNumber = try view.optionalString("trackingNumber")
        trackingURL = try view.optionalString("trackingUrl")
        isDelivered = try view.bool("isDelivered")
        deliveredAt = try view.optionalInstant("deliveredAt")
        lines = try view.list("lines") { view in
            Line(
                lineIndex: Int(try view.integer("lineIndex")), quantity: try view.integer("quantity"),
                price: try view.money("price"))
        }
    }
}

extension OrderOrigin {
    fileprivate init(reading view: JSONView) throws {
        self.init()
        kind = try view.word("kind")
        salesChannel = try view.optionalString("salesChannel")
        hostname = try view.optionalString("hostname")
        affiliateID = try view.optionalString("affiliateId")
        marketplaceName = try view.optionalString("marketplaceName")
        marketplaceOrderID = try view.optionalString("marketplaceOrderId")
        sellerOrderID = try view.optionalString("sellerOrderId")
        sellers = try view.list("sellers") { try $0.stringValue() }
    }
}

extension OrderMarketing {
    fileprivate init(reading view: JSONView) throws {
        self.init()
        coupon = try view.optionalString("coupon")
        utmSource = try view.optionalString("utmSource")
        utmMedium = try view.optionalString("utmMedium")
        utmCampaign = try view.optionalString("utmCampaign")
        tags = try view.list("tags") { try $0.stringValue() }
        promotions = try view.list("promotions") { view in
            Promotion(id: try view.string("id"), name: try view.optionalString("name"))
        }
    }
}

extension OrderCustomer {
    fileprivate init(reading view: JSONView) throws {
        self.init()
        profileID = try view.optionalString("profileId")
        isCorporate = try view.bool("isCorporate")
        locale = try view.optionalString("locale")
        acceptsNewsletter = try view.optionalBool("acceptsNewsletter")
    }
}

extension JSONView {
    /// A word of one of Ponte's own lists.
    func word<Word: RawRepresentable<String>>(_ key: StaticString) throws(JSONError) -> Word {
        let text = try string(key)
        guard let word = Word(rawValue: text) else {
            throw JSONError(.mismatched(expected: "\(Word.self)", found: "string"), path: key.description)
        }
        return word
    }

    /// Empty when the key is missing.
    func list<Value>(_ key: StaticString, _ read: (JSONView) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEach(key) { values.append(try read($0)) }
        return values
    }

    func money(_ key: StaticString) throws -> Money? {
        var money: Money?
        try with(key) { view in
            money = Money(
                amount: try view.integer("amount"), currency: try view.string("currency"),
                scale: Int(try view.integer("scale")))
        }
        return money
    }

    func requiredMoney(_ key: StaticString) throws -> Money {
        guard let money = try money(key) else { throw JSONError(.missing, path: key.description) }
        return money
    }
}
