import Basics
import NIOHTTP1
import Sandbox
import Testing

@Suite struct LogisticsTests {
    private let stock = "/api/logistics/pvt/inventory/skus/101/warehouses/"

    @Test func `a quantity is what there is, not a difference`() async throws {
        try await withTrade { client in
            let body = #"{"quantity":7,"unlimitedQuantity":false,"leadTime":"00:00:00"}"#
            let first = try await client.send(.PUT, stock + "1_1", body)
            let second = try await client.send(.PATCH, stock + "1_1/quantity", body)

            let items = try await client.get("/api/logistics/pvt/inventory/items/101/warehouses/1_1").json.root
            var total: Int64 = 0
            try items.forEachElement { total = try $0.integer("totalQuantity") }
            #expect(first.text == "true")
            #expect(second.status == 204)
            #expect(total == 7)
        }
    }

    @Test func `a warehouse's id is told apart by case, and a quantity is no less than nothing`() async throws {
        try await withTrade { client in
            let body = #"{"quantity":-1,"unlimitedQuantity":false,"leadTime":"00:00:00"}"#

            let statuses = [
                try await client.send(.PUT, stock + "SUL_1", body).status,
                try await client.send(.PUT, stock + "sul_1", body).status,
                try await client.send(.PUT, stock + "sul_1", #"{"quantity":3}"#).status,
            ]

            #expect(statuses == [404, 400, 400])
        }
    }

    @Test func `docks are a bare list, and pages for those who ask for one`() async throws {
        try await withTrade { client in
            let bare = try await client.texts("/api/logistics/pvt/configuration/docks", "id")
            let paged = try await client.get("/api/logistics/pvt/configuration/docks?page=2&perPage=1").json.root

            var ids: [String] = []
            try paged.forEach("items") { ids.append(try $0.string("id")) }
            #expect(bare == ["doca_1", "doca_sul"])
            #expect(ids == ["doca_sul"])
            #expect(try paged["paging"]?.integer("pages") == 2)
        }
    }

    @Test func `freight grows with weight and has no line where the carrier does not go`() async throws {
        try await withTrade { client in
            let path = "/api/logistics/pvt/configuration/freights/136769c/"
            var costs: [Int64] = []
            try await client.get(path + "40020000/values").json.root.forEachElement {
                costs.append(try $0.optionalFixed("absoluteMoneyCost", places: 2) ?? 0)
            }

            #expect(costs == [2890, 3890, 10_140])
            #expect(try await client.get(path + "00000000/values").text == "[]")
            #expect(
                try await client.get("/api/logistics/pvt/configuration/freights/nobody/40020000/values").status == 404)
        }
    }

    @Test func `affiliates are made, read and taken away under three consonants`() async throws {
        try await withTrade { client in
            let path = "/api/fulfillment/pvt/affiliates"
            let body = #"{"name":"Nova","followUpEmail":"a@example.com","salesChannelId":"1"}"#

            let made = try await client.send(.PUT, path + "/nvt", body)
            let wrong = try await client.send(.PUT, path + "/abc", body)
            let shown = try await client.get(path + "/NVT").json.root
            let gone = try await client.send(.DELETE, path + "/NVT")

            #expect([made.status, wrong.status, gone.status] == [200, 400, 204])
            #expect(try shown.string("name") == "Nova")
            #expect(try await client.get(path + "/NVT").status == 404)
            #expect(try await client.texts(path, "id") == ["FVT", "MZL", "PRT", "VLJ"])
        }
    }

    @Test func `the gateway has an order's transaction with the same payments`() async throws {
        try await withTrade { client in
            let id = try await client.sandbox.list("per_page=1", client.owner).ids[0]
            let transaction = try await client.get("/api/oms/pvt/orders/\(id)/payment-transaction").json.root
            let path = "/api/pvt/transactions/" + (try transaction.string("transactionId"))
            var payments: [String] = []
            try transaction.forEach("payments") { payments.append(try $0.string("id")) }

            #expect(try await client.texts(path + "/payments", "id") == payments)
            #expect(try await client.get(path + "/payments/\(payments[0])").status == 200)
            #expect(try await client.get(path + "/settlements").status == 200)
            #expect(try await client.get("/api/pvt/transactions/nobody").status == 404)
        }
    }
}
