import Basics
import Commerce
import ConnectorKit
import Connectors
import TestSupport
import Testing

@Suite struct VTEXOrderSourceTests {
    private static let token = String(repeating: "PLANTED", count: 18) + "XX"

    private func source(_ transport: ScriptedTransport) throws -> any OrderSource {
        let connector = try ConnectorCatalog.connector(named: "vtex")
        let credential = StoreCredential(
            account: "minhaloja", baseURL: "https://minhaloja.vtexcommercestable.com.br",
            key: "vtexappkey-minhaloja-ABCDEF", token: Secret(Self.token))
        return try #require(connector.store(credential, transport: transport, clock: SystemClock()).orders)
    }

    private func instant(_ text: String) throws -> Instant { try #require(Instant(iso8601: text)) }

    private func window(_ filter: String = "") throws -> OrderQuery {
        OrderQuery(
            filter: filter, from: try instant("2026-01-01T00:00:00.000500Z"),
            until: try instant("2026-02-01T00:00:00.000500Z"))
    }

    private func listed(_ filter: String, page: Int = 1) async throws -> String {
        let transport = ScriptedTransport()
        transport.answer("/api/oms/pvt/orders?", body: VTEXFixtures.list)
        _ = try await source(transport).list(try window(filter), page: page)
        return try #require(transport.requests.first?.url)
    }

    @Test func `a page is asked for oldest first, in a window of whole milliseconds around the query`() async throws {
        let url = try await listed("", page: 30)

        #expect(
            url
                == "https://minhaloja.vtexcommercestable.com.br/api/oms/pvt/orders?orderBy=creationDate,asc&per_page=100"
                + "&page=30&f_creationDate=creationDate%3A%5B2026-01-01T00%3A00%3A00.000Z%20TO%20"
                + "2026-02-01T00%3A00%3A00.001Z%5D")
    }

    @Test(arguments: [
        ("status:handling", "&f_status=handling"), ("hasInputInvoice", "&f_hasInputInvoice=true"),
        (
            "invoiced:2026-01-01T00:00:00.000Z/2026-01-02T00:00:00.000Z",
            "&f_invoicedDate=invoicedDate%3A%5B2026-01-01T00%3A00%3A00.000Z%20TO%202026-01-02T00%3A00%3A00.000Z%5D"
        ),
    ])
    func `filters become parameters`(filter: String, parameter: String) async throws {
        #expect(try await listed(filter).hasSuffix(parameter))
    }

    @Test func `every request carries the key in its headers and the token as a secret`() async throws {
        let transport = ScriptedTransport()
        transport.answer("/api/oms/pvt/orders?", body: VTEXFixtures.list)

        _ = try await source(transport).survey()

        let request = try #require(transport.requests.first)
        #expect(request.secretHeaders.map(\.name) == ["x-vtex-api-appkey", "x-vtex-api-apptoken"])
        #expect(request.secretHeaders.last?.value == Secret(Self.token))
        #expect(!"\(request)".contains("PLANTED"))
        #expect(request.url.hasSuffix("/api/oms/pvt/orders?orderBy=creationDate,asc&per_page=1&page=1"))
        #expect(request.quotaGroup == "oms")
    }

    @Test func `a page tells ids, dates, its query's size and the wall`() async throws {
        let transport = ScriptedTransport()
        transport.answer("/api/oms/pvt/orders?", body: VTEXFixtures.list)

        let page = try await source(transport).list(try window(), page: 1)

        #expect(page.entries.map(\.externalID) == ["1420010203040-01", "XYZ-998877"])
        #expect(page.entries[0].placedAt == (try instant("2026-03-04T20:09:43Z")))
        #expect(page.total == 3120)
        #expect(page.pageCount == 32)
        #expect(page.pageLimit == 30)
    }

    @Test func `the survey tells the oldest order and how many there are`() async throws {
        let transport = ScriptedTransport()
        transport.answer("/api/oms/pvt/orders?", body: VTEXFixtures.list)
        let empty = ScriptedTransport()
        empty.answer("/api/oms/pvt/orders?", body: #"{"list":[],"paging":{"total":0,"pages":0}}"#)

        let survey = try await source(transport).survey()
        let nothing = try await source(empty).survey()

        #expect(survey == OrderSurvey(oldestPlacedAt: try instant("2026-03-04T20:09:43Z"), total: 3120))
        #expect(nothing == OrderSurvey(oldestPlacedAt: nil, total: 0))
    }

    @Test func `the digest follows what the order is, not how it is worded`() async throws {
        func digest(_ body: String) async throws -> String {
            let transport = ScriptedTransport()
            transport.answer("/api/oms/pvt/orders?", body: body)
            return try #require(try await source(transport).list(try window(), page: 1).entries.first?.digest)
        }
        let original = try await digest(VTEXFixtures.list)
        let reworded = try await digest(
            VTEXFixtures.list.replacing("Faturado", with: "Invoiced").replacing("Olá", with: "Hi")
                .replacing("Joana Teste", with: "J. T."))
        let number = try await digest(VTEXFixtures.list.replacing("31780.0", with: "31780"))
        let moved = try await digest(
            VTEXFixtures.list.replacing(#""status":"invoiced""#, with: #""status":"handling""#))

        #expect(original.utf8.count == 24)
        #expect(reworded == original)
        #expect(number == original)
        #expect(moved != original)
    }

    @Test func `an entry with an odd date is still listed, one without an id is set apart`() async throws {
        let odd = ScriptedTransport()
        odd.answer(
            "/api/oms/pvt/orders?", body: VTEXFixtures.list.replacing("2026-03-05T00:00:00+00:00", with: "ontem"))
        let nameless = ScriptedTransport()
        nameless.answer("/api/oms/pvt/orders?", body: VTEXFixtures.list.replacing(#""XYZ-998877""#, with: "null"))

        let page = try await source(odd).list(try window(), page: 1)
        let others = try await source(nameless).list(try window(), page: 1)
        let unreadable = try #require(others.unreadable.first)

        #expect(page.entries[1].placedAt == (try window().from))
        #expect(others.entries.map(\.externalID) == [page.entries[0].externalID])
        #expect(others.unreadable.count == 1)
        #expect(others.total == page.total)
        #expect(unreadable.error.kind == .unreadable)
        #expect(unreadable.error.explanation.english == "List of orders: a field is missing (list[1].orderId).")
        #expect(
            unreadable.query
                == OrderQuery(from: try instant("2026-03-05T00:00:00Z"), until: try instant("2026-03-05T00:00:00Z")))
    }

    @Test func `an entry without an id and a date is looked for beside its neighbours`() async throws {
        let transport = ScriptedTransport()
        transport.answer(
            "/api/oms/pvt/orders?",
            body: VTEXFixtures.list.replacing(#""XYZ-998877""#, with: "null")
                .replacing("2026-03-05T00:00:00+00:00", with: "ontem"))

        let page = try await source(transport).list(try window("status:handling"), page: 1)

        #expect(
            page.unreadable.map(\.query) == [
                OrderQuery(
                    filter: "status:handling", from: try #require(page.entries.last?.placedAt),
                    until: max(try window().until, try #require(page.entries.last?.placedAt)))
            ])
    }

    @Test func `the sweep lists every open status at any age, the invoiced, the returned and the canceled`() throws {
        let since = try instant("2026-06-01T00:00:00Z")
        let until = try instant("2026-06-02T00:00:00Z")

        let queries = try source(ScriptedTransport()).sweepQueries(since: since, until: until)

        let filters = queries.map(\.filter)
        #expect(Set(filters).count == filters.count)
        for status in ["payment-pending", "payment-approved", "ready-for-handling", "handling", "window-to-cancel"] {
            #expect(queries.contains { $0.filter == "status:" + status && $0.from < since - .seconds(86_400 * 3650) })
        }
        #expect(filters.contains("invoiced:2026-06-01T00:00:00.000Z/2026-06-02T00:00:00.000Z"))
        #expect(filters.contains("hasInputInvoice"))
        #expect(
            queries.last == OrderQuery(filter: "status:canceled", from: since - .seconds(90 * 86_400), until: until))
        #expect(queries.allSatisfy { $0.until == until })
    }

    @Test func `an id is encoded in the path, and an unknown one is nothing`() async throws {
        let transport = ScriptedTransport()
        transport.answer("/api/oms/pvt/orders/a%2Fb%20c", status: 404, body: #"{"error":{"code":"1"}}"#)

        let order = try await source(transport).fetch("a/b c")

        #expect(order == nil)
        #expect(transport.requests.count == 1)
    }

    @Test(arguments: [
        (401, PlatformError.Kind.unauthorised), (403, .forbidden), (429, .throttled), (408, .failing), (500, .failing),
        (503, .failing), (400, .refused), (302, .wrongAccount),
    ])
    func `statuses become errors that a person can act on`(status: Int, kind: PlatformError.Kind) async throws {
        let transport = ScriptedTransport()
        transport.answer("/", status: status, headers: ["retry-after": "7"], body: #"{"error":{"message":"PLANTED"}}"#)
        let source = try source(transport)

        let listing = await #expect(throws: PlatformError.self) { _ = try await source.list(try window(), page: 1) }
        let fetching = await #expect(throws: PlatformError.self) { _ = try await source.fetch("1") }

        for error in [listing, fetching] {
            #expect(error?.kind == kind)
            #expect(error?.status == status)
            for language in Language.allCases {
                #expect(error?.text(in: language).contains("PLANTED") == false)
                #expect(error?.text(in: language).contains("minhaloja") == true || kind == .forbidden)
            }
        }
        if kind == .throttled || kind == .failing { #expect(listing?.retryAfter == .seconds(7)) }
        if kind == .forbidden {
            #expect(listing?.remedy?.portuguese.contains("OMS → AcessoOMS → List Orders ou Checkout") == true)
            #expect(fetching?.remedy?.english.contains("OMS → OMS access → View order") == true)
        }
    }

    @Test func `a web page instead of data is no order and no end of one`() async throws {
        let transport = ScriptedTransport()
        transport.answer("/", status: 404, headers: ["content-type": "text/html"], body: "<html>404</html>")

        let error = await #expect(throws: PlatformError.self) { _ = try await source(transport).fetch("1") }

        #expect(error?.kind == .unreadable)
    }
}
