import Basics

/// One order of one store, in Ponte's words. `person` holds everything about the person, and nothing else does.
package struct Order: Hashable, Sendable {
    /// The platform's id, unique within the connection.
    package var externalID: String
    /// The short number that the shop's people use.
    package var sequence: String?
    /// Orders that one checkout was split into share it.
    package var group: String?
    package var status: OrderStatus
    /// The platform's own word for the status, as it came.
    package var platformStatus: String
    package var placedAt: Instant
    /// The platform's last change of the order: its version.
    package var changedAt: Instant
    package var authorizedAt: Instant?
    package var invoicedAt: Instant?
    package var canceledAt: Instant?
    package var deliveredAt: Instant?
    package var total: Money
    package var totals: [OrderTotal] = []
    package var items: [OrderItem] = []
    package var payments: [OrderPayment] = []
    package var deliveries: [OrderDelivery] = []
    package var shipments: [OrderShipment] = []
    /// Sorted by time; one entry per status that is known to have been reached.
    package var statusHistory: [OrderStatusEvent] = []
    package var origin: OrderOrigin = OrderOrigin()
    package var marketing: OrderMarketing = OrderMarketing()
    package var cancellationReason: String?
    package var customer: OrderCustomer = OrderCustomer()
    /// Nil when the person was erased or the platform sent none.
    package var person: OrderPerson?

    package init(
        externalID: String, status: OrderStatus, platformStatus: String, placedAt: Instant, changedAt: Instant,
        total: Money
    ) {
        self.externalID = externalID
        self.status = status
        self.platformStatus = platformStatus
        self.placedAt = placedAt
        self.changedAt = changedAt
        self.total = total
    }
}

/// One line of an order's sum: items, discounts, shipping, tax. They add up to the order's total.
package struct OrderTotal: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable { case items, discounts, shipping, tax, change, other }
    package var kind: Kind
    /// The platform's own id of the line, as it came.
    package var platformID: String
    package var amount: Money

    package init(kind: Kind, platformID: String, amount: Money) {
        self.kind = kind
        self.platformID = platformID
        self.amount = amount
    }
}

/// One line of an order: what was bought, how many, and for how much.
package struct OrderItem: Hashable, Sendable {
    /// Unique within the order: two lines may have the same SKU.
    package var lineID: String
    package var skuID: String
    package var productID: String?
    package var reference: String?
    package var ean: String?
    package var name: String
    package var sellerID: String?
    package var brand: String?
    package var categoryIDs: [String] = []
    package var quantity: Int64
    /// Units of measure in one unit sold, in millionths: a tile sold by the box of 1.44 m² has 1 440 000.
    package var unitMultiplierMillionths: Int64 = 1_000_000
    package var measurementUnit: String?
    package var listPrice: Money?
    package var price: Money
    package var sellingPrice: Money
    /// What the line costs as a whole, after price rules and rounding; not always price times quantity.
    package var total: Money
    package var tax: Money?
    package var isGift = false
    package var priceAdjustments: [PriceAdjustment] = []

    package init(
        lineID: String, skuID: String, name: String, quantity: Int64, price: Money, sellingPrice: Money, total: Money
    ) {
        self.lineID = lineID
        self.skuID = skuID
        self.name = name
        self.quantity = quantity
        self.price = price
        self.sellingPrice = sellingPrice
        self.total = total
    }
}

/// A discount or surcharge on a line, with the promotion that made it where the platform tells.
package struct PriceAdjustment: Hashable, Sendable {
    package var name: String
    package var promotionID: String?
    package var amount: Money

    package init(name: String, promotionID: String?, amount: Money) {
        self.name = name
        self.promotionID = promotionID
        self.amount = amount
    }
}

/// One means by which an order was or is to be paid; nothing of a card but what a receipt shows.
package struct OrderPayment: Hashable, Sendable {
    package enum Method: String, Hashable, Sendable, CaseIterable {
        case creditCard = "credit_card"
        case debitCard = "debit_card"
        case bankInvoice = "bank_invoice"
        case instantPayment = "instant_payment"
        case giftCard = "gift_card"
        case promissory, other
    }
    package var platformID: String
    package var method: Method
    /// The platform's name of the means, as in `Visa` or `Pix`.
    package var name: String?
    package var amount: Money
    package var installments: Int64
    package var transactionID: String?
    package var isActive = true

    package init(platformID: String, method: Method, amount: Money, installments: Int64) {
        self.platformID = platformID
        self.method = method
        self.amount = amount
        self.installments = installments
    }
}

/// How one line is meant to reach the shopper.
package struct OrderDelivery: Hashable, Sendable {
    package enum Channel: String, Hashable, Sendable, CaseIterable { case delivery, pickup, other }
    package var lineIndex: Int
    package var channel: Channel
    package var service: String?
    package var carrier: String?
    package var price: Money
    package var listPrice: Money?
    /// As the platform writes it, as in `3bd` (three business days).
    package var estimate: String?
    package var estimatedAt: Instant?
    package var warehouseIDs: [String] = []
    package var pickupPointID: String?

    package init(lineIndex: Int, channel: Channel, price: Money) {
        self.lineIndex = lineIndex
        self.channel = channel
        self.price = price
    }
}

/// A parcel with its invoice, or the invoice of a return.
package struct OrderShipment: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable { case output, input }
    package struct Line: Hashable, Sendable {
        package var lineIndex: Int
        package var quantity: Int64
        package var price: Money?

        package init(lineIndex: Int, quantity: Int64, price: Money?) {
            self.lineIndex = lineIndex
            self.quantity = quantity
            self.price = price
        }
    }
    package var kind: Kind
    package var invoiceNumber: String
    package var invoiceKey: String?
    package var invoiceValue: Money
    package var invoicedAt: Instant?
    package var carrier: String?
    package var trackingNumber: String?
    package var trackingURL: String?
    package var isDelivered = false
    package var deliveredAt: Instant?
    package var lines: [Line] = []

    package init(kind: Kind, invoiceNumber: String, invoiceValue: Money) {
        self.kind = kind
        self.invoiceNumber = invoiceNumber
        self.invoiceValue = invoiceValue
    }
}

/// A status that an order came to, and how that is known.
package struct OrderStatusEvent: Hashable, Sendable {
    package enum Evidence: String, Hashable, Sendable {
        /// A date that the platform itself gives.
        case platform
        /// Seen by Ponte between two reads; the time is the platform's last change.
        case observed
    }
    package var status: OrderStatus
    package var at: Instant
    package var evidence: Evidence

    package init(status: OrderStatus, at: Instant, evidence: Evidence) {
        self.status = status
        self.at = at
        self.evidence = evidence
    }
}

/// Through which door the order came.
package struct OrderOrigin: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable { case store, marketplace, chain, other }
    package var kind: Kind = .store
    package var salesChannel: String?
    package var hostname: String?
    /// The platform's id of the marketplace or affiliate, when there is one.
    package var affiliateID: String?
    package var marketplaceName: String?
    /// The order's id at the marketplace or at the system it was imported from.
    package var marketplaceOrderID: String?
    package var sellerOrderID: String?
    package var sellers: [String] = []

    package init() {}
}

/// What brought the order in: coupon and campaign, in the words of whoever set them.
package struct OrderMarketing: Hashable, Sendable {
    package var coupon: String?
    package var utmSource: String?
    package var utmMedium: String?
    package var utmCampaign: String?
    package var tags: [String] = []
    package var promotions: [Promotion] = []

    package struct Promotion: Hashable, Sendable {
        package var id: String
        package var name: String?

        package init(id: String, name: String?) {
            self.id = id
            self.name = name
        }
    }

    package init() {}
}

/// What may be said of the customer without saying who it is.
package struct OrderCustomer: Hashable, Sendable {
    /// The platform's id of the customer's profile.
    package var profileID: String?
    package var isCorporate = false
    package var locale: String?
    package var acceptsNewsletter: Bool?

    package init() {}
}
