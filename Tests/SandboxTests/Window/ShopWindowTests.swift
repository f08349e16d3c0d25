import Basics
import NIOHTTP1
import Sandbox
import TestSupport
import Testing

@Suite struct ShopWindowTests {
    /// A browser beside a shop in which SKU 101 costs R$ 100.
    private func withShopper(
        _ configuration: SandboxConfiguration = .init(seed: 7, orders: 20),
        _ body: @escaping @Sendable (ShopperBrowser, TradeClient) async throws -> Void
    ) async throws {
        try await withSandbox(configuration) { sandbox in
            let client = TradeClient(sandbox: sandbox, owner: try await sandbox.key(owner: true))
            _ = try await client.send(.PUT, "/pricing/prices/101", #"{"basePrice":100}"#)
            try await body(ShopperBrowser(sandbox), client)
        }
    }

    @Test(arguments: [("pt", "Bem-vindo"), ("es", "Bienvenido"), ("en", "Welcome")])
    func `the store speaks the reader's language and misses no word`(language: String, word: String) async throws {
        try await withShopper { shopper, client in
            let admin = AdminClient(sandbox: client.sandbox, base: "/shop/lojademo")
            let slug = try await client.texts("/api/catalog_system/pub/products/search?fq=productId:1", "linkText")[0]

            let home = try await admin.page("", language: language).text
            let product = try await admin.page("/p/\(slug)", language: language).text
            let cart = try await admin.page("/cart", language: language).text

            #expect(home.contains(word))
            #expect(!(home + product + cart).contains("⟦"))
        }
    }

    @Test func `a purchase with a coupon is an order of the shop, worth what the page said`() async throws {
        try await withShopper { shopper, client in
            try await shopper.goToPayment()
            try await shopper.post("/cart/coupon", [("code", "bemvindo10")])
            try await shopper.post("/checkout/payment", [("policy", "136769c"), ("payment", "2"), ("do", "update")])
            let total = try #require(await shopper.page.firstMatch(of: /<dt>Total<\/dt><dd>R\$.([0-9.,]+)</)).1

            try await shopper.post("/checkout/payment", [("policy", "136769c"), ("payment", "2"), ("do", "order")])

            let id = try await shopper.orderID()
            let order = try await client.get("/api/oms/pvt/orders/\(id)").json.root
            let listed = try await client.sandbox.list("q=\(id)", client.owner).ids
            let usage = try await client.get("/api/rnb/pvt/coupon/usage/BEMVINDO10").text
            let value = try order.integer("value")
            #expect(listed == [id])
            #expect(String(total).filter(\.isNumber) == String(value))
            #expect(try order.string("status") == "payment-approved")
            #expect(try order["marketingData"]?.string("coupon") == "BEMVINDO10")
            #expect(try order["clientProfileData"]?.string("document") == "12345678909")
            #expect(try order["shippingData"]?["address"]?.string("postalCode") == "40020-000")
            #expect(usage.contains(id))
            #expect(await shopper.page.contains(id))
        }
    }

    @Test func `what is bought is held back in stock, and what is sold out cannot be put in`() async throws {
        try await withShopper { shopper, client in
            for (place, quantity) in [("1_1", 4), ("sul_1", 1)] {
                _ = try await client.send(
                    .PUT, "/api/logistics/pvt/inventory/skus/101/warehouses/\(place)",
                    #"{"quantity":\#(quantity),"unlimitedQuantity":false,"leadTime":"00:00:00"}"#)
            }
            try await shopper.goToPayment()
            try await shopper.post("/checkout/payment", [("payment", "125"), ("do", "order")])

            try await shopper.post("/cart", [("sku", "101"), ("quantity", "3")])

            var left: [Int64] = []
            for place in ["1_1", "sul_1"] {
                try await client.get("/api/logistics/pvt/inventory/items/101/warehouses/\(place)").json.root
                    .forEachElement { left.append(try $0.integer("availableQuantity")) }
            }
            // Two of the four were reserved before.
            #expect(left == [0, 1])
            #expect(await shopper.page.contains("There are not that many in stock."))
        }
    }

    @Test func `a form pressed twice is one order`() async throws {
        try await withShopper { shopper, client in
            try await shopper.goToPayment()
            let fields = [("policy", "136769c"), ("payment", "125"), ("do", "order")]

            try await shopper.post("/checkout/payment", fields, mark: "once")
            let first = try await shopper.orderID()
            try await shopper.post("/checkout/payment", fields, mark: "once")

            #expect(try await shopper.orderID() == first)
            #expect(try await client.sandbox.list("q=12345678909", client.owner).total == 1)
        }
    }

    @Test func `a coupon for one order is refused for a second`() async throws {
        try await withShopper { shopper, client in
            _ = try await client.send(
                .POST, "/api/rnb/pvt/coupon",
                #"{"utmSource":"volte15","utmCampaign":"cupons","couponCode":"UNICO","maxItemsPerClient":1,"#
                    + #""expirationIntervalPerUse":"00:00:00","maxUsage":1}"#)
            try await shopper.goToPayment()
            try await shopper.post("/cart/coupon", [("code", "UNICO")])
            try await shopper.post("/checkout/payment", [("payment", "125"), ("do", "order")])
            let first = await shopper.path

            try await shopper.goToPayment()
            try await shopper.post("/cart/coupon", [("code", "UNICO")])

            #expect(first.contains("/orders/"))
            #expect(await shopper.page.contains("This coupon does not exist, is archived, or was used up."))
        }
    }

    @Test func `what cannot be is said beside its field and nothing is lost`() async throws {
        try await withShopper { shopper, _ in
            try await shopper.post("/cart", [("sku", "101"), ("quantity", "1")])

            let status = try await shopper.post(
                "/checkout",
                [("email", "ana"), ("firstName", "Ana"), ("lastName", ""), ("document", "11111111111"), ("phone", "1")])

            let page = await shopper.page
            #expect(status == 422)
            #expect(page.contains("The digits of this CPF do not check."))
            #expect(page.contains(#"value="Ana""#))
            #expect(page.contains(#"aria-invalid="true""#))
        }
    }

    @Test func `a shopper who leaves takes no cart along, and the page says whether it has a name`() async throws {
        try await withShopper { shopper, _ in
            try await shopper.post("/cart", [("sku", "101"), ("quantity", "1")])
            try await shopper.post("/leave")
            let unknown = await shopper.page
            try await shopper.goToPayment()
            try await shopper.post("/leave")

            #expect(unknown.contains("nobody knows whose cart it was"))
            #expect(await shopper.page.contains("the store knows whose it is"))
            try await shopper.open("/cart")
            #expect(await shopper.page.contains("The cart is empty."))
        }
    }

    @Test func `free freight is the cheapest way's, and a coupon may grant it below its floor`() async throws {
        try await withShopper { shopper, client in
            _ = try await client.send(.PUT, "/pricing/prices/101", #"{"basePrice":10}"#)
            try await shopper.goToPayment()
            let before = await shopper.page
            try await shopper.post("/cart/coupon", [("code", "FRETEGRATIS")])
            try await shopper.open("/checkout/payment")

            let free = /Correios PAC<small>[^<]*free/
            #expect(before.firstMatch(of: free) == nil)
            #expect(await shopper.page.firstMatch(of: free) != nil)
            #expect(await shopper.page.firstMatch(of: /Transportadora Expressa<small>[^<]*free/) == nil)
        }
    }

    @Test func `a reset takes orders, prices and coupons of the shop back`() async throws {
        try await withShopper { shopper, client in
            try await shopper.goToPayment()
            try await shopper.post("/checkout/payment", [("payment", "2"), ("do", "order")])
            let id = try await shopper.orderID()
            _ = try await client.send(.POST, "/api/rnb/pvt/archive/coupon/VOLTE15")

            _ = try await client.sandbox.control(.POST, "/reset")

            let price = try await client.get("/pricing/prices/101").json.root.optionalFixed("basePrice", places: 2)
            #expect(try await client.get("/api/oms/pvt/orders/\(id)").status == 404)
            #expect(try await client.get("/api/rnb/pvt/archive/coupon/VOLTE15").status == 404)
            #expect(price != 10_000)
        }
    }

    @Test func `steps that are ahead lead back to the one that is missing`() async throws {
        try await withShopper { shopper, _ in
            try await shopper.open("/checkout/payment")
            #expect(await shopper.path.hasSuffix("/cart"))

            try await shopper.post("/cart", [("sku", "101"), ("quantity", "1")])
            try await shopper.open("/checkout/payment")

            #expect(await shopper.path.hasSuffix("/checkout"))
        }
    }

    @Test(arguments: [
        ["Origin": "https://evil.example"], ["Sec-Fetch-Site": "cross-site"],
        ["Sec-Fetch-Site": "same-origin", "Host": "evil.example"],
    ])
    func `a form of another site buys nothing`(headers: [String: String]) async throws {
        try await withShopper { shopper, client in
            let admin = AdminClient(sandbox: client.sandbox, base: "/shop/lojademo")

            let answer = try await admin.post("/newsletter", [("email", "ana@example.com")], headers: headers)

            #expect(answer.status == 403)
        }
    }

    @Test func `markup in what people type stays text`() async throws {
        try await withShopper { shopper, _ in
            try await shopper.open("?q=%3Cscript%3Ealert(1)%3C/script%3E")

            #expect(await !shopper.page.contains("<script>"))
            #expect(await shopper.page.contains("&lt;script&gt;"))
        }
    }

    @Test func `carts, shoppers, prices and purchases are there after a restart`() async throws {
        try await withTemporaryFolder { folder in
            let configuration = SandboxConfiguration(seed: 7, orders: 20, stateFile: folder + "/store.jsonl")
            let order = OrderBox()
            try await withShopper(configuration) { shopper, client in
                try await shopper.goToPayment()
                try await shopper.post("/checkout/payment", [("payment", "2"), ("do", "order")])
                await order.set(try await shopper.orderID(), try await client.get("/pricing/prices/101").text)
            }

            try await withSandbox(configuration) { sandbox in
                let client = TradeClient(sandbox: sandbox, owner: try await sandbox.key(owner: true))
                let id = await order.id
                let found = try await client.get("/api/oms/pvt/orders/\(id)").json.root
                #expect(try found["clientProfileData"]?.string("firstName") == "Ana")
                let price = await order.price
                #expect(try await client.get("/pricing/prices/101").text == price)
                let kept = try await client.get("/api/checkout/pub/orderForm/\(try found.string("orderFormId"))").json
                    .root
                #expect(try kept["clientProfileData"]?.string("email") == "ana@example.com")
            }
        }
    }
}

/// Carries what a first run made into a second.
private actor OrderBox {
    private(set) var id = ""
    private(set) var price = ""

    func set(_ id: String, _ price: String) {
        self.id = id
        self.price = price
    }
}
