import Basics
import Commerce
import Testing

struct OrderFactsTests {
    @Test func `a new order tells what it is`() {
        let order = shippedOrder()

        #expect(
            order.facts(since: nil) == [
                OrderFact(field: "created", from: nil, to: "2018-07-04T14:09:08Z"),
                OrderFact(field: "status", from: nil, to: "shipped"),
                OrderFact(field: "platformStatus", from: nil, to: "invoiced"),
                OrderFact(field: "total", from: nil, to: "129.90 BRL"),
                OrderFact(field: "items", from: nil, to: "0"),
                OrderFact(field: "shipments", from: nil, to: "1"),
                OrderFact(field: "shipments[77].trackingNumber", from: nil, to: "BR1"),
                OrderFact(field: "payments", from: nil, to: "credit_card 100.00 BRL, gift_card 29.90 BRL"),
                OrderFact(field: "coupon", from: nil, to: "VOLTA10"),
            ])
    }

    @Test func `an order that is the same has no facts`() {
        var maker = OrderMaker(seed: 11)

        for _ in 0..<100 {
            let order = maker.order()
            #expect(order.facts(since: order) == [])
        }
    }

    @Test func `each change is told once with what was before`() {
        let old = shippedOrder()
        var new = old
        new.status = .delivered
        new.platformStatus = "delivered"
        new.total.amount = 13_000
        new.items = [item()]
        new.authorizedAt = Instant(seconds: 0)
        new.invoicedAt = Instant(seconds: 1)
        new.canceledAt = Instant(seconds: 2)
        new.deliveredAt = Instant(seconds: 3)
        new.shipments[0].trackingNumber = nil
        new.shipments.append(shipment(invoice: "78", tracking: "BR2"))
        new.shipments.append(shipment(invoice: "78", tracking: "BR1"))
        new.payments.removeLast()
        new.marketing.coupon = nil

        #expect(
            new.facts(since: old) == [
                OrderFact(field: "status", from: "shipped", to: "delivered"),
                OrderFact(field: "platformStatus", from: "invoiced", to: "delivered"),
                OrderFact(field: "total", from: "129.90 BRL", to: "130.00 BRL"),
                OrderFact(field: "items", from: "0", to: "1"),
                OrderFact(field: "authorizedAt", from: nil, to: "1970-01-01T00:00:00Z"),
                OrderFact(field: "invoicedAt", from: nil, to: "1970-01-01T00:00:01Z"),
                OrderFact(field: "canceledAt", from: nil, to: "1970-01-01T00:00:02Z"),
                OrderFact(field: "deliveredAt", from: nil, to: "1970-01-01T00:00:03Z"),
                OrderFact(field: "shipments", from: "1", to: "3"),
                OrderFact(field: "shipments[78].trackingNumber", from: nil, to: "BR1, BR2"),
                OrderFact(
                    field: "payments", from: "credit_card 100.00 BRL, gift_card 29.90 BRL",
                    to: "gift_card 29.90 BRL"),
                OrderFact(field: "shipments[77].trackingNumber", from: "BR1", to: nil),
                OrderFact(field: "coupon", from: "VOLTA10", to: nil),
            ])
    }

    @Test func `another order of the same shipments and payments is no change`() {
        var old = shippedOrder()
        old.shipments.append(shipment(invoice: "78", tracking: "BR2"))
        var new = old
        new.shipments.reverse()
        new.payments.reverse()

        #expect(new.facts(since: old) == [])
    }

    @Test func `a change of the person is told without the person`() {
        var old = shippedOrder()
        old.person = OrderPerson()
        var new = old
        new.person?.firstName = "Ana"
        var erased = old
        erased.person = nil

        let fact = OrderFact(field: "person", from: nil, to: nil)
        #expect(new.facts(since: old) == [fact])
        #expect(erased.facts(since: old) == [fact])
    }

    @Test func `no fact holds anything of the person`() {
        let order = OrderMaker.complete(seed: 3)
        var other = order
        var person = OrderPerson()
        person.firstName = "Conceição"
        person.document = "12345678909"
        other.person = person

        #expect(other.facts(since: nil) == order.facts(since: nil))
        #expect(other.facts(since: order) == [OrderFact(field: "person", from: nil, to: nil)])
    }

    private func shippedOrder() -> Order {
        var order = Order(
            externalID: "1-01", status: .shipped, platformStatus: "invoiced",
            placedAt: Instant(seconds: 1_530_713_348), changedAt: Instant(seconds: 1_530_713_400),
            total: brl(12_990))
        order.shipments = [shipment(invoice: "77", tracking: "BR1")]
        order.payments = [
            OrderPayment(platformID: "16", method: .giftCard, amount: brl(2_990), installments: 1),
            OrderPayment(platformID: "2", method: .creditCard, amount: brl(10_000), installments: 3),
        ]
        order.marketing.coupon = "VOLTA10"
        return order
    }

    private func item() -> OrderItem {
        OrderItem(
            lineID: "a", skuID: "1", name: "Camiseta", quantity: 1, price: brl(1), sellingPrice: brl(1), total: brl(1))
    }

    private func shipment(invoice: String, tracking: String) -> OrderShipment {
        var shipment = OrderShipment(kind: .output, invoiceNumber: invoice, invoiceValue: brl(12_990))
        shipment.trackingNumber = tracking
        return shipment
    }

    private func brl(_ amount: Int64) -> Money { Money(amount: amount, currency: "BRL", scale: 2) }
}
