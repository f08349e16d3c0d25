import Basics
import Commerce
import Testing

struct RecordReadingTests {
    private let instant = Instant(microseconds: 1_780_000_000_123_456)
    private let money = Money(amount: 45_500, currency: "BRL", scale: 2)

    private func customer() -> Customer {
        var customer = Customer(externalID: "c1")
        customer.profileID = "p1"
        customer.createdAt = instant
        customer.changedAt = instant
        customer.isCorporate = true
        customer.isApproved = false
        customer.customerClass = "ouro"
        customer.locale = "pt-BR"
        customer.salesChannel = "1"
        customer.priceTables = ["a", "b"]
        customer.acceptsNewsletter = true
        customer.person.firstName = "Ana"
        customer.person.lastName = "Souza \"Lima\""
        customer.person.documentKind = "cpf"
        customer.person.document = "52998224725"
        customer.person.email = "ana+loja@example.com"
        customer.person.phone = "+551130000000"
        customer.person.homePhone = "+551130000001"
        customer.person.mobilePhone = "+551130000002"
        customer.person.businessPhone = "+551130000003"
        customer.person.birthDate = "1992-11-17"
        customer.person.gender = "female"
        var company = OrderPerson.Company()
        company.legalName = "Souza Ltda"
        customer.person.company = company
        return customer
    }

    private func read<Record: ReadableRecord>(_ record: Record) throws -> Record {
        let document = RecordDocument(record)
        return try Record(core: document.core, person: document.person)
    }

    @Test func `a customer comes back as it was written`() throws {
        #expect(try read(customer()) == customer())
        #expect(try read(Customer(externalID: "c2")) == Customer(externalID: "c2"))
    }

    @Test func `who somebody is stands in the person's piece and nowhere else`() throws {
        let document = RecordDocument(customer())
        let core = String(decoding: document.core, as: UTF8.self)
        let facts = document.facts.map(\.value).joined(separator: " ")

        for secret in ["Ana", "Souza", "52998224725", "example.com", "5511", "1992", "female"] {
            #expect(!core.contains(secret))
            #expect(!facts.contains(secret))
            #expect(!document.words.plain.contains { $0.contains(secret) })
        }
        #expect(document.title == nil)
        var still = try Customer(core: document.core, person: nil)
        #expect(still.person == CustomerPerson())
        still.person = customer().person
        #expect(still == customer())
    }

    @Test func `a subscriber comes back as it was written`() throws {
        var subscriber = Subscriber(externalID: "c1", isSubscribed: true, source: .profile)
        subscriber.customerID = "c1"
        subscriber.changedAt = instant
        subscriber.since = instant
        subscriber.email = "a@ct.vtex.com.br"
        subscriber.emailIsMasked = true
        subscriber.firstName = "Ana"
        subscriber.lastName = "Souza"

        #expect(try read(subscriber) == subscriber)
        let bare = Subscriber(externalID: "x", isSubscribed: false, source: .order)
        #expect(try read(bare) == bare)
        #expect(RecordDocument(bare).person == nil)
    }

    @Test func `a cart comes back as it was written`() throws {
        var cart = AbandonedCart(externalID: "c1")
        cart.customerID = "c1"
        cart.profileID = "p1"
        cart.changedAt = instant
        cart.leftAt = instant
        cart.sessionID = "s"
        var line = AbandonedCart.Line(skuID: "10", quantity: 2)
        line.sellerID = "1"
        line.salesChannel = "1"
        cart.lines = [line, AbandonedCart.Line(skuID: "11", quantity: 1)]
        cart.value = money
        cart.step = .payment
        cart.platformStep = "FormaPagamento"
        cart.restoreQuery = "sku=10&qty=2"

        #expect(try read(cart) == cart)
        #expect(try read(AbandonedCart(externalID: "c")) == AbandonedCart(externalID: "c"))
    }

    @Test func `a price comes back as it was written`() throws {
        var price = Price(externalID: "10")
        price.base = money
        price.list = money
        price.cost = money
        var fixed = Price.Fixed(table: "atacado", value: money, minQuantity: 10)
        fixed.listPrice = money
        fixed.from = instant
        fixed.until = instant
        price.fixed = [fixed, Price.Fixed(table: "2", value: money, minQuantity: 1)]

        #expect(try read(price) == price)
        #expect(try read(Price(externalID: "11")) == Price(externalID: "11"))
    }

    @Test func `a piece of another schema is refused`() {
        let document = RecordDocument(customer())

        #expect(throws: JSONError.self) { _ = try Price(core: document.core, person: nil) }
        #expect(throws: JSONError.self) { _ = try Customer(core: document.core, person: document.core) }
    }
}
