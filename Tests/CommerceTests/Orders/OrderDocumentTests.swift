import Basics
import Commerce
import Testing

struct OrderDocumentTests {
    @Test(arguments: [1, 2, 20_261_122] as [UInt64])
    func `any order comes back as it was`(seed: UInt64) throws {
        var maker = OrderMaker(seed: seed)

        for round in 0..<300 {
            let order = maker.order()
            let core = OrderDocument.core(of: order)
            let person = OrderDocument.person(of: order)

            let comment: Comment = "seed \(seed), round \(round)"
            #expect((person == nil) == (order.person == nil), comment)
            #expect(try OrderDocument.order(core: core, person: person) == order, comment)
        }
    }

    @Test func `an order with every field comes back as it was`() throws {
        let order = OrderMaker.complete(seed: 4)

        let core = OrderDocument.core(of: order)
        let person = OrderDocument.person(of: order)

        #expect(emptyFields(of: order, at: "order") == [])
        #expect(try OrderDocument.order(core: core, person: person) == order)
    }

    @Test func `the record alone has nothing of the person`() throws {
        var order = OrderMaker.complete(seed: 5)
        var person = OrderPerson()
        person.firstName = "Conceição"
        person.document = "12345678909"
        person.email = "conceicao@example.com"
        order.person = person

        let core = OrderDocument.core(of: order)
        var erased = order
        erased.person = nil

        #expect(core == OrderDocument.core(of: erased))
        #expect(try OrderDocument.order(core: core, person: nil) == erased)
        #expect(OrderDocument.person(of: erased) == nil)
    }

    @Test func `the pieces have these names`() throws {
        var order = Order(
            externalID: "1-01", status: .readyForHandling, platformStatus: "ready-for-handling",
            placedAt: Instant(seconds: 1_530_713_348), changedAt: Instant(microseconds: 1_530_713_349_500_000),
            total: Money(amount: 12_990, currency: "BRL", scale: 2))
        var person = OrderPerson()
        person.firstName = "Ana"
        order.person = person

        let core = OrderDocument.core(of: order)
        let personal = try #require(OrderDocument.person(of: order))
        let expectedCore =
            #"{"schema":"order/1","externalId":"1-01","status":"ready_for_handling","#
            + #""platformStatus":"ready-for-handling","placedAt":"2018-07-04T14:09:08Z","#
            + #""changedAt":"2018-07-04T14:09:09.500000Z","total":{"amount":12990,"currency":"BRL","scale":2},"#
            + #""origin":{"kind":"store"},"marketing":{},"customer":{"isCorporate":false}"#
        let expectedPerson = #"{"schema":"order-person/1","firstName":"Ana","emailIsMasked":false}"#

        #expect(text(core) == expectedCore + "}")
        #expect(text(personal) == expectedPerson)
        #expect(
            text(OrderDocument.splice(core: core, person: personal)) == expectedCore + ",\"person\":\(expectedPerson)}")
        #expect(OrderDocument.splice(core: core, person: nil) == core)
        #expect(
            text(OrderDocument.splice(head: Array(#"{"id":"ord_1"}"#.utf8), core: core, person: nil))
                == #"{"id":"ord_1","# + expectedCore.dropFirst() + "}")
    }

    @Test func `a spliced body reads as one text`() throws {
        let order = OrderMaker.complete(seed: 6)

        let body = OrderDocument.splice(
            core: OrderDocument.core(of: order), person: OrderDocument.person(of: order))
        let root = try JSONDocument(parsing: body).root

        #expect(try root.string("schema") == "order/1")
        #expect(try root["person"]?.string("schema") == "order-person/1")
        #expect(try OrderDocument.order(core: body, person: OrderDocument.person(of: order)) == order)
    }

    @Test(arguments: [
        ("{}", JSONError(.missing, path: "schema")),
        (
            #"{"schema":"order/2"}"#,
            JSONError(.mismatched(expected: "order/1", found: "order/2"), path: "schema")
        ),
        (#"{"schema":"order/1"}"#, JSONError(.missing, path: "externalId")),
        (
            #"{"schema":"order/1","externalId":"1","status":"lost"}"#,
            JSONError(.mismatched(expected: "OrderStatus", found: "string"), path: "status")
        ),
        ("[]", JSONError(.mismatched(expected: "object", found: "array"), path: "")),
        ("{", JSONError(.malformed, path: "")),
    ])
    func `a record that is none is refused with the place`(core: String, expected: JSONError) {
        #expect(throws: expected) { try OrderDocument.order(core: Array(core.utf8), person: nil) }
    }

    @Test func `a wrong person is refused with the place`() {
        let core = OrderDocument.core(of: OrderMaker.complete(seed: 7))

        #expect(throws: JSONError(.malformed, path: "person")) {
            try OrderDocument.order(core: core, person: [])
        }
        #expect(throws: JSONError(.mismatched(expected: "string", found: "number"), path: "person.addresses[0].city")) {
            let person = #"{"schema":"order-person/1","emailIsMasked":false,"addresses":[{"kind":"other","city":1}]}"#
            return try OrderDocument.order(core: core, person: Array(person.utf8))
        }
        #expect(
            throws: JSONError(.mismatched(expected: "order-person/1", found: "order/1"), path: "person.schema")
        ) { try OrderDocument.order(core: core, person: core) }
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Paths of optionals that are nil and lists that are empty: a complete order has none, a new field included.
    private func emptyFields(of value: Any, at path: String) -> [String] {
        let mirror = Mirror(reflecting: value)
        let isList = mirror.displayStyle == .optional || mirror.displayStyle == .collection
        if isList, mirror.children.isEmpty { return [path] }
        return mirror.children.flatMap { emptyFields(of: $0.value, at: "\(path).\($0.label ?? "")") }
    }
}

extension OrderMaker {
    static func complete(seed: UInt64) -> Order {
        var maker = OrderMaker(seed: seed, isComplete: true)
        return maker.order()
    }
}
