import Basics
import Commerce
import Records

/// Orders for pages, with everything that a page can show.
enum SampleOrders {
    static func money(_ amount: Int64) -> Money { Money(amount: amount, currency: "BRL", scale: 2) }

    static func moment(_ text: String) -> Instant { Instant(iso8601: text) ?? .distantPast }

    static var full: Order {
        var order = Order(
            externalID: "1391830751234-01", status: .shipped, platformStatus: "invoiced",
            placedAt: moment("2026-11-20T14:12:00Z"), changedAt: moment("2026-11-21T18:30:00Z"), total: money(35_870))
        order.sequence = "512834"
        order.totals = [
            OrderTotal(kind: .items, platformID: "Items", amount: money(36_980)),
            OrderTotal(kind: .discounts, platformID: "Discounts", amount: money(-3_000)),
            OrderTotal(kind: .shipping, platformID: "Shipping", amount: money(1_890)),
        ]
        var shoe = OrderItem(
            lineID: "a", skuID: "2003", name: "Tênis de corrida Maratona, azul-marinho, 41", quantity: 1,
            price: money(29_990), sellingPrice: money(26_990), total: money(26_990))
        shoe.reference = "TEN-MAR-41"
        var socks = OrderItem(
            lineID: "b", skuID: "7741", name: "Meia esportiva cano curto (3 pares)", quantity: 2, price: money(3_495),
            sellingPrice: money(3_495), total: money(6_990))
        socks.unitMultiplierMillionths = 1_440_000
        socks.measurementUnit = "m²"
        var bag = OrderItem(
            lineID: "c", skuID: "11", name: "Sacola de algodão", quantity: 1, price: money(0), sellingPrice: money(0),
            total: money(0))
        bag.isGift = true
        order.items = [shoe, socks, bag]
        order.person = person
        var card = OrderPayment(platformID: "2", method: .creditCard, amount: money(25_870), installments: 3)
        card.name = "Visa"
        let pix = OrderPayment(platformID: "125", method: .instantPayment, amount: money(10_000), installments: 1)
        order.payments = [card, pix]
        var parcel = OrderShipment(kind: .output, invoiceNumber: "000123456", invoiceValue: money(35_870))
        parcel.invoicedAt = moment("2026-11-20T20:40:00Z")
        parcel.carrier = "Correios SEDEX"
        parcel.trackingNumber = "BR123456789BR"
        parcel.trackingURL = "https://rastreamento.correios.com.br/app/index.php"
        order.shipments = [parcel]
        order.origin.salesChannel = "1"
        order.marketing.coupon = "NOVEMBRO10"
        return order
    }

    static var person: OrderPerson {
        var person = OrderPerson()
        person.firstName = "João"
        person.lastName = "Gonçalves de Araújo"
        person.documentKind = "cpf"
        person.document = "12345678909"
        person.email = "joao.goncalves@example.com"
        person.phone = "+5511987654321"
        var address = Address()
        address.receiver = "Conceição Gonçalves"
        address.street = "Rua das Laranjeiras"
        address.number = "1200"
        address.complement = "apto. 304"
        address.neighborhood = "Jardim São João"
        address.city = "São José do Rio Preto"
        address.state = "SP"
        address.postalCode = "15084-200"
        address.country = "BRA"
        person.addresses = [address]
        return person
    }

    static var changes: [Change] {
        func change(
            _ number: Int64, _ version: Int64, _ at: String, _ recorded: String, _ facts: [Change.Fact],
            _ cause: Change.Cause = .platform
        ) -> Change {
            Change(
                number: number, recordKind: "order", recordID: "ord_01jd0000000000000000000001", connectionID: nil,
                version: version, facts: facts, cause: cause, occurredAt: moment(at), recordedAt: moment(recorded))
        }
        return [
            change(
                18_204, 1, "2026-11-20T14:12:00Z", "2026-11-20T14:12:41Z",
                [
                    Change.Fact(field: "created", from: nil, to: "2026-11-20T14:12:00Z"),
                    Change.Fact(field: "status", from: nil, to: "payment_pending"),
                    Change.Fact(field: "total", from: nil, to: "358.70 BRL"),
                    Change.Fact(field: "items", from: nil, to: "3"),
                ]),
            change(
                18_230, 2, "2026-11-20T14:15:10Z", "2026-11-20T14:16:02Z",
                [Change.Fact(field: "status", from: "payment_pending", to: "handling")]),
            change(
                18_301, 3, "2026-11-20T20:40:00Z", "2026-11-20T20:41:30Z",
                [
                    Change.Fact(field: "status", from: "handling", to: "invoiced"),
                    Change.Fact(field: "invoicedAt", from: nil, to: "2026-11-20T20:40:00Z"),
                    Change.Fact(field: "shipments", from: nil, to: "1"),
                ]),
            change(
                19_044, 4, "2026-11-21T18:30:00Z", "2026-11-21T18:30:55Z",
                [
                    Change.Fact(field: "status", from: "invoiced", to: "shipped"),
                    Change.Fact(field: "shipments[0].trackingNumber", from: nil, to: "BR123456789BR"),
                    Change.Fact(field: "person", from: nil, to: nil),
                ]),
        ]
    }

    /// Text that would be markup if anybody let it: an attribute's end hidden in a combined character, too.
    static let hostile = "\"\u{301} onfocus=alert(1) autofocus x='<script>alert(1)</script>&amp;"

    static var hostileOrder: Order {
        var order = full
        order.sequence = hostile
        order.externalID = hostile
        order.platformStatus = hostile
        order.items[0].name = hostile
        order.person?.firstName = hostile
        order.person?.note = hostile
        order.person?.addresses[0].street = hostile
        order.payments[0].name = hostile
        order.shipments[0].invoiceNumber = hostile
        order.shipments[0].trackingNumber = hostile
        order.shipments[0].trackingURL = "javascript:alert(1)//\(hostile)"
        order.marketing.coupon = hostile
        return order
    }
}
