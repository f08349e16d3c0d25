import Basics
import NIOHTTP1
import Testing

@Suite struct KeyScreenTests {
    private let orders = "/api/oms/pvt/orders"

    @Test func `a key that is generated on the screen works, and its token is shown once`() async throws {
        try await withAdmin { admin, client in
            let role = try await admin.role("Leitura", ["ListOrders"])
            let made = try await admin.post("/keys", [("label", "growlat"), ("role", String(role))])
            let location = try #require(made.location)
            let link = "/credentials/" + String(try #require(location.firstMatch(of: /link=([0-9a-f]+)/)).1)

            let before = try await admin.send(.GET, location, headers: ["Accept-Language": "en"])
            let opened = try await admin.send(.GET, link, headers: ["Accept-Language": "en"])
            let again = try await admin.send(.GET, link)
            let after = try await admin.send(.GET, location, headers: ["Accept-Language": "en"])
            let key = TestKey(
                name: String(try #require(opened.text.firstMatch(of: /id="key">([^<]+)</)).1),
                token: String(try #require(opened.text.firstMatch(of: /id="token">([^<]+)</)).1), id: "")

            #expect(made.status == 303)
            #expect(before.text.contains("href=\"\(link)\""))
            #expect(!before.text.contains(key.token))
            #expect([opened.status, again.status] == [200, 410])
            #expect(opened.headers.first(name: "Cache-Control") == "no-store")
            #expect(after.text.contains("The link was opened already"))
            #expect(try await client.get(orders, key).status == 200)
        }
    }

    @Test func `switching a key off and on is felt at once`() async throws {
        try await withAdmin { admin, client in
            let key = try await client.key(["ListOrders"])

            _ = try await admin.post("/keys/\(key.id)/state", [("active", "false")])
            let off = try await client.get(orders, key).status
            _ = try await admin.post("/keys/\(key.id)/state", [("active", "true")])
            let on = try await client.get(orders, key).status

            #expect([off, on] == [401, 200])
        }
    }

    @Test func `both tokens live from renewal on the screen to its end`() async throws {
        try await withAdmin { admin, client in
            let key = try await client.key(["ListOrders"])

            let renewed = try await admin.post("/keys/\(key.id)/renew")
            let second = try await admin.post("/keys/\(key.id)/renew")
            let link = try #require(renewed.location?.firstMatch(of: /link=([0-9a-f]+)/)).1
            let opened = try await admin.send(.GET, "/credentials/\(link)").text
            let token = String(try #require(opened.firstMatch(of: /id="token">([^<]+)</)).1)
            let next = TestKey(name: key.name, token: token, id: key.id)
            let between = [try await client.get(orders, key).status, try await client.get(orders, next).status]
            let finished = try await admin.post("/keys/\(key.id)/finish")
            let after = [try await client.get(orders, key).status, try await client.get(orders, next).status]
            let late = try await admin.post("/keys/\(key.id)/finish")

            #expect(second.location?.hasSuffix("?done=renewal-pending") == true)
            #expect(between == [200, 200])
            #expect(finished.location?.hasSuffix("?done=renewal-done") == true)
            #expect(after == [401, 200])
            #expect(late.location?.hasSuffix("?done=renewal-missing") == true)
        }
    }

    @Test func `a key is deleted after a question, and stops working`() async throws {
        try await withAdmin { admin, client in
            let key = try await client.key(["ListOrders"])

            let asked = try await admin.page("/keys/\(key.id)/delete")
            let deleted = try await admin.post("/keys/\(key.id)/delete")

            #expect(asked.text.contains("Deleting cannot be undone."))
            #expect(deleted.location == "/admin/lojademo/keys?done=key-gone")
            #expect(try await client.get(orders, key).status == 401)
            #expect(try await admin.page("/keys/\(key.id)").status == 404)
        }
    }

    @Test func `a key without a name is refused and its roles stay ticked`() async throws {
        try await withAdmin { admin, client in
            let before = try await keyCount(client)
            let refused = try await admin.post("/keys", [("label", "\u{7}  "), ("role", "957")])

            #expect(refused.status == 422)
            #expect(refused.text.contains("Give the key a name."))
            #expect(refused.text.contains(#"value="957" checked"#))
            #expect(try await keyCount(client) == before)
        }
    }

    @Test func `a form that is sent twice, or four times at once, makes one key`() async throws {
        try await withAdmin { admin, client in
            let before = try await keyCount(client)
            let first = try await admin.post("/keys", [("label", "dupla")], mark: "m")
            let second = try await admin.post("/keys", [("label", "dupla")], mark: "m")
            let locations = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await admin.post("/keys", [("label", "quatro")], mark: "n").location }
                }
                return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
            }
            let other = try await admin.post("/keys", [("label", "mudada")], mark: "m")

            #expect(first.location == second.location)
            #expect(locations.count == 1)
            #expect(other.location != first.location)
            #expect(try await keyCount(client) == before + 3)
        }
    }

    @Test func `the old way to keys is there, too`() async throws {
        try await withAdmin { admin, _ in
            let page = try await admin.page("/account", language: "pt-BR").text

            #expect(page.contains("Gerar access key e secret"))
            #expect(page.contains("Chave de aplicação"))
            #expect(page.contains("/vtex/lojademo"))
        }
    }

    private func keyCount(_ client: SandboxClient) async throws -> Int {
        var count = 0
        try await client.control(.GET, "/keys").json.root.forEachElement { _ in count += 1 }
        return count
    }
}
