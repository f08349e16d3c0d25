import Basics
import NIOHTTP1
import Testing

@Suite struct FaultScreenTests {
    private let orders = "/api/oms/pvt/orders"

    @Test func `a fault is switched on, counted, switched off and forgotten`() async throws {
        try await withAdmin { admin, client in
            let key = try await client.key(["ListOrders"])
            let ordered = try await admin.post(
                "/faults", [("kind", "503"), ("percent", "100"), ("seconds", ""), ("path", "/orders")])
            let refused = try await client.get(orders, key).status
            let counted = try await admin.page("/faults").text
            let id = try #require(counted.firstMatch(of: /faults\/(\d+)\/remove/)).1
            _ = try await admin.post("/faults/\(id)/remove")
            let served = try await client.get(orders, key).status
            let kept = try await client.control(.GET, "/faults").json.root.integer("total")
            _ = try await admin.post("/faults/reset")
            let reset = try await client.control(.GET, "/faults").json.root.integer("total")

            #expect(ordered.location == "/admin/lojademo/faults?done=fault-on")
            #expect([refused, served] == [503, 200])
            #expect(counted.contains("<code>/orders</code>"))
            #expect(counted.contains(#"<strong id="total">1</strong>"#))
            #expect([kept, reset] == [1, 0])
        }
    }

    @Test(arguments: [("0", ""), ("101", ""), ("muito", ""), ("nan", ""), ("5", "0"), ("5", "-1"), ("5", "1.5")])
    func `numbers that make no sense are refused`(percent: String, seconds: String) async throws {
        try await withAdmin { admin, client in
            let refused = try await admin.post(
                "/faults", [("kind", "429"), ("percent", percent), ("seconds", seconds), ("path", "")])

            #expect(refused.status == 422)
            #expect(refused.text.contains(#"aria-invalid="true""#))
            #expect(try await admin.page("/faults").text.contains("No fault is switched on."))
        }
    }

    @Test func `faults never strike the screens, and a rate may have a comma`() async throws {
        try await withAdmin { admin, _ in
            _ = try await admin.post("/faults", [("kind", "cut"), ("percent", "100"), ("path", "")])
            let ordered = try await admin.post("/faults", [("kind", "429"), ("percent", "0,5"), ("path", "")])
            let page = try await admin.page("/faults", language: "es")

            #expect(ordered.status == 303)
            #expect(page.status == 200)
            #expect(page.text.contains("0,5\u{a0}%"))
        }
    }
}
