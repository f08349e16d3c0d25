import Basics
import Commerce

/// Orders made from a seed: any field may be there or not, any text may hold what JSON escapes.
struct OrderMaker {
    var random: SeededGenerator
    /// Every optional has a value and every list an element.
    var isComplete = false

    init(seed: UInt64, isComplete: Bool = false) {
        random = SeededGenerator(seed: seed)
        self.isComplete = isComplete
    }

    mutating func order() -> Order {
        var order = Order(
            externalID: text(), status: oneOf(OrderStatus.allCases), platformStatus: text(), placedAt: instant(),
            changedAt: instant(), total: money())
        order.sequence = maybe { $0.text() }
        order.group = maybe { $0.text() }
        order.authorizedAt = maybe { $0.instant() }
        order.invoicedAt = maybe { $0.instant() }
        order.canceledAt = maybe { $0.instant() }
        order.deliveredAt = maybe { $0.instant() }
        order.totals = some {
            OrderTotal(kind: $0.oneOf(OrderTotal.Kind.allCases), platformID: $0.text(), amount: $0.money())
        }
        order.items = some { $0.item() }
        order.payments = some { $0.payment() }
        order.deliveries = some { $0.delivery() }
        order.shipments = some { $0.shipment() }
        order.statusHistory = some {
            OrderStatusEvent(
                status: $0.oneOf(OrderStatus.allCases), at: $0.instant(), evidence: $0.oneOf([.platform, .observed]))
        }
        order.origin = origin()
        order.marketing = marketing()
        order.cancellationReason = maybe { $0.text() }
        order.customer.profileID = maybe { $0.text() }
        order.customer.isCorporate = oneOf([true, false])
        order.customer.locale = maybe { $0.text() }
        order.customer.acceptsNewsletter = maybe { $0.oneOf([true, false]) }
        order.person = maybe { $0.person() }
        return order
    }

    private mutating func item() -> OrderItem {
        var item = OrderItem(
            lineID: text(), skuID: text(), name: text(), quantity: number(), price: money(), sellingPrice: money(),
            total: money())
        item.productID = maybe { $0.text() }
        item.reference = maybe { $0.text() }
        item.ean = maybe { $0.text() }
        item.sellerID = maybe { $0.text() }
        item.brand = maybe { $0.text() }
        item.categoryIDs = some { $0.text() }
        item.unitMultiplierMillionths = number()
        item.measurementUnit = maybe { $0.text() }
        item.listPrice = maybe { $0.money() }
        item.tax = maybe { $0.money() }
        item.isGift = oneOf([true, false])
        item.priceAdjustments = some { maker in
            PriceAdjustment(name: maker.text(), promotionID: maker.maybe { $0.text() }, amount: maker.money())
        }
        return item
    }

    private mutating func payment() -> OrderPayment {
        var payment = OrderPayment(
            platformID: text(), method: oneOf(OrderPayment.Method.allCases), amount: money(), installments: number())
        payment.name = maybe { $0.text() }
        payment.transactionID = maybe { $0.text() }
        payment.isActive = oneOf([true, false])
        return payment
    }

    private mutating func delivery() -> OrderDelivery {
        var delivery = OrderDelivery(
            lineIndex: Int(number()), channel: oneOf(OrderDelivery.Channel.allCases), price: money())
        delivery.service = maybe { $0.text() }
        delivery.carrier = maybe { $0.text() }
        delivery.listPrice = maybe { $0.money() }
        delivery.estimate = maybe { $0.text() }
        delivery.estimatedAt = maybe { $0.instant() }
        delivery.warehouseIDs = some { $0.text() }
        delivery.pickupPointID = maybe { $0.text() }
        return delivery
    }

    private mutating func shipment() -> OrderShipment {
        var shipment = OrderShipment(
            kind: oneOf(OrderShipment.Kind.allCases), invoiceNumber: text(), invoiceValue: money())
        shipment.invoiceKey = maybe { $0.text() }
        shipment.invoicedAt = maybe { $0.instant() }
        shipment.carrier = maybe { $0.text() }
        shipment.trackingNumber = maybe { $0.text() }
        shipment.trackingURL = maybe { $0.text() }
        shipment.isDelivered = oneOf([true, false])
        shipment.deliveredAt = maybe { $0.instant() }
        shipment.lines = some { maker in
            OrderShipment.Line(
                lineIndex: Int(maker.number()), quantity: maker.number(), price: maker.maybe { $0.money() })
        }
        return shipment
    }

    private mutating func origin() -> OrderOrigin {
        var origin = OrderOrigin()
        origin.kind = oneOf(OrderOrigin.Kind.allCases)
        origin.salesChannel = maybe { $0.text() }
        origin.hostname = maybe { $0.text() }
        origin.affiliateID = maybe { $0.text() }
        origin.marketplaceName = maybe { $0.text() }
        origin.marketplaceOrderID = maybe { $0.text() }
        origin.sellerOrderID = maybe { $0.text() }
        origin.sellers = some { $0.text() }
        return origin
    }

    private mutating func marketing() -> OrderMarketing {
        var marketing = OrderMarketing()
        marketing.coupon = maybe { $0.text() }
        marketing.utmSource = maybe { $0.text() }
        marketing.utmMedium = maybe { $0.text() }
        marketing.utmCampaign = maybe { $0.text() }
        marketing.tags = some { $0.text() }
        marketing.promotions = some { maker in
            OrderMarketing.Promotion(id: maker.text(), name: maker.maybe { $0.text() })
        }
        return marketing
    }

    private mutating func person() -> OrderPerson {
        var person = OrderPerson()
        person.firstName = maybe { $0.text() }
        person.lastName = maybe { $0.text() }
        person.documentKind = maybe { $0.text() }
        person.document = maybe { $0.text() }
        person.email = maybe { $0.text() }
        person.emailIsMasked = oneOf([true, false])
        person.phone = maybe { $0.text() }
        person.company = maybe { maker in
            var company = OrderPerson.Company()
            company.legalName = maker.maybe { $0.text() }
            company.tradeName = maker.maybe { $0.text() }
            company.document = maker.maybe { $0.text() }
            company.stateRegistration = maker.maybe { $0.text() }
            company.phone = maker.maybe { $0.text() }
            return company
        }
        person.addresses = some { $0.address() }
        person.note = maybe { $0.text() }
        person.giftMessage = maybe { $0.text() }
        return person
    }

    private mutating func address() -> Address {
        var address = Address()
        address.kind = oneOf(Address.Kind.allCases)
        address.receiver = maybe { $0.text() }
        address.street = maybe { $0.text() }
        address.number = maybe { $0.text() }
        address.complement = maybe { $0.text() }
        address.reference = maybe { $0.text() }
        address.neighborhood = maybe { $0.text() }
        address.city = maybe { $0.text() }
        address.state = maybe { $0.text() }
        address.postalCode = maybe { $0.text() }
        address.country = maybe { $0.text() }
        address.latitudeE7 = maybe { $0.number() }
        address.longitudeE7 = maybe { $0.number() }
        return address
    }

    // MARK: pieces

    private mutating func text() -> String {
        let pieces = ["a", "Z", "7", "é", "\"", "\\", "\n", "\u{1F}", "🎁", "{", "[", ",", ":", "null", " ", "order/1"]
        return (0..<Int.random(in: 0..<6, using: &random)).map { _ in oneOf(pieces) }.joined()
    }

    private mutating func number() -> Int64 {
        Int64(bitPattern: random.next()) >> Int64.random(in: 0..<64, using: &random)
    }

    private mutating func instant() -> Instant { Instant(microseconds: number()) }

    private mutating func money() -> Money {
        Money(amount: number(), currency: oneOf(["BRL", "ARS", "USD"]), scale: Int.random(in: 0...6, using: &random))
    }

    private mutating func oneOf<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &random)]
    }

    private mutating func maybe<Value>(_ make: (inout OrderMaker) -> Value) -> Value? {
        isComplete || Bool.random(using: &random) ? make(&self) : nil
    }

    private mutating func some<Value>(_ make: (inout OrderMaker) -> Value) -> [Value] {
        (0..<Int.random(in: (isComplete ? 1 : 0)...3, using: &random)).map { _ in make(&self) }
    }
}
