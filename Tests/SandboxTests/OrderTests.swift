import Basics
import NIOHTTP1
import Sandbox
import Testing

@Suite struct OrderTests {
    private let orders = "/api/oms/pvt/orders"

    @Test func `the list ends at page thirty, and pages hold a hundred at most`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 120)) { client in
            let key = try await client.key(["ListOrders"])

            let last = try await client.list("page=30&per_page=1", key)
            let wall = try await client.get(orders + "?page=31&per_page=1", key)
            let wide = try await client.list("per_page=500", key)

            #expect(last.ids.count == 1)
            #expect(last.total == 120)
            #expect(wall.status == 400)
            #expect(wide.ids.count == 100)
        }
    }

    @Test func `pages neither overlap nor leave out`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders"])

            var seen: [String] = []
            for page in 1...4 {
                seen += try await client.list("per_page=15&page=\(page)&orderBy=creationDate,asc", key).ids
            }

            #expect(seen.count == 60)
            #expect(Set(seen).count == 60)
            #expect(try await client.list("per_page=100", key).ids == Array(seen.reversed()))
        }
    }

    @Test func `windows of creation dates that touch lose nothing`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders"])
            func window(_ from: String, _ to: String) async throws -> Int {
                try await client.list("f_creationDate=creationDate:%5B\(from)%20TO%20\(to)%5D&per_page=1", key).total
            }

            let early = try await window("2024-01-01T00:00:00.000Z", "2026-03-31T23:59:59.999Z")
            let late = try await window("2026-04-01T00:00:00.000Z", "2030-01-01T00:00:00.000Z")

            #expect(early > 0)
            #expect(late > 0)
            #expect(early + late == 60)
            #expect(try await client.get(orders + "?f_creationDate=yesterday", key).status == 400)
        }
    }

    @Test func `statuses filter, several with commas`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders"])

            let pending = try await client.list("f_status=payment-pending&per_page=100", key).total
            let ready = try await client.list("f_status=ready-for-handling&per_page=100", key).total
            let both = try await client.list("f_status=payment-pending,ready-for-handling&per_page=100", key).total

            #expect(pending >= 1)
            #expect(ready >= 2)
            #expect(both == pending + ready)
        }
    }

    @Test func `orders past two years are listed no more`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders"])

            _ = try await client.control(.POST, "/clock/advance", #"{"seconds":63072000}"#)

            #expect(try await client.list("per_page=1", key).total == 0)
        }
    }

    @Test func `the index lags behind by its delay`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders", "OMSViewer"])
            _ = try await client.control(.PUT, "/index-delay", #"{"seconds":240}"#)
            let id = try #require(try await client.list("f_status=ready-for-handling&per_page=1", key).ids.first)

            _ = try await client.control(.POST, "/orders", #"{"count":3}"#)
            _ = try await client.control(.POST, "/orders/\(id)/advance")
            let before = try await client.list("per_page=1", key).total
            let stale = try await client.list("f_status=ready-for-handling&per_page=100", key).ids
            let detail = try await client.get(orders + "/" + id, key).json.root.string("status")
            _ = try await client.control(.POST, "/clock/advance", #"{"seconds":240}"#)
            let after = try await client.list("per_page=1", key).total
            let fresh = try await client.list("f_status=ready-for-handling&per_page=100", key).ids

            #expect(before == 60)
            #expect(stale.contains(id))
            #expect(detail == "handling")
            #expect(after == 63)
            #expect(!fresh.contains(id))
        }
    }

    @Test func `the same seed gives the same store, another seed another`() async throws {
        @Sendable func store(_ seed: UInt64) async throws -> [String] {
            try await withSandbox(SandboxConfiguration(seed: seed, orders: 20)) { client in
                let key = try await client.key(["ListOrders", "OMSViewer"])
                var bodies: [String] = []
                for id in try await client.list("per_page=20", key).ids {
                    bodies.append(try await client.get("/api/oms/pvt/orders/" + id, key).text)
                }
                return bodies
            }
        }

        let first = try await store(7)
        let second = try await store(7)
        let other = try await store(8)

        #expect(first.count == 20)
        #expect(first == second)
        #expect(first != other)
    }

    @Test func `an order's parts add up and its buyer's CPF checks`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders", "OMSViewer"])

            for id in try await client.list("per_page=60", key).ids {
                let root = try await client.get(orders + "/" + id, key).json.root
                var totals: Int64 = 0
                try root.forEach("totals") { totals += try $0.integer("value") }
                var lines: Int64 = 0
                try root.forEach("items") { try $0.with("priceDefinition") { lines += try $0.integer("total") } }
                try root.with("shippingData") {
                    try $0.forEach("logisticsInfo") { lines += try $0.integer("sellingPrice") }
                }
                var paid: Int64 = 0
                try root.with("paymentData") {
                    try $0.forEach("transactions") { try $0.forEach("payments") { paid += try $0.integer("value") } }
                }
                let value = try root.integer("value")
                #expect([totals, lines, paid] == [value, value, value], "\(id)")
                var document = ""
                try root.with("clientProfileData") { document = try $0.string("document") }
                #expect(Self.isCPF(document), "\(id)")
            }
        }
    }

    @Test func `an order is found by its sequence and by its group`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders", "OMSViewer"])
            for id in try await client.list("per_page=60", key).ids {
                let root = try await client.get(orders + "/" + id, key).json.root
                let sequence = try root.string("sequence")
                let group = try root.string("orderGroup")

                let bySequence = try await client.get(orders + "/seq" + sequence, key).json.root.string("orderId")
                let byGroup = try await client.get(orders + "/order-group/" + group, key).text

                #expect(bySequence == id)
                #expect(byGroup.contains("\"orderId\":\"\(id)\""))
            }
        }
    }

    private static func isCPF(_ text: String) -> Bool {
        let digits = text.compactMap(\.wholeNumberValue)
        guard digits.count == 11 else { return false }
        return [9, 10].allSatisfy { length in
            let sum = digits.prefix(length).enumerated().reduce(0) { $0 + $1.element * (length + 1 - $1.offset) }
            return sum * 10 % 11 % 10 == digits[length]
        }
    }
}
