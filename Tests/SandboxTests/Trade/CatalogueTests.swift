import Basics
import NIOHTTP1
import Sandbox
import Testing

@Suite struct CatalogueTests {
    @Test func `what an order sold is in the catalogue under the same names`() async throws {
        try await withTrade { client in
            let order = try await client.sandbox.list("per_page=1", client.owner).ids[0]
            var sku = ""
            var name = ""
            var ref = ""
            try await client.get("/api/oms/pvt/orders/\(order)").json.root.forEach("items") { item in
                sku = try item.string("id")
                name = try item.string("name")
                ref = try item.string("refId")
            }

            let context = try await client.get("/api/catalog_system/pvt/sku/stockkeepingunitbyid/\(sku)").json.root
            let byReference = try await client.get("/api/catalog_system/pvt/sku/stockkeepingunitidbyrefid/\(ref)").text

            #expect(try context.string("NameComplete") == name)
            #expect(byReference == "\"\(sku)\"")
        }
    }

    @Test func `SKU ids come in pages and end with an empty one`() async throws {
        try await withTrade { client in
            let path = "/api/catalog_system/pvt/sku/stockkeepingunitids"

            let pages = [
                try await client.numbers(path + "?page=1&pagesize=2"),
                try await client.numbers(path + "?page=2&pagesize=2"),
                try await client.numbers(path + "?page=1000&pagesize=1000"),
            ]

            #expect(pages == [[101, 102], [103, 104], []])
            #expect(try await client.get(path).status == 400)
        }
    }

    @Test func `an inactive SKU is found by its id and not by its EAN`() async throws {
        try await withTrade { client in
            var inactive: (id: Int64, ean: String)?
            for id in try await client.numbers("/api/catalog_system/pvt/sku/stockkeepingunitids?page=1&pagesize=100") {
                let sku = try await client.get("/api/catalog_system/pvt/sku/stockkeepingunitbyid/\(id)").json.root
                guard try !sku.bool("IsActive"), let ean = try sku["AlternateIds"]?.optionalString("Ean") else {
                    continue
                }
                inactive = (id, ean)
            }
            let found = try #require(inactive)

            let byEAN = try await client.get("/api/catalog_system/pvt/sku/stockkeepingunitbyean/\(found.ean)")

            #expect(byEAN.status == 404)
            #expect(byEAN.text == "\"SKU not found\"")
        }
    }

    @Test func `unknown things are 404 and what is no id is 400`() async throws {
        try await withTrade { client in
            let statuses = [
                try await client.get("/api/catalog/pvt/product/99999").status,
                try await client.get("/api/catalog/pvt/product/one").status,
                try await client.get("/api/catalog/pvt/stockkeepingunit/1").status,
                try await client.get("/api/catalog_system/pvt/brand/1").status,
                try await client.get("/api/catalog/pvt/category/999").status,
            ]

            #expect(statuses == [404, 400, 404, 404, 404])
        }
    }

    @Test func `one endpoint of the catalogue has a limit of its own`() async throws {
        try await withTrade { client in
            _ = try await client.sandbox.control(.PUT, "/limits", #"{"catalogEndpoint":1,"catalog":3}"#)
            let brands = "/api/catalog_system/pvt/brand/list"

            let statuses = [
                try await client.get(brands).status, try await client.get(brands).status,
                try await client.get("/api/catalog/pvt/brand/2000001").status,
                try await client.get("/api/catalog/pvt/product/1").status,
                try await client.get("/api/catalog/pvt/category/1").status,
            ]

            #expect(statuses == [200, 429, 200, 200, 429])
        }
    }
}
