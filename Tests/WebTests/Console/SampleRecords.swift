import Basics
import Commerce
import Records
import Web

/// Records besides orders, in the states that their pages can be in.
enum SampleRecords {
    private static let now = SamplePages.now
    private static let counts: [RecordKind: Int] = [
        .customer: 18_402, .address: 21_977, .subscriber: 9_114, .cart: 312, .category: 48, .product: 1_204,
        .sku: 4_816, .price: 4_816, .stock: 4_816, .promotion: 12, .coupon: 3,
    ]

    static func pages(_ reader: Reader) -> [SamplePages.Sample] {
        let narrow = RecordsPage.Query(.customer, text: "joao", isWithDeleted: true)
        let people = listings([customer, withoutName])
        let lists: [(String, RecordsPage)] = [
            ("records", RecordsPage(records: people, query: RecordsPage.Query(.customer), next: "1.x", counts: counts)),
            ("records-found", RecordsPage(records: [gone], query: narrow, counts: counts)),
            (
                "records-carts",
                RecordsPage(records: [bought] + listings([cart]), query: RecordsPage.Query(.cart), counts: counts)
            ),
            ("records-none", RecordsPage(records: [], query: narrow, counts: counts)),
            ("records-empty", RecordsPage(records: [], query: RecordsPage.Query(.coupon), counts: [:])),
        ]
        let single: [(String, RecordPage)] = [
            ("record", page(listings([customer])[0], orders: orders, changes: changes)),
            ("record-same-person", page(listings([customer])[0], same: [elsewhere], apart: [withoutPerson])),
            ("record-cart", page(listings([cart])[0], skus: ["2003": stored(sku)])),
            ("record-cart-closed", page(bought, changes: closing)),
            ("record-price", page(listings([price])[0])),
            ("record-gone", page(gone)),
        ]
        return lists.map { .init(name: $0.0, page: $0.1, frame: SamplePages.frame(reader, .records)) }
            + single.map { .init(name: $0.0, page: $0.1, frame: SamplePages.frame(reader, .records)) }
            + [
                .init(
                    name: "record-reader", page: page(withoutPerson),
                    frame: SamplePages.frame(reader, .records, abilities: [.seeActivity]))
            ]
    }

    private static var customer: RecordDocument {
        var customer = Customer(externalID: "0f6a2c51-7c2a-11ee-83ab-0a5e1b1f6b6d")
        customer.changedAt = SampleOrders.moment("2026-11-21T12:30:00Z")
        customer.isApproved = true
        customer.customerClass = "atacado"
        customer.acceptsNewsletter = true
        customer.person.firstName = "João"
        customer.person.lastName = "Gonçalves de Araújo"
        customer.person.documentKind = "cpf"
        customer.person.document = "12345678909"
        customer.person.email = "joao.goncalves@example.com"
        customer.person.mobilePhone = "+5511987654321"
        customer.person.birthDate = "1992-11-17"
        return RecordDocument(customer)
    }

    /// With markup where a name should be, and nothing else of a person.
    private static var withoutName: RecordDocument {
        var customer = Customer(externalID: "<script>alert(1)</script>")
        customer.isCorporate = true
        return RecordDocument(customer)
    }

    private static var cart: RecordDocument {
        var cart = AbandonedCart(externalID: "7d0e5b7c-1f2c-4d6b-9a53-3e9a4e0f1c11")
        cart.leftAt = SampleOrders.moment("2026-11-22T13:58:00Z")
        cart.value = SampleOrders.money(45_970)
        cart.step = .payment
        cart.lines = [AbandonedCart.Line(skuID: "2003", quantity: 1), AbandonedCart.Line(skuID: "7741", quantity: 2)]
        return RecordDocument(cart)
    }

    private static var sku: RecordDocument {
        RecordDocument(
            SKU(externalID: "2003", productID: "501", name: "Azul, M", fullName: "Camiseta listrada azul, M"))
    }

    private static var price: RecordDocument {
        var price = Price(externalID: "2003")
        price.base = SampleOrders.money(29_990)
        price.list = SampleOrders.money(34_990)
        var dated = Price.Fixed(table: "1", value: SampleOrders.money(26_990), minQuantity: 1)
        dated.from = SampleOrders.moment("2026-11-20T03:00:00Z")
        dated.until = SampleOrders.moment("2026-11-30T02:59:59Z")
        price.fixed = [dated, Price.Fixed(table: "atacado", value: SampleOrders.money(21_990), minQuantity: 10)]
        return RecordDocument(price)
    }

    private static func stored(
        _ document: RecordDocument, deletedAt: Instant? = nil, closing: CartClosing? = nil,
        membership: PersonMembership? = nil
    ) -> StoredRecord {
        StoredRecord(
            document, id: RecordID(at: now), of: SampleStores.calm.connection.id, version: 3,
            fetchedAt: now - .seconds(90), deletedAt: deletedAt, closing: closing, membership: membership)
    }

    private static var bought: RecordListing {
        let closing = CartClosing(order: OrderID(at: now), number: "1387640500213-01", closedAt: now - .seconds(600))
        return listing(stored(cart, closing: closing))
    }

    private static func listing(_ record: StoredRecord) -> RecordListing {
        RecordListing(
            record: record, connectionName: SampleStores.calm.connection.name, timeZone: "America/Sao_Paulo")
    }

    private static func listings(_ documents: [RecordDocument]) -> [RecordListing] {
        documents.map { listing(stored($0)) }
    }

    /// The same person in another store.
    private static var elsewhere: RecordListing {
        listing(
            stored(customer, membership: PersonMembership(person: RecordID(at: now), joinedBy: [.document, .phone])))
    }

    private static var gone: RecordListing { listing(stored(customer, deletedAt: now - .seconds(3600))) }

    private static var withoutPerson: RecordListing { listing(stored(withoutName)) }

    private static func page(
        _ listing: RecordListing, orders: [OrderSummary] = [], skus: [String: StoredRecord] = [:],
        same: [RecordListing] = [], apart: [RecordListing] = [], changes: [Change] = []
    ) -> RecordPage {
        RecordPage(
            listing: listing, orders: orders, skus: skus, same: same, apart: apart, changes: changes,
            canonical: "{\n  \"externalId\": \"2003\"\n}")
    }

    private static var orders: [OrderSummary] {
        [(OrderStatus.readyForHandling, 45_970, "213"), (.delivered, 12_990, "107")].map { status, cents, number in
            OrderSummary(
                id: OrderID(at: now), connectionID: SampleStores.calm.connection.id,
                externalID: "1387640500\(number)-01", status: status, placedAt: now - .seconds(86_400),
                total: SampleOrders.money(Int64(cents)))
        }
    }

    private static var closing: [Change] {
        [
            Change(
                number: 990, recordKind: "cart", recordID: "rec_01jd0000000000000000000002", connectionID: nil,
                version: 2, facts: [Change.Fact(field: "closedBy", from: nil, to: "1387640500213-01")],
                cause: .platform, occurredAt: now - .seconds(600), recordedAt: now - .seconds(590))
        ]
    }

    private static var changes: [Change] {
        func change(_ number: Int64, _ version: Int64, _ at: String, _ facts: [Change.Fact]) -> Change {
            Change(
                number: number, recordKind: "customer", recordID: "rec_01jd0000000000000000000001", connectionID: nil,
                version: version, facts: facts, cause: .platform, occurredAt: SampleOrders.moment(at),
                recordedAt: SampleOrders.moment(at))
        }
        return [
            change(
                900, 1, "2026-11-20T14:12:00Z",
                [
                    Change.Fact(field: "created", from: nil, to: "2026-11-20T14:12:00Z"),
                    Change.Fact(field: "isCorporate", from: nil, to: "false"),
                ]),
            change(
                941, 2, "2026-11-21T12:30:00Z",
                [
                    Change.Fact(field: "acceptsNewsletter", from: "false", to: "true"),
                    Change.Fact(field: "person", from: nil, to: nil),
                ]),
            change(
                950, 3, "2026-11-22T09:00:00Z",
                [
                    Change.Fact(
                        field: "personId", from: "rec_01jd0000000000000000000001", to: "rec_01jd0000000000000000000000"),
                    Change.Fact(field: "joinedBy", from: nil, to: "document phone"),
                ]),
            change(977, 4, "2026-11-22T12:30:00Z", [Change.Fact(field: "deleted", from: nil, to: "true")]),
        ]
    }
}
