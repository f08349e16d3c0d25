import Basics
import NIOHTTP1
import Testing

@Suite struct AdminPageTests {
    /// Every page there is, by one address each.
    private func pages(_ admin: AdminClient, _ client: SandboxClient) async throws -> [String] {
        let role = try await admin.role("Leitura", ["ListOrders"])
        let free = try await admin.role("Livre", ["ListOrders"])
        let key = try await admin.key("erp", roles: [role])
        let renewed = try #require(try await admin.post("/keys/\(key.id)/renew").location)
        let made = try await admin.post("/users", [("email", key.name), ("role", String(role))])
        let user = try #require(made.location?.firstMatch(of: /users\/([0-9a-f]{32})/)).1
        let order = try #require(try await admin.post("/orders").location)
        _ = try await admin.post("/faults", [("kind", "slow"), ("percent", "1"), ("seconds", "60"), ("path", "")])
        return [
            "", "/account", "/roles", "/roles?q=zzz", "/roles/new", "/roles/new?q=zzz", "/roles/new?q=pedidos",
            "/roles/\(role)", "/roles/1", "/roles/957", "/roles/\(role)/delete", "/roles/\(free)/delete", "/keys",
            "/keys?q=zzz", "/keys/new", "/keys/\(key.id)", "/keys/\(key.id)?link=0", "/keys/\(key.id)/delete",
            "/users", "/users/new", "/users/\(user)", "/users/\(user)/delete", "/orders", "/orders?q=zzz",
            "/faults", "/nowhere", "/roles/0", "/keys/0", "/users/0", "/orders/0",
        ] + [renewed, order].map { String($0.dropFirst(admin.base.count)) }
    }

    @Test func `every page has all its words in every language, and no two languages are alike`() async throws {
        try await withAdmin { admin, client in
            for path in try await pages(admin, client) {
                var bodies: Set<String> = []
                for (language, tag) in [("pt-BR,pt;q=0.9", "pt-BR"), ("es-AR", "es"), ("en-GB", "en")] {
                    let page = try await admin.page(path, language: language)
                    let text = page.text
                    #expect(text.contains("<html lang=\"\(tag)\">"), "\(path)")
                    #expect(page.headers.first(name: "Content-Language") == tag)
                    #expect(!text.contains("⟦"), "\(path) in \(tag)")
                    #expect(text.matches(of: /<h1>/).count == 1, "\(path)")
                    // No empty labels, headings, buttons or links.
                    let empty = /<(h[1-4]|label|legend|button|a|th|dt|option|title|summary)\b[^>]*>\s*<\/\1>/
                    #expect(text.firstMatch(of: empty) == nil, "\(path) in \(tag)")
                    #expect(!text.contains("style=") && !text.contains("<script"), "\(path)")
                    bodies.insert(String(try #require(text.split(separator: "<main").last)))
                }
                #expect(bodies.count == 3, "\(path)")
            }
        }
    }

    @Test func `what is done is said in every language`() async throws {
        try await withAdmin { admin, _ in
            for notice in ["key-made", "renewal-pending", "order-at-end", "faults-reset"] {
                var said: Set<String> = []
                for language in ["pt", "es", "en"] {
                    let page = try await admin.page("?done=\(notice)", language: language).text
                    let match = try #require(page.firstMatch(of: /role="status">([^<]+)</))
                    said.insert(String(match.1))
                }
                #expect(said.count == 3)
            }
            #expect(try await admin.page("?done=bogus").text.contains(#"role="status""#) == false)
        }
    }

    @Test func `a language is chosen by the address and remembered by a cookie`() async throws {
        try await withAdmin { admin, _ in
            let chosen = try await admin.send(
                .GET, "/admin/lojademo/keys?q=erp&lang=es", headers: ["Accept-Language": "en"])
            let cookie = try #require(chosen.headers.first(name: "Set-Cookie"))
            let later = try await admin.send(
                .GET, "/admin/lojademo/roles",
                headers: ["Accept-Language": "en", "Cookie": "a=b; \(cookie.prefix { $0 != ";" })"])
            let unknown = try await admin.send(.GET, "/admin/lojademo?lang=xx", headers: ["Accept-Language": "fr, en"])

            #expect(chosen.text.contains("Claves de API"))
            #expect(chosen.text.contains(#"href="/admin/lojademo/keys?q=erp&amp;lang=en""#))
            #expect(cookie == "ponte_sandbox_language=es; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly")
            #expect(later.text.contains("Roles de usuario"))
            #expect(unknown.text.contains(#"<html lang="en">"#))
            #expect(unknown.headers.first(name: "Set-Cookie") == nil)
        }
    }

    @Test func `the bare address leads to the first account and each account has its own screens`() async throws {
        try await withAdmin { admin, client in
            _ = try await client.control(.POST, "/accounts", #"{"account":"outra","seed":3,"orders":10}"#)
            var other = admin
            other.base = "/admin/outra"
            _ = try await other.role("Só da outra", ["ListOrders"])

            let bare = try await admin.send(.GET, "/admin/")
            let home = try await admin.page()

            #expect(bare.status == 303)
            #expect(bare.location == "/admin/lojademo")
            #expect(home.text.contains(#"<a href="/admin/outra">outra</a>"#))
            #expect(try await other.page("/roles").text.contains("Só da outra"))
            #expect(try await admin.page("/roles").text.contains("Só da outra") == false)
            #expect(try await admin.send(.GET, "/admin/nenhuma/roles").status == 404)
        }
    }

    @Test(arguments: [
        "/nowhere", "/roles/0", "/roles/x", "/roles/0/delete", "/keys/0", "/keys/0/delete", "/users/0", "/orders/0",
        "/orders/seq0", "/keys/%00",
    ])
    func `an unknown address is a friendly page with a way on`(path: String) async throws {
        try await withAdmin { admin, _ in
            let page = try await admin.page(path)

            #expect(page.status == 404)
            #expect(page.text.contains("not found</h1>"))
            #expect(page.text.contains(#"<a class="button" href="/admin/lojademo">Go to the home page</a>"#))
        }
    }

    @Test(arguments: [
        "/roles/0", "/keys/0/state", "/keys/0/renew", "/keys/0/finish", "/keys/0/roles", "/keys/0/delete",
        "/users/0/roles", "/users/0/delete", "/orders/0/advance", "/nowhere",
    ])
    func `a form for what is gone is a friendly page, too`(path: String) async throws {
        try await withAdmin { admin, _ in
            let refused = try await admin.post(path, [("role", "957")])

            #expect(refused.status == 404)
        }
    }

    @Test func `a role that does not exist is given to nobody`() async throws {
        try await withAdmin { admin, client in
            let key = try await client.key()

            let given = try await admin.post("/keys/\(key.id)/roles", [("role", "4711")])
            let made = try await admin.post("/keys", [("label", "x"), ("role", "4711")])
            let user = try await admin.post("/users", [("email", "a@b.com"), ("role", "4711")])

            #expect([given.status, made.status, user.status] == [404, 404, 404])
            #expect(try await admin.page("/users").text.contains("There are no users in this account yet."))
        }
    }

    @Test func `the home page says what this is, where Ponte finds it, and what is still to do`() async throws {
        try await withAdmin { admin, client in
            let page = try await admin.page().text

            #expect(page.contains("This is a Ponte sandbox, not VTEX"))
            #expect(page.contains("No password: these screens answer whoever can reach"))
            #expect(page.contains("<code>http://127.0.0.1:\(client.port)/vtex/lojademo</code>"))
            #expect(page.matches(of: /0 \/ 4 done/).count == 3)
        }
    }

    @Test func `article 002 by hand ticks its own steps`() async throws {
        try await withAdmin { admin, client in
            let form = try await admin.page("/roles/new?sent=1&all=Dynamic+Storage").text
            let storage = form.matches(of: /name="r" value="([^"]+)" checked/).map { String($0.1) }
            let rates = try await admin.page("/roles/new?sent=1&all=Rates+and+Benefits").text
                .matches(of: /name="r" value="([^"]+)" checked/).map { String($0.1) }
            let boxes = [
                "ADMIN_CRM", "Categoria.aspx", "CategoriaForm.aspx", "CategoriaSimilar.aspx",
                "CategoriaSimilarForm.aspx", "Sku.aspx", "OMSViewer", "FeedSubscription", "FeedHookV3Admin",
                "FeedHookV3Viewer", "ListOrders", "read_prices",
            ]
            let role = try await admin.role("Growlat Integration", boxes + storage + rates)
            let key = try await admin.key("growlat", roles: [role])

            let active = try await admin.page().text
            _ = try await admin.post("/keys/\(key.id)/state", [("active", "false")])
            let inactive = try await admin.page().text

            #expect(try await client.get("/api/oms/pvt/orders", key).status == 401)
            #expect(active.contains("4 / 4 done"))
            #expect(inactive.contains("3 / 4 done"))
        }
    }
}
