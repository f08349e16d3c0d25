import Basics
import NIOHTTP1
import Testing

@Suite struct AdminGuardTests {
    @Test(arguments: [
        ["Origin": "https://evil.example"], ["Origin": "null"], ["Origin": "http://127.0.0.1:1"],
        ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
    ])
    func `a form from another site changes nothing`(headers: [String: String]) async throws {
        try await withAdmin { admin, _ in
            let refused = try await admin.post("/keys", [("label", "intruso")], headers: headers)

            #expect(refused.status == 403)
            #expect(refused.text.contains("The form came from another site."))
            #expect(try await admin.page("/keys").text.contains("intruso") == false)
        }
    }

    @Test(arguments: ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "lojademo.evil.example:80"])
    func `a name that somebody pointed here is refused`(host: String) async throws {
        try await withAdmin { admin, _ in
            let refused = try await admin.send(.GET, "/admin/lojademo/keys", headers: ["Host": host])

            #expect(refused.status == 403)
            #expect(!refused.text.contains("vtexappkey"))
        }
    }

    @Test(arguments: ["localhost", "localhost:8090", "LOCALHOST", "lojademo.localhost", "[::1]:80", "192.168.0.7"])
    func `names that are this machine's own are served`(host: String) async throws {
        try await withAdmin { admin, _ in
            let served = try await admin.send(.GET, "/admin/lojademo/keys", headers: ["Host": host])

            #expect(served.status == 200)
        }
    }

    @Test func `pages carry a policy without scripts and keep out of frames and caches`() async throws {
        try await withAdmin { admin, _ in
            let page = try await admin.page("/keys")
            let style = try await admin.send(.GET, "/admin/style.css")
            let icon = try await admin.send(.GET, "/admin/icon.svg")

            #expect(
                page.headers.first(name: "Content-Security-Policy")
                    == "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'")
            #expect(page.headers.first(name: "X-Content-Type-Options") == "nosniff")
            #expect(page.headers.first(name: "X-Frame-Options") == "DENY")
            #expect(page.headers.first(name: "Referrer-Policy") == "same-origin")
            #expect(page.headers.first(name: "Cache-Control") == "no-store")
            #expect(style.headers.first(name: "Content-Type") == "text/css; charset=utf-8")
            #expect(icon.headers.first(name: "Content-Type") == "image/svg+xml")
        }
    }

    @Test func `a form that is too long is refused`() async throws {
        try await withAdmin { admin, _ in
            let refused = try await admin.post("/keys", [("label", String(repeating: "a", count: 70_000))])

            #expect(refused.status == 413)
        }
    }

    @Test func `what people write is text on every page`() async throws {
        // The last one hides its quotation mark behind a combining accent, which makes it another character.
        let evil = [
            "<script>alert(1)</script>", #""><img src=x onerror=alert(1)>"#, "'\u{301} x=\"\u{301} onfocus=alert(1) y",
        ]
        try await withAdmin { admin, client in
            for text in evil {
                let role = try await admin.role(text, ["ListOrders"])
                let key = try await admin.key(text, roles: [role])
                let made = try await admin.post(
                    "/users", [("email", key.name), ("name", text), ("role", String(role))])
                let user = try #require(made.location?.firstMatch(of: /users\/([0-9a-f]{32})/)).1
                _ = try await admin.post("/faults", [("kind", "slow"), ("percent", "1"), ("path", text)])
                let query = AdminClient.encoded(text)
                let paths = [
                    "", "/roles", "/roles?q=\(query)", "/roles/\(role)", "/roles/\(role)/delete",
                    "/roles/new?sent=1&name=\(query)&q=\(query)&r=\(query)&all=\(query)", "/keys", "/keys?q=\(query)",
                    "/keys/new?label=\(query)", "/keys/\(key.id)?link=\(query)&done=\(query)", "/keys/\(key.id)/delete",
                    "/users", "/users/new?email=\(query)&name=\(query)", "/users/\(user)", "/users/\(user)/delete",
                    "/orders?q=\(query)&status=\(query)&page=\(query)", "/faults", "/account", "/\(query)?a=\(query)",
                ]
                for path in paths {
                    let page = try await admin.page(path).text
                    #expect(!page.contains("<script"), "\(path)")
                    #expect(!page.contains("<img src=x"), "\(path)")
                    #expect(page.unicodeScalars.split(separator: "\"\u{301}".unicodeScalars).count == 1, "\(path)")
                    #expect(page.unicodeScalars.split(separator: "'\u{301}".unicodeScalars).count == 1, "\(path)")
                }
            }
            let refused = try await admin.post("/faults", [("kind", evil[1]), ("percent", evil[1]), ("path", evil[1])])
            #expect(!refused.text.contains("<img src=x"))
        }
    }
}
