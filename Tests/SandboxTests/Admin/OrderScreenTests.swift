import Basics
import NIOHTTP1
import Testing

@Suite struct OrderScreenTests {
    @Test func `the list pages, filters by status and finds an order by its id`() async throws {
        try await withAdmin { admin, client in
            let owner = try await client.key(owner: true)
            let listed = try await client.list("per_page=100", owner)
            let id = try #require(listed.ids.last)

            let first = try await admin.page("/orders").text
            let second = try await admin.page("/orders?page=2").text
            let found = try await admin.page("/orders?q=\(id)").text
            let invoiced = try await client.list("f_status=invoiced", owner).total
            let filtered = try await admin.page("/orders?status=invoiced").text
            let nothing = try await admin.page("/orders?q=ninguém&status=bogus&page=-3").text

            #expect(first.contains("\(listed.total) orders · page 1 of 3"))
            #expect(first.contains("status=&amp;page=2"))
            #expect(Self.ids(first) == Array(listed.ids.prefix(25)))
            #expect(Self.ids(second) == Array(listed.ids.dropFirst(25).prefix(25)))
            #expect(Self.ids(found) == [id])
            #expect(filtered.contains("\(invoiced) orders"))
            #expect(nothing.contains("No order fits that filter."))
        }
    }

    @Test func `a new order is moved to delivery and back by its buttons`() async throws {
        try await withAdmin { admin, client in
            let made = try await admin.post("/orders")
            let path = try #require(made.location?.firstMatch(of: /lojademo(\/orders\/[^?]+)/)).1
            var seen: [String] = []
            for _ in 0..<5 {
                _ = try await admin.post("\(path)/advance", [("step", "next")])
                seen.append(try await status(client))
            }
            let early = try await admin.post("\(path)/advance", [("step", "next")])
            let delivered = try await admin.post("\(path)/advance", [("step", "delivered")])
            let returned = try await admin.post("\(path)/advance", [("step", "returned")])
            let page = try await admin.page(String(path)).text

            #expect(made.status == 303)
            #expect(seen == ["payment-approved", "window-to-cancel", "ready-for-handling", "handling", "invoiced"])
            #expect(early.location?.hasSuffix("?done=order-at-end") == true)
            #expect(delivered.location?.hasSuffix("?done=order-moved") == true)
            #expect(returned.location?.hasSuffix("?done=order-moved") == true)
            #expect(page.contains("This order is at the end of its road."))
            #expect(page.contains("&quot;status&quot;: &quot;invoiced&quot;,"))
        }
    }

    @Test func `an order can be cancelled while it is on its way`() async throws {
        try await withAdmin { admin, client in
            let made = try await admin.post("/orders")
            let path = try #require(made.location?.firstMatch(of: /lojademo(\/orders\/[^?]+)/)).1

            let canceled = try await admin.post("\(path)/advance", [("step", "canceled")])
            let odd = try await admin.post("\(path)/advance", [("step", "bogus")])

            #expect(canceled.location?.hasSuffix("?done=order-moved") == true)
            #expect(try await status(client) == "canceled")
            #expect(odd.status == 404)
        }
    }

    /// Of the newest order, as the control tells it.
    private func status(_ client: SandboxClient) async throws -> String {
        var last = ""
        try await client.control(.GET, "/orders/list").json.root.forEachElement { last = try $0.string("status") }
        return last
    }

    private static func ids(_ page: String) -> [String] {
        page.matches(of: /href="\/admin\/lojademo\/orders\/([^"]+)">/).map { String($0.1) }
    }
}
