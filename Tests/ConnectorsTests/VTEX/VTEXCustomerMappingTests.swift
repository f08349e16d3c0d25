import Basics
import Commerce
import ConnectorKit
import TestSupport
import Testing

/// Documents are made by us, in the shape and with the quirks of facts that docs/platforms/vtex.md names.
@Suite struct VTEXCustomerMappingTests {
    private func records(_ document: String, entity: String = "CL") async throws -> [FetchedRecord] {
        let desk = try VTEXStoreDesk()
        desk.transport.answer("/api/dataentities/\(entity)/documents/", body: document)
        return try await desk.source(entity == "CL" ? .customers : .addresses).fetch(.customer, "some")
    }

    private let full = #"""
        {"id":"CL-0a1b","accountId":"x","accountName":"minhaloja","dataEntityId":"CL","email":"ana+loja@example.com",
        "firstName":" Ana ","lastName":"Souza","document":52998224725,"documentType":"cpf","phone":"+551130000000",
        "homePhone":"","cellPhone":null,"birthDate":"1992-11-17T00:00:00","gender":"female","isCorporate":"False",
        "isNewsletterOptIn":true,"approved":null,"tradePolicy":1,"priceTables":"ouro, prata","userId":"p-1",
        "createdIn":"2026-01-02T03:04:05.1234567Z","updatedIn":"2026-03-04T05:06:07.8901234+00:00","customField":[1],
        "rclastcart":"add?sku=10&qty=2&seller=1&sc=1&sku=11&qty=1&seller=loja_b&sc=1","rclastcartvalue":"455.00",
        "rclastsession":"s1","rclastsessiondate":"2026-03-04T05:00:00",
        "carttag":{"DisplayValue":"10","Scores":{}},"checkouttag":{"DisplayValue":"FormaPagamento","Scores":{}}}
        """#

    @Test func `one document is a customer, a consent and a cart`() async throws {
        let records = try await records(full)

        let customer = try records.first(.customer)
        let read = try Customer(core: customer.document.core, person: customer.document.person)
        #expect(records.map(\.document.kind) == [.customer, .subscriber, .cart])
        #expect(records.allSatisfy { $0.document.externalID == "0a1b" })
        #expect(records.allSatisfy { $0.payload == Array(full.utf8) })
        #expect(read.profileID == "p-1")
        #expect(read.createdAt == Instant(iso8601: "2026-01-02T03:04:05.123456Z"))
        #expect(read.changedAt == Instant(iso8601: "2026-03-04T05:06:07.890123Z"))
        #expect(!read.isCorporate)
        #expect(read.isApproved == nil)
        #expect(read.salesChannel == "1")
        #expect(read.priceTables == ["ouro", "prata"])
        #expect(read.acceptsNewsletter == true)
        #expect(read.person.firstName == "Ana")
        #expect(read.person.document == "52998224725")
        #expect(read.person.email == "ana+loja@example.com")
        #expect(!read.person.emailIsMasked)
        #expect(read.person.homePhone == nil)
        #expect(read.person.birthDate == "1992-11-17")
        #expect(read.person.company == nil)
    }

    @Test func `the cart tells lines, value, step and the address that fills one like it`() async throws {
        let record = try await records(full).first(.cart)

        let cart = try AbandonedCart(core: record.document.core, person: nil)
        #expect(cart.customerID == "0a1b")
        #expect(cart.profileID == "p-1")
        #expect(cart.value == Money(amount: 45_500, currency: "BRL", scale: 2))
        #expect(cart.leftAt == Instant(iso8601: "2026-03-04T05:00:00Z"))
        #expect(cart.step == .payment)
        #expect(cart.restoreQuery == "sku=10&qty=2&seller=1&sc=1&sku=11&qty=1&seller=loja_b&sc=1")
        #expect(cart.lines.map(\.skuID) == ["10", "11"])
        #expect(cart.lines.map(\.quantity) == [2, 1])
        #expect(cart.lines.map(\.sellerID) == ["1", "loja_b"])
        #expect(record.document.person == nil)
    }

    @Test func `a consent says since when at the latest and by what it is known`() async throws {
        let record = try await records(full).first(.subscriber)

        let subscriber = try Subscriber(core: record.document.core, person: record.document.person)
        #expect(subscriber.isSubscribed)
        #expect(subscriber.source == .profile)
        #expect(subscriber.since == Instant(iso8601: "2026-03-04T05:06:07.890123Z"))
        #expect(subscriber.email == "ana+loja@example.com")
        #expect(record.document.parent == RecordLink(.customer, "0a1b"))
    }

    @Test func `nulls everywhere leave a customer, who was never asked and left no cart`() async throws {
        let records = try await records(
            #"{"id":"c","email":null,"isNewsletterOptIn":null,"rclastcart":"","userId":null,"updatedIn":null,"#
                + #""createdIn":"2026-01-02T03:04:05Z","priceTables":null,"birthDate":"0001-01-01T00:00:00"}"#)

        #expect(records.map(\.document.kind) == [.customer])
        #expect(records[0].document.person == nil)
        #expect(records[0].document.changedAt == Instant(iso8601: "2026-01-02T03:04:05Z"))
    }

    @Test(arguments: [
        #"[{\"sku\":1}]"#, "add?sku=1&qty=zero", "add?qty=2", "add?sku=<script>&qty=1", "add?sku=1&qty=1&x=%22",
        "whatever",
    ])
    func `a cart that cannot be read is one without lines and without a link`(content: String) async throws {
        let record = try await records(#"{"id":"c","rclastcart":"\#(content)","rclastcartvalue":"R$ 5,00"}"#).first(
            .cart)

        let cart = try AbandonedCart(core: record.document.core, person: nil)
        #expect(cart.lines == [])
        #expect(cart.restoreQuery == nil)
        #expect(cart.value == nil)
    }

    @Test func `an alias is told from an address`() async throws {
        let record = try await records(#"{"id":"c","email":"0123456789abcdef0123456789abcdef@ct.vtex.com.br"}"#)
            .first(.customer)

        #expect(record.person.contains(#""emailIsMasked":true"#))
    }

    @Test func `what changes with every visit leaves customer and consent as they are`() async throws {
        let before = try await records(full)
        let after = try await records(
            full.replacing("05:06:07.8901234", with: "09:09:09.0").replacing("sku=10&qty=2", with: "sku=10&qty=3"))

        #expect(try hash(before, .customer) == hash(after, .customer))
        #expect(try hash(before, .subscriber) == hash(after, .subscriber))
        #expect(try hash(before, .cart) != hash(after, .cart))
    }

    @Test func `an opt-out is another consent and another customer`() async throws {
        let before = try await records(full)
        let after = try await records(full.replacing("OptIn\":true", with: "OptIn\":false"))

        #expect(try hash(before, .customer) != hash(after, .customer))
        #expect(try hash(before, .subscriber) != hash(after, .subscriber))
        #expect(try hash(before, .cart) == hash(after, .cart))
    }

    @Test(arguments: ["{}", "null", ""])
    func `an unknown document is none, in whatever way it is said`(body: String) async throws {
        #expect(try await records(body).isEmpty)
    }

    @Test func `an address belongs to the customer's document`() async throws {
        let record = try #require(
            try await records(
                #"{"id":"AD-9","userId":"CL-0a1b","addressName":"casa","addressType":"residential","receiverName":"Ana","#
                    + #""street":"Rua A","number":12,"postalCode":"01310-100","city":"São Paulo","state":"SP","#
                    + #""country":"BRA","geoCoordinate":"[-46.65,-23.56]","updatedIn":"2026-01-01T00:00:00Z"}"#,
                entity: "AD"
            ).first)

        #expect(record.document.externalID == "9")
        #expect(record.document.parent == RecordLink(.customer, "0a1b"))
        #expect(record.person.contains(#""number":"12""#))
        #expect(record.person.contains(#""longitudeE7":-466500000"#))
        #expect(record.person.contains(#""latitudeE7":-235600000"#))
        #expect(!record.core.contains("Rua A"))
    }
}
