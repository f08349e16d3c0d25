import Basics
import Commerce
import ConnectorKit
import Connectors
import TestSupport
import Testing

/// The streams besides orders, walked over HTTP against a sandbox and counted against its own answers.
@Suite struct RecordStreamTests {
    private struct Shop: Sendable {
        let store: any Store
        let transport: HTTPTransport
        let credential: StoreCredential

        func source(_ stream: StreamKind) throws -> any RecordSource {
            try #require(store.records.first { $0.stream == stream })
        }

        /// Every record of a whole walk, by kind: the id and what it was met with last.
        func walk(_ stream: StreamKind, _ walk: RecordWalk = .everything) async throws -> [RecordKind: [String:
            RecordDocument]]
        {
            var found: [RecordKind: [String: RecordDocument]] = [:]
            var cursor: String?
            repeat {
                let page = try await source(stream).page(of: walk, after: cursor)
                #expect(page.unreadable.isEmpty)
                for record in page.records {
                    found[record.document.kind, default: [:]][record.document.externalID] = record.document
                }
                cursor = page.next
            } while cursor != nil
            return found
        }

        /// What the sandbox says itself, asked without a connector.
        func ask(_ path: String, pricing: Bool = false) async throws -> (
            status: Int, headers: [String: String], body: [UInt8]
        ) {
            let base = pricing ? credential.baseURL.replacing("/vtex/", with: "/vtex-api/") : credential.baseURL
            let response = try await transport.send(
                TransportRequest(
                    url: base + path, headers: [("rest-range", "resources=0-1")],
                    secretHeaders: [
                        ("x-vtex-api-appkey", Secret(credential.key)), ("x-vtex-api-apptoken", credential.token),
                    ], quotaGroup: "test"))
            return (response.status, response.headers, response.body)
        }

        func count(_ entity: String, _ filter: String = "") async throws -> Int {
            let answer = try await ask("/api/dataentities/\(entity)/search?_fields=id" + filter)
            let range = try #require(answer.headers["rest-content-range"])
            return try #require(range.split(separator: "/").last.flatMap { Int($0) })
        }

        func skus() async throws -> [String] {
            let body = try await ask("/api/catalog_system/pvt/sku/stockkeepingunitids?page=1&pagesize=1000").body
            var ids: [String] = []
            try JSONDocument(parsing: body).root.forEachElement { ids.append(String(try $0.integerValue())) }
            return ids
        }
    }

    private func withShop(
        orders: Int = 300, key label: String? = nil, _ body: @Sendable (Shop, StoreControl) async throws -> Void
    ) async throws {
        try await withStore(orders: orders) { control, _ in
            let key = try label.map { try control.key($0) } ?? control.owner
            let credential = StoreCredential(
                account: control.account, baseURL: control.address, key: key.appKey, token: key.appToken)
            let transport = HTTPTransport(version: "test")
            let connector = try ConnectorCatalog.connector(named: "vtex")
            let shop = Shop(
                store: connector.store(credential, transport: transport, clock: SystemClock()), transport: transport,
                credential: credential)
            do {
                try await body(shop, control)
            } catch {
                try? await transport.shutDown()
                throw error
            }
            try await transport.shutDown()
        }
    }

    @Test func `all customers come, with the consents and carts that there are`() async throws {
        try await withShop(orders: 900) { shop, _ in
            let customers = try await shop.count("CL")
            let asked = try await shop.count("CL", "&_where=isNewsletterOptIn%20is%20not%20null")
            let carts = try await shop.count("CL", "&_where=rclastcart%20is%20not%20null")
            let addresses = try await shop.count("AD")

            let found = try await shop.walk(.customers)
            let places = try await shop.walk(.addresses)

            #expect(customers > 250)
            #expect(found[.customer]?.count == customers)
            #expect(found[.subscriber]?.count == asked)
            #expect(found[.cart]?.count == carts)
            #expect(places[.address]?.count == addresses)
            #expect(try await shop.source(.customers).survey() == customers)
            let known = Set(found[.customer]?.keys.map { $0 } ?? [])
            #expect(
                places[.address]?.values.allSatisfy { $0.parent.map { known.contains($0.externalID) } ?? false } == true
            )
            let cart = try #require(found[.cart]?.values.first)
            #expect(try AbandonedCart(core: cart.core, person: nil).restoreQuery != nil)
        }
    }

    @Test func `news of customers are what changed in that time`() async throws {
        try await withShop(orders: 900) { shop, _ in
            let now = SystemClock().now()
            let since = now - .seconds(40 * 86_400)
            let all = try await shop.walk(.customers)[.customer] ?? [:]
            let expected = all.filter { $0.value.changedAt.map { $0 >= since } ?? false }.keys.sorted()

            let news = try await shop.walk(.customers, .changed(since: since, until: now))[.customer] ?? [:]

            #expect(expected.count > 100)
            #expect(Set(expected).isSubset(of: Set(news.keys)))
            #expect(news.values.allSatisfy { ($0.changedAt ?? .distantPast) >= since - .seconds(601) })
        }
    }

    @Test func `walks go on through faults of the platform when they are asked again`() async throws {
        try await withShop(orders: 600) { shop, control in
            let customers = try await shop.count("CL")
            try await control.addFault("empty-page", rate: 0.5, count: 4, path: "/api/dataentities")
            var found: Set<String> = []
            var cursor: String?
            var refusals = 0
            let walk = RecordWalk.changed(since: Instant(seconds: 1_500_000_000), until: SystemClock().now())

            repeat {
                do {
                    let page = try await shop.source(.customers).page(of: walk, after: cursor)
                    found.formUnion(page.records.map(\.document).filter { $0.kind == .customer }.map(\.externalID))
                    cursor = page.next
                } catch let error as PlatformError {
                    #expect(error.isRetryable)
                    refusals += 1
                }
            } while (cursor != nil || found.isEmpty) && refusals < 10

            #expect(found.count == customers)
            #expect(try await control.injectedFaults() == 4)
            #expect(refusals > 0)
        }
    }

    @Test func `article 002's role is enough for the catalogue, prices and promotions`() async throws {
        try await withShop(key: "article-002-growlat") { shop, _ in
            let ids = try await shop.skus()

            let catalogue = try await shop.walk(.catalogue)
            let prices = try await shop.walk(.prices)
            let promotions = try await shop.walk(.promotions)
            let customers = try await shop.walk(.customers)

            #expect(catalogue[.sku]?.keys.sorted() == ids.sorted())
            let products = Set(catalogue[.sku]?.values.compactMap { $0.parent?.externalID } ?? [])
            #expect(Set(catalogue[.product]?.keys.map { $0 } ?? []) == products)
            let shelves = Set(catalogue[.category]?.keys.map { $0 } ?? [])
            #expect(!shelves.isEmpty)
            // One SKU in twenty-nine has no price.
            #expect(prices[.price]?.keys.sorted() == ids.filter { (Int($0) ?? 0) % 29 != 0 }.sorted())
            #expect(promotions[.coupon]?.keys.sorted() == ["BEMVINDO10", "FRETEGRATIS", "VOLTE15"])
            #expect(promotions[.promotion]?.count == 7)
            #expect((customers[.customer]?.count ?? 0) > 0)
            let price = try #require(prices[.price]?.values.first)
            #expect(try Price(core: price.core, person: nil).base?.currency == "BRL")
            let error = await #expect(throws: PlatformError.self) { _ = try await shop.walk(.stock) }
            #expect(error?.kind == .forbidden)
            #expect(error?.remedy?.english.contains("Inventory read only") == true)
        }
    }

    @Test func `the stock of every SKU comes, as the sandbox has it`() async throws {
        try await withShop { shop, _ in
            let ids = try await shop.skus()

            let stock = try await shop.walk(.stock)[.stock] ?? [:]

            #expect(stock.keys.sorted() == ids.sorted())
            for id in ids.prefix(20) {
                var expected = 0
                var isUnlimited = false
                let body = try await shop.ask("/api/logistics/pvt/inventory/skus/\(id)").body
                try JSONDocument(parsing: body).root.forEach("balance") { balance in
                    expected += Int(max(0, try balance.integer("totalQuantity") - balance.integer("reservedQuantity")))
                    if try balance.bool("hasUnlimitedQuantity") { isUnlimited = true }
                }
                #expect(stock[id]?.facts.first?.value == (isUnlimited ? "unlimited" : String(expected)))
            }
        }
    }

    @Test func `the prices are those that the sandbox has`() async throws {
        try await withShop { shop, _ in
            let prices = try await shop.walk(.prices)[.price] ?? [:]

            for (id, document) in prices.sorted(by: { $0.key < $1.key }).prefix(20) {
                let root = try JSONDocument(parsing: try await shop.ask("/pricing/prices/\(id)", pricing: true).body)
                    .root
                let cents = try root.optionalFixed("basePrice", places: 2)
                #expect(try Price(core: document.core, person: nil).base?.amount == cents)
            }
            #expect(prices.values.contains { $0.facts.contains { $0.field == "fixed[atacado/10]" } })
        }
    }
}
