import Basics
import NIOHTTP1
import Testing

@Suite struct RoleScreenTests {
    private let orders = "/api/oms/pvt/orders"

    @Test func `a role that is made on the screen grants over the API at once`() async throws {
        try await withAdmin { admin, client in
            let key = try await client.key()
            let role = try await admin.role("Leitura", ["ListOrders"])

            let before = try await client.get(orders, key).status
            let given = try await admin.post("/keys/\(key.id)/roles", [("role", String(role))])
            let after = try await client.get(orders, key).status
            _ = try await admin.post("/keys/\(key.id)/roles/remove", [("role", String(role))])
            let taken = try await client.get(orders, key).status

            #expect(given.status == 303)
            #expect(given.location == "/admin/lojademo/keys/\(key.id)?done=role-given")
            #expect([before, after, taken] == [403, 200, 403])
        }
    }

    @Test func `a role is stored with its boxes and changed with them`() async throws {
        try await withAdmin { admin, client in
            let id = try await admin.role("  Leitura  ", ["read_prices", "ListOrders", "no such box"])

            let made = try await role(id, client)
            let saved = try await admin.post(
                "/roles/\(id)", [("sent", "1"), ("name", "Preços"), ("r", "read_prices")])
            let changed = try await role(id, client)

            #expect(made == "Leitura: ListOrders read_prices")
            #expect(saved.status == 303)
            #expect(changed == "Preços: read_prices")
        }
    }

    @Test func `searching and adding all keep what was ticked and typed`() async throws {
        try await withAdmin { admin, _ in
            let searched = try await admin.page("/roles/new?sent=1&name=Minha&r=ListOrders&q=listar+precios").text
            let found = try await admin.page("/roles/new?sent=1&name=Minha&r=ListOrders&q=leer+precios").text
            let all = try await admin.page("/roles/new?sent=1&name=Minha&r=ListOrders&all=Pricing").text
            let none = try await admin.page("/roles/new?sent=1&r=ListOrders&r=read_prices&none=Pricing").text

            #expect(searched.contains("No resource has that text."))
            #expect(found.contains(#"<input type="hidden" name="r" value="ListOrders">"#))
            #expect(found.contains(#"value="read_prices">"#))
            #expect(!found.contains(#"value="OMSViewer""#))
            #expect(found.contains(#"name="name" value="Minha""#))
            #expect(all.matches(of: /name="r" value="[^"]+" checked/).count == 6)
            #expect(none.matches(of: /name="r" value="[^"]+" checked/).count == 1)
        }
    }

    @Test func `a role without a name or without boxes is refused and nothing typed is lost`() async throws {
        try await withAdmin { admin, _ in
            let nameless = try await admin.post("/roles", [("sent", "1"), ("name", " "), ("r", "ListOrders")])
            let empty = try await admin.post("/roles", [("sent", "1"), ("name", "Vazio")])

            #expect([nameless.status, empty.status] == [422, 422])
            #expect(nameless.text.contains("Give the role a name."))
            #expect(nameless.text.contains(#"value="ListOrders" checked"#))
            #expect(empty.text.contains("Tick at least one resource."))
            #expect(empty.text.contains(#"value="Vazio""#))
        }
    }

    @Test func `a role in use is not deleted, and the page says who has it`() async throws {
        try await withAdmin { admin, client in
            let role = try await admin.role("Leitura", ["ListOrders"])
            let key = try await admin.key("erp", roles: [role])

            let asked = try await admin.page("/roles/\(role)/delete")
            let refused = try await admin.post("/roles/\(role)/delete")
            let still = try await client.get(orders, key).status
            _ = try await admin.post("/keys/\(key.id)/roles/remove", [("role", String(role))])
            let deleted = try await admin.post("/roles/\(role)/delete")
            let gone = try await admin.page("/roles/\(role)")

            #expect(asked.text.contains("/admin/lojademo/keys/\(key.id)\">erp</a>"))
            #expect(!asked.text.contains("Delete role</button>"))
            #expect(refused.status == 409)
            #expect(refused.text.contains("It cannot be deleted while somebody has it."))
            #expect(still == 200)
            #expect(deleted.location == "/admin/lojademo/roles?done=role-gone")
            #expect(gone.status == 404)
        }
    }

    @Test(arguments: [1, 957])
    func `predefined roles are shown, copied and never changed`(id: Int) async throws {
        try await withAdmin { admin, _ in
            let shown = try await admin.page("/roles/\(id)")
            let copy = try await admin.page("/roles/new?use=1&model=957").text
            let changed = try await admin.post("/roles/\(id)", [("sent", "1"), ("name", "x"), ("r", "ListOrders")])
            let deleted = try await admin.post("/roles/\(id)/delete")

            #expect(shown.status == 200)
            #expect(!shown.text.contains("<input"))
            #expect(copy.contains(#"value="OMSViewer" checked"#))
            #expect([changed.status, deleted.status] == [409, 409])
        }
    }

    /// As the control tells it.
    private func role(_ id: Int, _ client: SandboxClient) async throws -> String {
        var text = ""
        try await client.control(.GET, "/roles").json.root.forEachElement { role in
            guard try role.integer("id") == Int64(id) else { return }
            var keys: [String] = []
            try role.forEach("resources") { keys.append(try $0.stringValue()) }
            text = try role.string("name") + ": " + keys.joined(separator: " ")
        }
        return text
    }
}
