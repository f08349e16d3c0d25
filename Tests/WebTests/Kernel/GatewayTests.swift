import Basics
import Commerce
import HTTPTypes
import Operations
import Records
import Storage
import TestSupport
import Testing
import Web

struct GatewayTests {
    @Test
    func `every answer has a request's number, its sender's own if it is a sane one`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let made = try await world.ask(.get, "/nowhere", key: nil)
            let kept = try await world.ask(.get, "/healthz", key: nil, headers: ["X-Request-Id": "abc-1.2_Z"])
            let odd = try await world.ask(.get, "/healthz", key: nil, headers: ["X-Request-Id": "a b"])

            #expect(made.header("X-Request-Id")?.hasPrefix("req_") == true)
            #expect(kept.header("X-Request-Id") == "abc-1.2_Z")
            #expect(odd.header("X-Request-Id")?.hasPrefix("req_") == true)
        }
    }

    @Test(arguments: ["/healthz", "/nowhere", "/api/v1/orders", "/api/docs", "/api/v1/nowhere"])
    func `every answer has the headers that keep browsers careful`(path: String) async throws {
        var settings = WebSettings()
        settings.publicURL = PublicURL(parsing: "https://localhost")
        try await WebWorld.open(.sqlite, orders: 0, settings: settings) { world in
            let answer = try await world.ask(.get, path, key: nil)

            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            let isPage = path == "/nowhere" || path == "/api/docs"
            #expect(answer.header("Referrer-Policy") == (isPage ? "same-origin" : nil))
            #expect(answer.header("Strict-Transport-Security") == "max-age=31536000")
            let policy = answer.header("Content-Security-Policy") ?? ""
            #expect(policy.hasPrefix("default-src 'none'"))
            #expect(policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe"))
        }
    }

    @Test
    func `a name that is not this server's is refused, but for probes by address`() async throws {
        var settings = WebSettings()
        settings.publicURL = PublicURL(parsing: "https://ponte.example.com")
        try await WebWorld.open(.sqlite, orders: 0, settings: settings) { world in
            let api = try await world.ask(.get, "/api/v1/orders", key: world.own.key)
            let page = try await world.ask(.get, "/nowhere", key: nil)
            let probe = try await world.ask(.get, "/healthz", key: nil)

            #expect(api.status == 421)
            #expect(api.code == "host.unknown")
            #expect(page.status == 421)
            #expect(probe.status == 200)
        }
    }

    @Test
    func `HEAD says what GET would, without it`() async throws {
        try await WebWorld.open(.sqlite, orders: 3) { world in
            let get = try await world.get("orders")
            let head = try await world.ask(.head, "/api/v1/orders", key: world.own.key)

            #expect(head.status == 200)
            #expect(head.text.isEmpty)
            #expect(head.header("Content-Length") == String(get.text.utf8.count))
            #expect(head.header("Content-Type") == get.header("Content-Type"))
        }
    }

    @Test(arguments: [
        ("pt-BR,pt;q=0.9", "Não há"), ("es-AR", "No hay"), ("de, en;q=0.5", "There is"), ("", "There is"),
    ])
    func `a problem is told in the reader's language`(header: String, words: String) async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let answer = try await world.ask(
                .get, "/api/v1/nowhere", key: nil, headers: header.isEmpty ? [:] : ["Accept-Language": header])

            #expect((answer.json["title"] as? String)?.hasPrefix(words) == true)
            #expect(answer.code == "not_found")
            #expect(answer.json["status"] as? Int == 404)
        }
    }

    @Test
    func `figures are not for those who come through a proxy that nobody declared`() async throws {
        var settings = WebSettings()
        settings.metricsToken = Secret("figures")
        try await WebWorld.open(.sqlite, settings: settings) { world in
            _ = try await world.get("orders")
            let without = try await world.ask(.get, "/metrics", key: nil)
            let with = try await world.ask(.get, "/metrics", key: "figures")

            #expect(without.status == 403)
            #expect(with.status == 200)
            #expect(with.text.contains("ponte_log_head{organization=\"\(world.own.organization.id)\"} 5\n"))
            #expect(
                with.text.contains(
                    "ponte_http_request_seconds_count{method=\"GET\",route=\"/api/v1/orders\",status=\"2xx\"} 1\n"))
            #expect(!with.text.contains("casa"))
        }
    }

    @Test
    func `a database that is gone makes the server not ready, and nothing of it is told`() async throws {
        try await WebWorld.open(.sqlite) { world in
            #expect(try await world.ask(.get, "/readyz", key: nil).status == 200)
            #expect(try await world.get("orders").status == 200)
            await world.services.database.close()

            let ready = try await world.ask(.get, "/readyz", key: nil)
            let order = try await world.get("orders")

            #expect(ready.status == 503)
            #expect([500, 503].contains(order.status))
            #expect(!order.text.contains("test.db"))
            #expect(try await world.ask(.get, "/healthz", key: nil).status == 200)
        }
    }
}
