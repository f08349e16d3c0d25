import Basics
import NIOHTTP1
import Sandbox
import Testing

@Suite struct PromotionTests {
    private let path = "/api/rnb/pvt/calculatorconfiguration"
    private let lists = "/api/rnb/pvt/benefits/calculatorconfiguration"

    private func body(_ effect: String, id: String = "") -> String {
        #"{"idCalculatorConfiguration":"\#(id)","name":"Festa","type":"regular","isActive":true,"origin":"marketplace","#
            + #""beginDateUtc":"2020-01-01T00:00:00Z","percentualShippingDiscountValue":0,"#
            + #""utmSource":"festa","utmCampaign":"junho",\#(effect)}"#
    }

    private func coupon(_ client: TradeClient, maxUsage: Int = 0) async throws {
        _ = try await client.send(
            .POST, "/api/rnb/pvt/coupon",
            #"{"utmSource":"festa","utmCampaign":"junho","couponCode":"FESTA","maxItemsPerClient":1,"#
                + #""expirationIntervalPerUse":"00:00:00","maxUsage":\#(maxUsage)}"#)
    }

    /// Total of the discounts for two of SKU 101 at R$ 100 each, in cents.
    private func discount(_ client: TradeClient, coupon: String?) async throws -> Int64 {
        _ = try await client.send(.PUT, "/pricing/prices/101", #"{"basePrice":100}"#)
        let marketing = coupon.map { #","marketingData":{"coupon":"\#($0)"}"# } ?? ""
        let answer = try await client.send(
            .POST, "/api/checkout/pub/orderForms/simulation?sc=1",
            #"{"items":[{"id":"101","quantity":2,"seller":"1"}],"country":"BRA"\#(marketing)}"#)
        var found: Int64 = 0
        try answer.json.root.forEach("totals") { total in
            if try total.string("id") == "Discounts" { found = try total.integer("value") }
        }
        return found
    }

    @Test(arguments: [
        (#""discountType":"percentual","percentualDiscountValue":10"#, Int64(-2000)),
        (#""nominalDiscountValue":25.0,"nominalDiscountType":"cart""#, -2500),
        (#""nominalDiscountValue":25.0,"nominalDiscountType":"item""#, -5000),
        (#""percentualDiscountValue":100,"maxNumberOfAffectedItems":1,"skus":[{"id":"101","name":"x"}]"#, -10_000),
        (#""percentualDiscountValue":50,"skus":[{"id":"102","name":"x"}]"#, 0),
        (#""percentualDiscountValue":50,"totalValueFloor":200.01"#, 0),
    ])
    func `a coupon grants what the promotion with its utm values has`(effect: String, expected: Int64) async throws {
        try await withTrade { client in
            try await coupon(client)
            let made = try await client.send(.POST, path, body(effect))

            #expect(made.status == 200)
            #expect(try await discount(client, coupon: "FESTA") == expected)
            #expect(try await discount(client, coupon: nil) == 0)
        }
    }

    @Test func `a gift goes into the cart at no price`() async throws {
        try await withTrade { client in
            try await coupon(client)
            let made = try await client.send(
                .POST, path, body(#""discountType":"gift","skusGift":{"quantitySelectable":1,"gifts":["103"]}"#))
            let cart = "/api/checkout/pub/orderForms/simulation?sc=1"

            let answer = try await client.send(
                .POST, cart, #"{"items":[{"id":"101","quantity":1,"seller":"1"}],"marketingData":{"coupon":"FESTA"}}"#)

            var lines: [String] = []
            try answer.json.root.forEach("items") { item in
                lines.append("\(try item.string("id")) \(try item.integer("sellingPrice") == 0)")
            }
            #expect(made.status == 200)
            #expect(lines == ["101 false", "103 true"])
        }
    }

    @Test func `an archived promotion leaves the list and grants nothing`() async throws {
        try await withTrade { client in
            try await coupon(client)
            let made = try await client.send(.POST, path, body(#""percentualDiscountValue":10"#))
            let id = try made.json.root.string("idCalculatorConfiguration")

            let archived = try await client.send(.POST, "/api/rnb/pvt/archive/calculatorConfiguration/\(id)")
            let active = try await client.get(lists).text
            let archive = try await client.get("/api/rnb/pvt/archive/benefits/calculatorConfiguration").text
            let granted = try await discount(client, coupon: "FESTA")
            _ = try await client.send(.POST, "/api/rnb/pvt/unarchive/calculatorConfiguration/\(id)")

            #expect(archived.status == 204)
            #expect(!active.contains(id))
            #expect(archive.contains(id))
            #expect(granted == 0)
            #expect(try await discount(client, coupon: "FESTA") == -2000)
        }
    }

    @Test func `a promotion is changed under its id and found by its name`() async throws {
        try await withTrade { client in
            let made = try await client.send(.POST, path, body(#""percentualDiscountValue":10"#))
            let id = try made.json.root.string("idCalculatorConfiguration")

            let changed = try await client.send(.POST, path, body(#""percentualDiscountValue":20.5"#, id: id))
            let unknown = try await client.send(.POST, path, body(#""percentualDiscountValue":1"#, id: "nobody"))

            let shown = try await client.get(path + "/\(id)").json.root
            #expect(changed.status == 200)
            #expect(unknown.status == 404)
            #expect(try shown.optionalFixed("percentualDiscountValue", places: 1) == 205)
            #expect(try await client.texts(lists + "/search?byName=fest", "idCalculatorConfiguration") == [id])
        }
    }

    @Test func `the hundred and first active promotion is refused`() async throws {
        try await withTrade { client in
            var statuses: Set<Int> = []
            var last = 200
            for _ in 0..<100 where last == 200 {
                last = try await client.send(.POST, path, body(#""percentualDiscountValue":1"#)).status
                statuses.insert(last)
            }
            let root = try await client.get(lists).json.root

            #expect(statuses == [200, 400])
            #expect(try root["limitConfiguration"]?.integer("activesCount") == 100)
        }
    }
}
