import Basics
import NIOHTTP1
import Sandbox
import Testing

@Suite struct PricingTests {
    @Test func `a price is written in decimals, whole, and gone when it is deleted`() async throws {
        try await withTrade { client in
            _ = try await client.send(
                .PUT, "/pricing/prices/101",
                #"{"basePrice":99.9,"listPrice":129.9,"fixedPrices":[{"tradePolicyId":"1","value":89.9,"minQuantity":1}]}"#
            )
            let first = try await client.get("/pricing/prices/101").text
            _ = try await client.send(.PUT, "/pricing/prices/101", #"{"costPrice":50,"markup":30}"#)
            let second = try await client.get("/pricing/prices/101").text
            let deleted = try await client.send(.DELETE, "/pricing/prices/101")

            #expect(
                first
                    == #"{"itemId":"101","listPrice":129.9,"costPrice":null,"markup":0.0,"basePrice":99.9,"#
                    + #""fixedPrices":[{"tradePolicyId":"1","value":89.9,"listPrice":null,"minQuantity":1}]}"#)
            #expect(
                second
                    == #"{"itemId":"101","listPrice":null,"costPrice":50.0,"markup":30.0,"basePrice":65.0,"fixedPrices":[]}"#
            )
            #expect(deleted.status == 200)
            #expect(deleted.body.isEmpty)
            #expect(try await client.get("/pricing/prices/101").status == 404)
        }
    }

    @Test func `fixed prices are merged by table and quantity, and the best that holds is computed`() async throws {
        try await withTrade { client in
            let path = "/pricing/prices/101"
            _ = try await client.send(.PUT, path, #"{"basePrice":100}"#)
            _ = try await client.send(
                .POST, path + "/fixed/gold",
                #"[{"value":90,"minQuantity":1},{"value":80,"minQuantity":5}]"#)
            _ = try await client.send(
                .PATCH, path + "/fixed",
                #"[{"tradePolicyId":"gold","value":85,"minQuantity":1},"#
                    + #"{"tradePolicyId":"gold","value":1,"minQuantity":9,"dateRange":{"from":"2001-01-01T00:00:00Z","to":"2001-02-01T00:00:00Z"}}]"#
            )

            let one = try await client.get(path + "/computed/gold?quantity=1").json.root
            let many = try await client.get(path + "/computed/gold?quantity=10").json.root
            let other = try await client.get(path + "/computed/1").json.root

            #expect(try one.optionalFixed("sellingPrice", places: 2) == 8500)
            #expect(try many.optionalFixed("sellingPrice", places: 2) == 8000)
            #expect(try other.optionalFixed("sellingPrice", places: 2) == 10_000)
            #expect(try await client.get("/pricing/tables").text == #"["1","2","atacado","gold"]"#)
            _ = try await client.send(.DELETE, path + "/fixed/gold")
            #expect(try await client.get(path + "/fixed/gold").status == 404)
        }
    }

    @Test func `prices answer by the host of api.vtex.com and by the account's own`() async throws {
        try await withTrade { client in
            for path in ["/vtex-api/lojademo/pricing/tables", "/lojademo/pricing/tables", "/pricing/tables"] {
                let answer = try await client.sandbox.send(.GET, path, headers: client.owner.headers)
                #expect(answer.status == 200)
            }
        }
    }

    @Test func `writing has a burst above its rate, tells what is left, and refills`() async throws {
        try await withTrade { client in
            _ = try await client.sandbox.control(.PUT, "/limits", #"{"pricingWrite":60}"#)
            let body = #"{"basePrice":10}"#

            var answers: [Answer] = []
            for _ in 0..<17 { answers.append(try await client.send(.PUT, "/pricing/prices/101", body)) }
            let read = try await client.get("/pricing/prices/101")
            _ = try await client.sandbox.control(.POST, "/clock/advance", #"{"seconds":1}"#)
            let later = try await client.send(.PUT, "/pricing/prices/101", body)

            #expect(answers.map(\.status) == Array(repeating: 200, count: 16) + [429])
            #expect(answers[0].headers.first(name: "Ratelimit-Limit") == "16")
            #expect(answers[0].headers.first(name: "Ratelimit-Remaining") == "15")
            #expect(answers[16].headers.first(name: "Retry-After") == "1")
            #expect(answers[16].headers.first(name: "Ratelimit-Reset") == "16")
            #expect(read.status == 200)
            #expect(later.status == 200)
        }
    }

    @Test func `a SKU without price is not for sale in the search`() async throws {
        try await withTrade { client in
            let path = "/api/catalog_system/pub/products/search?fq=skuId:107"
            let before = try await client.texts(path, "productId")

            _ = try await client.send(.DELETE, "/pricing/prices/107")

            #expect(before == ["2"])
            #expect(try await client.texts(path, "productId").isEmpty)
        }
    }
}
