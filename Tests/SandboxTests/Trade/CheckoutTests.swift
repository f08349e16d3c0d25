import Basics
import NIOHTTP1
import Sandbox
import Testing

@Suite struct CheckoutTests {
    private let simulation = "/vtex/lojademo/api/checkout/pub/orderForms/simulation?sc=1"

    @Test func `an unknown SKU is left out with a message, and the answer is 200`() async throws {
        try await withTrade { client in
            let answer = try await client.sandbox.send(
                .POST, simulation,
                body: #"{"items":[{"id":"999999","quantity":1,"seller":"1"},{"id":"101","quantity":1,"seller":"1"}]}"#)

            var items: [Int64] = []
            try answer.json.root.forEach("items") { items.append(try $0.integer("requestIndex")) }
            #expect(answer.status == 200)
            #expect(items == [1])
            #expect(answer.text.contains("O item 999999 não foi encontrado"))
        }
    }

    @Test func `availability tells why something cannot be had`() async throws {
        try await withTrade { client in
            _ = try await client.send(
                .PUT, "/api/logistics/pvt/inventory/skus/101/warehouses/1_1",
                #"{"quantity":0,"unlimitedQuantity":false,"leadTime":"00:00:00"}"#)
            _ = try await client.send(
                .PUT, "/api/logistics/pvt/inventory/skus/101/warehouses/sul_1",
                #"{"quantity":1,"unlimitedQuantity":false,"leadTime":"00:00:00"}"#)
            _ = try await client.send(.DELETE, "/pricing/prices/103")

            let answer = try await client.sandbox.send(
                .POST, simulation,
                body: #"{"items":[{"id":"101","quantity":1},{"id":"101","quantity":2},{"id":"103","quantity":1}]}"#)

            var found: [String] = []
            try answer.json.root.forEach("items") { found.append(try $0.string("availability")) }
            #expect(found == ["available", "withoutStock", "withoutPrice"])
        }
    }

    @Test func `freight is asked by postal code, and its lines add up to the total`() async throws {
        try await withTrade { client in
            let items = #""items":[{"id":"101","quantity":1},{"id":"107","quantity":3}],"country":"BRA""#
            let near = try await client.sandbox.send(
                .POST, simulation, body: #"{\#(items),"postalCode":"69010-000"}"#)
            let nowhere = try await client.sandbox.send(.POST, simulation, body: "{\(items)}")

            var shipping: Int64 = 0
            var lines: Int64 = 0
            try near.json.root.forEach("totals") { total in
                if try total.string("id") == "Shipping" { shipping = try total.integer("value") }
            }
            try near.json.root.forEach("logisticsInfo") { line in
                var first = true
                try line.forEach("slas") { sla in
                    if first { lines += try sla.integer("price") }
                    first = false
                }
            }
            #expect(shipping == lines)
            #expect(!nowhere.text.contains("Shipping"))
        }
    }

    @Test func `an order's cart is read by its id, its person by those only who may`() async throws {
        try await withTrade { client in
            let id = try await client.sandbox.list("per_page=1", client.owner).ids[0]
            let order = try await client.get("/api/oms/pvt/orders/\(id)").json.root
            let path = "/api/checkout/pub/orderForm/" + (try order.string("orderFormId"))

            let known = try await client.get(path).json.root
            let stranger = try await client.sandbox.get(path).json.root

            let email = try known["clientProfileData"]?.string("email") ?? ""
            let hidden = try stranger["clientProfileData"]?.string("email") ?? ""
            #expect(try known.string("orderFormId") == order.string("orderFormId"))
            #expect(email.contains("@") && !email.contains("*"))
            #expect(hidden == email.prefix(2) + "***@***.com")
        }
    }

    @Test func `a coupon stays in the cart, one that nobody knows leaves a message`() async throws {
        try await withTrade { client in
            let path = "/api/checkout/pub/orderForm/0123456789abcdef0123456789abcdef"
            let good = try await client.send(.POST, path + "/coupons", #"{"text":"BEMVINDO10"}"#)
            let again = try await client.get(path).json.root["marketingData"]
            let bad = try await client.send(.POST, path + "/coupons", #"{"text":"NADA"}"#)

            #expect(good.status == 200)
            #expect(try again?.string("coupon") == "BEMVINDO10")
            #expect(try again?.string("utmSource") == "bemvindo10")
            #expect(bad.text.contains("Cupom inválido"))
            #expect(try await client.get("/api/checkout/pub/orderForm/x").status == 400)
        }
    }
}
