import Basics
import Commerce
import ConnectorKit
import Connectors
import TestSupport
import Testing

@Suite struct VTEXOrderMappingTests {
    private func source(_ transport: ScriptedTransport = ScriptedTransport()) throws -> any OrderSource {
        let connector = try ConnectorCatalog.connector(named: "vtex")
        let credential = StoreCredential(
            account: "minhaloja", baseURL: "https://minhaloja.vtexcommercestable.com.br", key: "k", token: Secret("t"))
        return try #require(connector.store(credential, transport: transport, clock: SystemClock()).orders)
    }

    private func map(_ json: String) throws -> Order { try source().map(payload: Array(json.utf8)) }

    private func fetch(_ json: String) async throws -> FetchedOrder {
        let transport = ScriptedTransport()
        transport.answer("/api/oms/pvt/orders/", body: json)
        return try #require(try await source(transport).fetch(VTEXFixtures.orderID))
    }

    private func cents(_ amount: Int64) -> Money { Money(amount: amount, currency: "BRL", scale: 2) }

    private func instant(_ text: String) throws -> Instant { try #require(Instant(iso8601: text)) }

    @Test func `a complete order's head, dates and totals are mapped`() throws {
        let order = try map(VTEXFixtures.complete)

        #expect(order.externalID == "1420010203040-01")
        #expect(order.sequence == "501456")
        #expect(order.group == "1420010203040")
        #expect(order.status == .invoiced)
        #expect(order.platformStatus == "invoiced")
        #expect(order.placedAt == (try instant("2026-03-04T20:09:43.899458Z")))
        #expect(order.changedAt == (try instant("2026-03-06T10:46:11.701074Z")))
        #expect(order.authorizedAt == (try instant("2026-03-04T20:30:00Z")))
        #expect(order.invoicedAt == (try instant("2026-03-05T12:00:00.5Z")))
        #expect(order.total == cents(31_780))
        #expect(order.totals.map(\.kind) == [.items, .discounts, .shipping, .tax])
        #expect(order.totals.map(\.amount.amount) == [30_990, -1000, 1790, 0])
        #expect(order.totals.reduce(0) { $0 + $1.amount.amount } == order.total.amount)
    }

    @Test func `lines keep their prices, promotions, gifts and categories`() throws {
        let order = try map(VTEXFixtures.complete)

        #expect(order.items.map(\.lineID) == ["AAA1", "AAA2"])
        #expect(order.items.map(\.skuID) == ["18", "21"])
        #expect(order.items.map(\.productID) == ["6", "7"])
        #expect(order.items.map(\.total) == [cents(24_980), cents(5010)])
        #expect(order.items.map(\.isGift) == [false, true])
        let first = try #require(order.items.first)
        #expect(first.price == cents(12_990))
        #expect(first.listPrice == cents(15_990))
        #expect(first.sellingPrice == cents(12_490))
        #expect(first.categoryIDs == ["1", "22"])
        #expect(first.brand == "Marca")
        #expect(
            first.priceAdjustments
                == [PriceAdjustment(name: "discount@price-9f1c#1", promotionID: "9f1c", amount: cents(-1000))])
    }

    @Test func `payments keep method, name and whether they count`() throws {
        let payments = try map(VTEXFixtures.complete).payments

        #expect(payments.map(\.method) == [.creditCard, .instantPayment])
        #expect(payments.map(\.name) == ["Visa", "Pix"])
        #expect(payments.map(\.installments) == [3, 1])
        #expect(payments.map(\.isActive) == [true, false])
        #expect(payments.map(\.transactionID) == ["E4CF", "F000"])
    }

    @Test func `deliveries and parcels are mapped`() throws {
        let order = try map(VTEXFixtures.complete)

        #expect(order.deliveries.map(\.channel) == [.delivery, .pickup])
        #expect(order.deliveries.map(\.price) == [cents(1790), cents(0)])
        #expect(order.deliveries.map(\.warehouseIDs) == [["w1"], ["w2"]])
        #expect(order.deliveries.map(\.carrier) == ["Correios", "Loja"])
        #expect(order.deliveries[1].pickupPointID == "1_loja")
        #expect(order.shipments.map(\.invoiceNumber) == ["24382", "24383"])
        #expect(order.shipments.map(\.isDelivered) == [true, false])
        #expect(order.shipments[0].lines == [OrderShipment.Line(lineIndex: 0, quantity: 2, price: cents(12_490))])
    }

    @Test func `an order is delivered when every parcel has arrived`() throws {
        let order = try map(VTEXFixtures.delivered)

        #expect(order.status == .delivered)
        #expect(order.platformStatus == "invoiced")
        #expect(order.deliveredAt == (try instant("2026-03-07T09:00:00Z")))
        #expect(order.statusHistory.map(\.status) == [.placed, .paid, .invoiced, .delivered])
        #expect(order.statusHistory.allSatisfy { $0.evidence == .platform })
    }

    @Test func `everything about the person is in one place`() throws {
        let order = try map(VTEXFixtures.complete)
        let person = try #require(order.person)

        #expect(person.firstName == "Joana")
        #expect(person.document == "11144477735")
        #expect(person.emailIsMasked)
        #expect(person.note == "Deixar na portaria")
        #expect(person.giftMessage == "Feliz dia")
        #expect(person.addresses.map(\.kind) == [.residential, .pickup])
        #expect(person.addresses[0].latitudeE7 == -235_507_112)
        #expect(person.addresses[0].longitudeE7 == -466_333_824)
        #expect(order.customer.profileID == "a1b2")
        #expect(order.customer.acceptsNewsletter == true)
        var rest = order
        rest.person = nil
        #expect(!String(reflecting: rest).contains("Joana"))
    }

    @Test func `coupon, campaign and promotions are mapped, blanks are nothing`() throws {
        let marketing = try map(VTEXFixtures.complete).marketing

        #expect(marketing.coupon == "DEZ")
        #expect(marketing.utmSource == "news")
        #expect(marketing.utmMedium == nil)
        #expect(marketing.tags == ["volta"])
        #expect(marketing.promotions == [OrderMarketing.Promotion(id: "9f1c", name: "Dez reais")])
    }

    @Test func `a marketplace order by the square metre, canceled, with nothing where nulls are`() throws {
        let order = try map(VTEXFixtures.marketplace)

        #expect(order.origin.kind == .marketplace)
        #expect(order.origin.marketplaceOrderID == "998877")
        #expect(order.origin.affiliateID == "XYZ")
        #expect(order.origin.marketplaceName == "Grande Mercado")
        #expect(order.status == .canceled)
        #expect(order.cancellationReason == "Desistiu")
        #expect(order.canceledAt == (try instant("2026-01-03T09:14:41.369520Z")))
        #expect(order.items[0].unitMultiplierMillionths == 1_440_000)
        #expect(order.items[0].lineID == "0")
        // 3 boxes × 1.44 m² × 69.50
        #expect(order.items[0].total == cents(30_024))
        #expect(order.person?.emailIsMasked == true)
        #expect(order.person?.company?.document == "11222333000181")
        #expect(order.payments == [])
        #expect(order.deliveries == [])
        #expect(order.shipments == [])
    }

    @Test func `an incomplete order is kept with what there is`() throws {
        let order = try map(VTEXFixtures.incomplete)

        #expect(order.status == .incomplete)
        #expect(order.total == Money(amount: 0, currency: "XXX", scale: 2))
        #expect(order.items.map(\.quantity) == [0])
        #expect(order.person == nil)
        #expect(order.statusHistory.map(\.status) == [.incomplete])
    }

    @Test(arguments: [
        ("payment-pending", OrderStatus.paymentPending), ("payment-denied", .paymentDenied),
        ("payment-approved", .paid),
        ("window-to-cancel", .paid), ("ready-for-handling", .readyForHandling),
        ("waiting-for-fulfillment", .readyForHandling),
        ("start-handling", .handling), ("handling", .handling), ("invoice", .handling),
        ("cancel", .cancellationRequested),
        ("request-cancel", .cancellationRequested), ("cancellation-request-denied-ffm", .handling),
        ("canceled", .canceled),
        ("replaced", .replaced), ("order-created", .paid), ("waiting-for-sellers-confirmation", .paid),
        ("Handling", .handling), ("something-new", .other),
    ])
    func `statuses are put in our words and kept in theirs`(word: String, status: OrderStatus) throws {
        let order = try map(VTEXFixtures.complete.replacing(#""status":"invoiced""#, with: #""status":"\#(word)""#))

        #expect(order.status == status)
        #expect(order.platformStatus == word)
    }

    @Test func `a wait before the payment is no payment`() throws {
        let json = VTEXFixtures.complete
            .replacing(#""status":"invoiced""#, with: #""status":"waiting-ffmt-authorization""#)
            .replacing(#""authorizedDate":"2026-03-04T20:30:00.0000000+00:00""#, with: #""authorizedDate":null"#)

        #expect(try map(json).status == .placed)
    }

    @Test(arguments: [
        ("3a5f0a5b6c7d8e9f3a5f0a5b6c7d8e9f@ct.vtex.com.br", true), ("john@doe.com-207700027841b.ct.vtex.com.br", true),
        ("JOHN@DOE.COM-1B.CT.MINHA-LOJA.COM.BR", true), ("john@doe.com", false), ("john@ct.vtex.com", false),
        ("john@act.vtex.com.br", false), ("john@doe.com-b.ct.vtex.com.br", false), ("@ct.vtex.com.br", true),
        ("", false),
    ])
    func `aliases are told from addresses`(email: String, isMasked: Bool) throws {
        let json = #"{"orderId":"1","creationDate":"2026-05-01","clientProfileData":{"email":"\#(email)"}}"#

        #expect(try map(json).person?.emailIsMasked ?? false == isMasked)
    }

    @Test(arguments: [
        (#""price":12990"#, #""price":"12,90""#, "items[0].price"),
        (#""price":12990"#, #""price":null"#, "items[0].price"),
        (#""price":12990"#, #""price":1e30"#, "items[0].price"),
        (#""Faturado","value":31780"#, #""Faturado","value":{}"#, "value"),
        (#""lastChange":"2026-03-06T10:46:11.7010747+00:00""#, #""lastChange":"ontem""#, "lastChange"),
        (#""orderId":"1420010203040-01""#, #""orderId":null"#, "orderId"),
        (#""quantity":2,"seller""#, #""quantity":9223372036854775807,"seller""#, "items[0].quantity"),
        (#""geoCoordinates":[-46.6333824,-23.5507112]}"#, #""geoCoordinates":["x"]}"#, "shippingData"),
    ])
    func `a field of the wrong kind is named, with the order`(from: String, to: String, path: String) async throws {
        let broken = VTEXFixtures.complete.replacing(from, with: to)
        try #require(broken != VTEXFixtures.complete)
        let transport = ScriptedTransport()
        transport.answer("/api/oms/pvt/orders/", body: broken)

        let error = await #expect(throws: PlatformError.self) {
            _ = try await source(transport).fetch(VTEXFixtures.orderID)
        }

        #expect(error?.kind == .unreadable)
        #expect(error?.explanation.english.contains("Order 1420010203040-01") == true)
        #expect(error?.explanation.english.contains(path) == true, "\(error?.explanation.english ?? "")")
        #expect(error?.explanation.english.contains("12,90") == false)
    }

    @Test func `broken JSON is unreadable and not a crash`() async throws {
        for body in ["", "{", "[]", "null", #"{"orderId":"#, String(repeating: "[", count: 5000)] {
            let transport = ScriptedTransport()
            transport.answer("/api/oms/pvt/orders/", body: body)

            let error = await #expect(throws: PlatformError.self) { _ = try await source(transport).fetch("1") }

            #expect(error?.kind == .unreadable)
        }
    }

    @Test func `card and payment data are never kept, unknown fields always`() async throws {
        let fetched = try await fetch(VTEXFixtures.complete)
        let payload = String(decoding: fetched.payload, as: UTF8.self)

        #expect(!payload.contains("CARDSECRET"))
        #expect(!payload.contains("GIFTSECRET"))
        #expect(payload.contains(#""newField":{"x":12.10}"#))
        #expect(payload.contains(#""unknownTop":[1,2,{"deep":true}]"#))
        #expect(payload.contains(#""trackingUrl":"https://track/BR123""#))
    }

    @Test func `a kept payload maps to the same order again`() async throws {
        for json in [VTEXFixtures.complete, VTEXFixtures.delivered] {
            let fetched = try await fetch(json)

            #expect(try source().map(payload: fetched.payload) == fetched.order)
            #expect(fetched.contentHash.count == 32)
        }
    }

    @Test func `only what means something changes the hash`() async throws {
        let original = try await fetch(VTEXFixtures.complete)
        let reworded = try await fetch(
            VTEXFixtures.complete
                .replacing(#""statusDescription":"Faturado""#, with: #""statusDescription":"Invoiced""#)
                .replacing(#""lockTTL":"10d""#, with: #""lockTTL":"9d""#)
                .replacing("1.jpg?v=1", with: "1.jpg?v=2")
                .replacing(#""origin":"Marketplace","#, with: #""origin": "Marketplace" ,"#))
        let recharged = try await fetch(VTEXFixtures.complete.replacing("CARDSECRET", with: "OTHERSECRET"))
        let moved = try await fetch(VTEXFixtures.complete.replacing("BR123", with: "BR124"))
        let later = try await fetch(VTEXFixtures.complete.replacing("2026-03-06T10:46:11", with: "2026-03-06T10:46:12"))

        #expect(reworded.contentHash == original.contentHash)
        #expect(recharged.contentHash == original.contentHash)
        #expect(moved.contentHash != original.contentHash)
        #expect(later.contentHash != original.contentHash)
    }
}
