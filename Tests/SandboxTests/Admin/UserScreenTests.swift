import Basics
import NIOHTTP1
import Testing

@Suite struct UserScreenTests {
    private let orders = "/api/oms/pvt/orders"

    @Test func `article 000 by hand: the key as a user reads one order and lists none`() async throws {
        try await withAdmin { admin, client in
            let owner = try await client.key(owner: true)
            let id = try #require(try await client.list("per_page=1", owner).ids.first)
            let role = try await admin.role("RA Trustvox - Integração", ["OMSViewer", "orders"])
            let key = try await admin.key("ratrustvox")
            let bare = try await client.get(orders + "/" + id, key).status

            let made = try await admin.post(
                "/users", [("email", " \(key.name) "), ("name", "RA Trustvox"), ("role", String(role))])
            let home = try await admin.page()

            #expect(bare == 403)
            #expect(made.status == 303)
            #expect(try await client.get(orders + "/" + id, key).status == 200)
            #expect(try await client.get(orders, key).status == 403)
            #expect(home.text.contains("4 / 4 done"))
            #expect(try await admin.page("/keys/\(key.id)").text.contains("through the user"))
        }
    }

    @Test func `a role that is taken from the user is taken from the key`() async throws {
        try await withAdmin { admin, client in
            let role = try await admin.role("Leitura", ["ListOrders"])
            let key = try await admin.key("erp")
            let made = try await admin.post("/users", [("email", key.name), ("role", String(role))])
            let user = try #require(made.location?.firstMatch(of: /users\/([0-9a-f]{32})/)).1
            let before = try await client.get(orders, key).status

            _ = try await admin.post("/users/\(user)/roles/remove", [("role", String(role))])
            let taken = try await client.get(orders, key).status
            _ = try await admin.post("/users/\(user)/roles", [("role", String(role))])
            let given = try await client.get(orders, key).status
            let deleted = try await admin.post("/users/\(user)/delete")

            #expect([before, taken, given] == [200, 403, 200])
            #expect(deleted.location == "/admin/lojademo/users?done=user-gone")
            #expect(try await client.get(orders, key).status == 403)
            #expect(try await admin.page("/users/\(user)").status == 404)
        }
    }

    @Test(arguments: ["", "nobody", "vtexappkey-lojademo-ZZZZZZ", "a@b"])
    func `what is neither an address nor a key is refused`(email: String) async throws {
        try await withAdmin { admin, _ in
            let refused = try await admin.post("/users", [("email", email), ("name", "Alguém")])

            #expect(refused.status == 422)
            #expect(refused.text.contains("It is neither an e-mail address nor a key of this account."))
            #expect(refused.text.contains(#"value="Alguém""#))
            #expect(try await admin.page("/users").text.contains("There are no users in this account yet."))
        }
    }
}
