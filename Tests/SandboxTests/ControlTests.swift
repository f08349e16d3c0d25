import Basics
import NIOHTTP1
import Sandbox
import Testing

@Suite struct ControlTests {
    private let orders = "/api/oms/pvt/orders"

    @Test(arguments: [
        ["Origin": "https://evil.example"], ["Origin": "null"], ["Sec-Fetch-Site": "cross-site"],
        ["Sec-Fetch-Site": "same-origin", "Host": "evil.example"],
    ])
    func `a page of another site turns nothing`(headers: [String: String]) async throws {
        try await withSandbox { client in
            let fault = #"{"kind":"500","rate":1}"#

            for method in [HTTPMethod.PUT, .POST] {
                let refused = try await client.send(method, "/_sandbox/faults", headers: headers, body: fault)
                #expect(refused.status == 403)
            }
            let reset = try await client.send(.DELETE, "/_sandbox/faults", headers: headers)
            let program = try await client.send(
                .PUT, "/_sandbox/faults", headers: ["Host": "sandbox:8090"], body: fault)

            #expect(reset.status == 403)
            #expect(program.status < 300)
            #expect(try await client.get(orders, client.key(["ListOrders"])).status == 500)
        }
    }

    @Test(arguments: ["429", "500", "503"])
    func `a fault that refuses is counted and goes when it is taken away`(kind: String) async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders"])
            _ = try await client.control(.PUT, "/faults", #"{"kind":"\#(kind)","rate":1,"retryAfter":7}"#)

            let refused = try await client.get(orders, key)
            _ = try await client.control(.DELETE, "/faults")
            let served = try await client.get(orders, key)
            let total = try await client.control(.GET, "/faults").json.root.integer("total")

            #expect(String(refused.status) == kind)
            #expect(refused.headers.first(name: "Retry-After") == (kind == "500" ? nil : "7"))
            #expect(served.status == 200)
            #expect(total == 1)
        }
    }

    @Test(arguments: ["cut", "cut-body"])
    func `a cut connection gives no whole answer`(kind: String) async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders"])
            _ = try await client.control(.PUT, "/faults", #"{"kind":"\#(kind)","rate":1,"count":1}"#)

            await #expect(throws: (any Error).self) { try await client.get(orders, key) }
            #expect(try await client.control(.GET, "/faults").json.root.integer("total") >= 1)
            #expect(try await client.get(orders, key).status == 200)
        }
    }

    @Test func `spoilt bodies are what they say`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders"])
            func body(_ kind: String) async throws -> Answer {
                _ = try await client.control(.DELETE, "/faults")
                _ = try await client.control(.PUT, "/faults", #"{"kind":"\#(kind)"}"#)
                return try await client.get(orders + "?per_page=1", key)
            }

            let malformed = try await body("malformed")
            let wrong = try await body("wrong-types")
            let huge = try await body("huge-numbers")
            let big = try await body("big-body")
            let empty = try await body("empty-page")

            #expect(throws: JSONError.self) { try malformed.json }
            #expect(wrong.text.contains(#""totalValue":"muito""#))
            #expect(huge.text.contains(#""totalValue":99999999999999999999999999"#))
            #expect(big.body.count > 10_000_000)
            #expect(empty.text.hasPrefix(#"{"list":[]"#))
        }
    }

    @Test func `the same seed injects the same faults`() async throws {
        @Sendable func pattern() async throws -> [Int] {
            try await withSandbox { client in
                let key = try await client.key(["ListOrders"])
                _ = try await client.control(
                    .PUT, "/faults", #"{"kind":"500","rate":0.3,"seed":5,"route":"ListOrders"}"#)
                var statuses: [Int] = []
                for _ in 0..<40 { statuses.append(try await client.get(orders + "?per_page=1", key).status) }
                return statuses
            }
        }

        let first = try await pattern()
        let second = try await pattern()

        #expect(first == second)
        #expect((5...20).contains(first.count { $0 == 500 }))
    }

    @Test func `a limit refuses with the seconds that are left and lifts with the minute`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders"])
            _ = try await client.control(.PUT, "/limits", #"{"orderList":2}"#)

            var statuses: [Int] = []
            for _ in 0..<3 { statuses.append(try await client.get(orders, key).status) }
            let refused = try await client.get(orders, key)
            _ = try await client.control(.POST, "/clock/advance", #"{"seconds":60}"#)

            #expect(statuses == [200, 200, 429])
            #expect(refused.headers.first(name: "Retry-After") == "60")
            #expect(try await client.get(orders, key).status == 200)
        }
    }

    @Test func `orders are made, take steps and count in the totals`() async throws {
        try await withSandbox { client in
            let before = try await client.control(.GET, "/orders").json.root
            let made = try await client.control(.POST, "/orders", #"{"count":2,"status":"handling"}"#).json
            var ids: [String] = []
            var value: Int64 = 0
            try made.root.forEachElement {
                ids.append(try $0.string("orderId"))
                value += try $0.integer("value")
            }
            let id = try #require(ids.first)

            let invoiced = try await client.control(.POST, "/orders/\(id)/advance").json.root.string("status")
            let delivered = try await client.control(.POST, "/orders/\(id)/advance").json.root.bool("delivered")
            let end = try await client.control(.POST, "/orders/\(id)/advance")
            let after = try await client.control(.GET, "/orders").json.root

            #expect(invoiced == "invoiced")
            #expect(delivered)
            #expect(end.status == 409)
            let counts = (try before.integer("count"), try after.integer("count"))
            let values = (try before.integer("value"), try after.integer("value"))
            #expect(counts.1 == counts.0 + 2)
            #expect(values.1 == values.0 + value)
        }
    }

    @Test func `requests are counted by route and status`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders"])

            _ = try await client.get(orders, key)
            _ = try await client.get(orders)

            let counts = try await client.control(.GET, "/requests").text
            #expect(counts == #"{"ListOrders":{"total":2,"byStatus":{"200":1,"401":1}}}"#)
        }
    }
}
