import Basics
import ConnectorKit
import Connectors
import TestSupport
import Testing

@Suite struct VTEXKeyCheckTests {
    private static let token = String(repeating: "PLANTED", count: 18) + "XX"
    private static let probes = [
        "/api/oms/pvt/orders?per_page=1&page=1", "/api/oms/pvt/orders/", "/api/orders/feed/config",
        "/api/dataentities/CL/search", "/api/dataentities/AD/search", "/api/catalog_system/pub/category/tree/1",
        "/api/catalog/pvt/category/1", "/api/catalog_system/pvt/sku/stockkeepingunitids",
        "/api/catalog_system/pvt/products/GetProductAndSkuIds", "/api/catalog_system/pvt/brand/pagedlist",
        "/api/rnb/pvt/benefits/calculatorconfiguration", "/api/rnb/pvt/coupon/",
        "/api/logistics/pvt/configuration/warehouses", "/api/logistics/pvt/inventory/skus/1",
        "/api/catalog/pvt/product/1",
    ]
    private static let pricing = "/minhaloja/pricing/prices/1"

    private func probe(_ transport: ScriptedTransport, baseURL: String = "https://minhaloja.vtexcommercestable.com.br")
        throws -> any CredentialProbe
    {
        let connector = try ConnectorCatalog.connector(named: "vtex")
        let credential = StoreCredential(
            account: "minhaloja", baseURL: baseURL, key: "vtexappkey-minhaloja-ABCDEF", token: Secret(Self.token))
        return try #require(connector.store(credential, transport: transport, clock: SystemClock()).keyCheck)
    }

    /// Answers every question with `status`, but for the paths in `except`.
    private func transport(_ status: Int, except: [String: Int] = [:]) -> ScriptedTransport {
        let transport = ScriptedTransport()
        for path in Self.probes + [Self.pricing] {
            let answer = except[path] ?? status
            let body = answer == 200 && path == Self.probes[0] ? #"{"list":[{"orderId":"v1-01"}]}"# : "{}"
            transport.answer(path, status: answer, body: body)
        }
        return transport
    }

    private func recipe(_ name: String, of probe: any CredentialProbe) throws -> Recipe {
        try #require(probe.recipes.first { $0.name == name })
    }

    private func names(_ lines: [KeyMatrix.Line]) -> [String] { lines.map(\.capability.name) }

    @Test func `the recipes are Ponte's own and the articles'`() throws {
        let names = try probe(ScriptedTransport()).recipes.map(\.name)

        #expect(
            names == [
                "orders", "store", "article-000-ra-trustvox", "article-002-growlat", "article-004-mais-fidelidade",
            ])
    }

    @Test func `a key that may everything is sufficient, and what it may beyond the job is excess`() async throws {
        let transport = transport(200)
        let probe = try probe(transport)

        let matrix = try await probe.check(try recipe("orders", of: probe))

        #expect(matrix.standing == .accepted)
        #expect(matrix.isSufficient)
        #expect(names(matrix.missing) == [])
        #expect(names(matrix.excess) == ["categories.manage"])
        #expect(
            names(matrix.extras) == [
                "customers.read", "addresses.read", "skus.read", "products.read", "products.details", "brands.read",
                "prices.read", "promotions.read", "coupons.read", "stock.read", "inventory.read",
            ])
        #expect(
            matrix.lines.filter { $0.verdict == .unknown }.map(\.capability.name) == [
                "orders.handle", "orders.invoice", "orders.cancel", "prices.write", "coupons.write", "webservice.use",
                "crm.administer",
            ])
    }

    @Test func `every question is a GET, asked once, at most four at a time, of no sandbox's own`() async throws {
        let transport = transport(200)
        let probe = try probe(transport)

        _ = try await probe.check(probe.recipes[0])

        let requests = transport.requests
        #expect(requests.count == 16)
        #expect(Set(requests.map(\.url)).count == 16)
        #expect(requests.allSatisfy { $0.method == .get && $0.body == nil && !$0.url.contains("_sandbox") })
        #expect(transport.mostUnderWay <= 4)
        #expect(requests.contains { $0.url == "https://api.vtex.com/minhaloja/pricing/prices/1" })
        // The first listed order is read, not a made-up one.
        #expect(requests.contains { $0.url.hasSuffix("/api/oms/pvt/orders/v1-01") })
        let range = requests.first { $0.url.contains("/CL/") }?.headers.first { $0.name == "rest-range" }?.value
        #expect(range == "resources=0-1")
    }

    @Test func `the role of article 000 reads an order and neither lists nor follows`() async throws {
        let transport = transport(403, except: [Self.probes[1]: 404, Self.probes[5]: 200])
        let probe = try probe(transport)

        let matrix = try await probe.check(try recipe("article-000-ra-trustvox", of: probe))

        #expect(matrix.standing == .accepted)
        #expect(!matrix.isSufficient)
        #expect(names(matrix.missing) == ["orders.list", "orders.feed"])
        #expect(
            matrix.lines.filter { $0.verdict == .granted }.map(\.capability.name) == ["orders.read", "categories.read"])
        #expect(names(matrix.excess) == [])
        #expect(matrix.unknowable.map(\.key) == ["orders"])
        let tick = try #require(matrix.missing.first?.ticks.first)
        #expect(tick.product.portuguese == "OMS")
        #expect(tick.category.portuguese == "AcessoOMS")
        #expect(tick.category.english == "OMS access")
        #expect(tick.resource.portuguese == "List Orders")
        #expect(
            matrix.recipe.articleResources.map(\.resource.portuguese).first
                == "View order (em guias antigos: Visualizar pedidos)")
        #expect(matrix.recipe.notes.first?.spanish.contains("marzo de 2023") == true)
    }

    @Test func `the role of article 002 does its job, products and brands are out of its reach`() async throws {
        let refused = [8, 9, 12, 13, 14].map { Self.probes[$0] }
        let transport = transport(200, except: Dictionary(uniqueKeysWithValues: refused.map { ($0, 403) }))
        let probe = try probe(transport)

        let matrix = try await probe.check(try recipe("article-002-growlat", of: probe))

        #expect(matrix.isSufficient)
        #expect(names(matrix.excess) == ["categories.manage"])
        #expect(matrix.unknowable.map(\.key).contains("ADMIN_CRM"))
        #expect(matrix.unknowable.map(\.key).contains("FeedSubscription"))
        #expect(!matrix.unknowable.map(\.key).contains("ListOrders"))
        #expect(matrix.recipe.notes.first?.english.contains("Dynamic Storage") == true)
    }

    @Test func `without Dynamic Storage the job of article 002 lacks the customers`() async throws {
        let transport = transport(200, except: [Self.probes[3]: 403, Self.probes[4]: 403])
        let probe = try probe(transport)

        let matrix = try await probe.check(try recipe("article-002-growlat", of: probe))

        #expect(names(matrix.missing) == ["customers.read", "addresses.read"])
        #expect(matrix.missing.first?.ticks.first?.key == "READONLY_USER_DS")
        #expect(matrix.missing.first?.ticks.first?.category.spanish == "Recursos genéricos para o Dynamic Storage")
    }

    @Test func `the job of article 004 needs coupons to be written, which the first use will tell`() async throws {
        let transport = transport(200)
        let probe = try probe(transport)

        let matrix = try await probe.check(try recipe("article-004-mais-fidelidade", of: probe))

        #expect(matrix.isSufficient)
        #expect(
            matrix.lines.filter { $0.isNeeded && $0.verdict == .unknown }.map(\.capability.name) == ["coupons.write"])
        #expect(names(matrix.unanswered) == [])
        #expect(matrix.recipe.articleResources == [])
    }

    @Test func `a refused key is asked twice and no more, and all three reasons are said`() async throws {
        let transport = transport(401)
        let probe = try probe(transport)

        let matrix = try await probe.check(probe.recipes[0])

        guard case .refused(let explanation, let remedy) = matrix.standing else {
            Issue.record("the key was accepted")
            return
        }
        #expect(transport.requests.count == 2)
        #expect(!matrix.isSufficient)
        #expect(explanation.portuguese.contains("não conhece a chave"))
        #expect(explanation.portuguese.contains("o token não é o dela"))
        #expect(explanation.portuguese.contains("inativa"))
        #expect(remedy.english.contains("renewed"))
        #expect(matrix.lines.allSatisfy { $0.verdict == .unknown })
        for language in Language.allCases {
            #expect(!(explanation[language] + remedy[language]).contains("PLANTED"))
        }
    }

    @Test func `one 401 among other answers is a missing right, not a bad key`() async throws {
        let transport = transport(200, except: [Self.probes[10]: 401])
        let probe = try probe(transport)

        let matrix = try await probe.check(try recipe("article-004-mais-fidelidade", of: probe))

        #expect(matrix.standing == .accepted)
        #expect(names(matrix.missing) == ["promotions.read"])
        #expect(matrix.missing.first?.evidence == "401")
    }

    @Test func `a busy or failing platform leaves a line open and blames nobody`() async throws {
        let transport = transport(200, except: [Self.probes[2]: 429, Self.probes[1]: 503])
        let probe = try probe(transport)

        let matrix = try await probe.check(probe.recipes[0])

        #expect(names(matrix.missing) == [])
        #expect(matrix.unanswered.map(\.evidence) == ["503", "429"])
    }

    @Test func `a platform that fails everywhere cannot be asked`() async throws {
        let probe = try probe(transport(503))

        let error = await #expect(throws: PlatformError.self) { _ = try await probe.check(probe.recipes[0]) }

        #expect(error?.kind == .failing)
        #expect(error?.status == 503)
    }

    @Test func `no network is told at once`() async throws {
        let transport = ScriptedTransport()
        transport.fail("/", with: PlatformError(kind: .unreachable, explanation: Phrase(same: "x")))
        let probe = try probe(transport)

        let error = await #expect(throws: PlatformError.self) { _ = try await probe.check(probe.recipes[0]) }

        #expect(error?.kind == .unreachable)
        #expect(transport.requests.count == 1)
    }

    @Test(arguments: [
        (404, "text/plain", "Account not found"), (404, "text/html", "<html>"), (200, "text/html", "<html>shop</html>"),
        (302, "text/html", ""),
    ])
    func `a host without this account is told apart`(status: Int, type: String, body: String) async throws {
        let transport = ScriptedTransport()
        transport.answer("/", status: status, headers: ["content-type": type], body: body)
        let probe = try probe(transport)

        let error = await #expect(throws: PlatformError.self) { _ = try await probe.check(probe.recipes[0]) }

        #expect(error?.kind == .wrongAccount)
        #expect(error?.explanation.english.contains("minhaloja") == true)
        #expect(transport.requests.count == 1)
    }

    @Test func `with a sandbox's address prices are asked beside it`() async throws {
        let transport = ScriptedTransport()
        transport.answer("/", status: 403)
        let probe = try probe(transport, baseURL: "http://127.0.0.1:8080/vtex/minhaloja")

        _ = try await probe.check(probe.recipes[0])

        #expect(transport.requests.contains { $0.url == "http://127.0.0.1:8080/vtex-api/minhaloja/pricing/prices/1" })
    }
}
