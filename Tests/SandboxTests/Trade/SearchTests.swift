import Basics
import NIOHTTP1
import Sandbox
import Testing

@Suite struct SearchTests {
    private let search = "/api/catalog_system/pub/products/search"

    @Test func `a page says where it stands, and 206 while there is more`() async throws {
        try await withTrade { client in
            let page = try await client.get(search + "?_from=0&_to=1")
            let whole = try await client.get(search + "?fq=productId:1")

            #expect(page.status == 206)
            #expect(page.headers.first(name: "resources")?.hasPrefix("0-1/") == true)
            #expect(whole.status == 200)
            #expect(try await client.texts(search + "?fq=productId:1", "productId") == ["1"])
        }
    }

    @Test(arguments: [
        ("_from=0&_to=60", "\"The maximum number of items allowed to be returned at once is 50.\""),
        ("_from=2501&_to=2502", "\"Parameter _from can't be greater than 2500.\""),
    ])
    func `too much or too far is refused`(query: String, message: String) async throws {
        try await withTrade { client in
            let answer = try await client.get(search + "?" + query)

            #expect(answer.status == 400)
            #expect(answer.text == message)
        }
    }

    @Test func `filters of one kind are alternatives, of two kinds they narrow`() async throws {
        try await withTrade { client in
            let either = try await client.texts(search + "?fq=productId:1&fq=productId:2&fq=C:/1/2/", "productId")
            let both = try await client.texts(search + "?fq=productId:1&fq=C:/5/", "productId")
            let unknown = try await client.texts(search + "?fq=nonsense:1", "productId")

            #expect(either == ["1", "2"])
            #expect(both.isEmpty)
            #expect(unknown.isEmpty)
        }
    }

    @Test func `a slug finds its product, a word any in which it stands, accents aside`() async throws {
        try await withTrade { client in
            let slug = try await client.texts(search + "?fq=productId:9", "linkText")[0]

            #expect(try await client.texts(search + "/\(slug)/p", "productId") == ["9"])
            #expect(try await client.texts(search + "/no-such-thing/p", "productId") == [])
            #expect(try await client.texts(search + "/oculos", "productId") == ["10"])
        }
    }

    @Test func `prices are sorted and are decimals`() async throws {
        try await withTrade { client in
            var prices: [Int64] = []
            let page = try await client.get(search + "?_from=0&_to=49&O=OrderByPriceASC&fq=C:/1/2/").json
            try page.root.forEachElement { product in
                try product.forEach("items") { item in
                    try item.forEach("sellers") { seller in
                        try seller.with("commertialOffer") { offer in
                            prices.append(try offer.optionalFixed("Price", places: 2) ?? 0)
                        }
                    }
                }
            }

            #expect(prices.count > 4)
            #expect(prices == prices.sorted())
        }
    }
}
