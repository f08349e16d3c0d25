import Basics
import Commerce
import ConnectorKit

/// Categories, SKUs and their products.
///
/// Products are put together from their SKUs, which every catalogue role may read; VTEX's own document of a product makes
/// it better where the key may read that too. VTEX does not tell what changed: a look for news walks all.
struct VTEXCatalogueSource: RecordSource {
    var stream: StreamKind { .catalogue }
    var kinds: [RecordKind] { [.category, .product, .sku] }
    var mapperVersion: Int { 1 }
    var tellsChanges: Bool { false }

    let client: VTEXClient
    let productDetails: VTEXOptionalRight

    private var list: VTEXSKUList { VTEXSKUList(client: client) }

    /// SKUs; how many categories and products there are nobody tells.
    func survey() async throws -> Int? { try await list.count() }

    func page(
        of walk: RecordWalk, after cursor: String?, asking patience: any Patience
    ) async throws -> RecordPage {
        guard let cursor else {
            let tree = try await patience.ask { try await VTEXCategoryTree(client: client).read() }
            return RecordPage(records: tree.records, unreadable: tree.unreadable, next: "1")
        }
        let number = VTEXPageNumber.number(cursor)
        let ids = try await patience.ask { try await list.page(number) }
        guard !ids.isEmpty else { return RecordPage(records: [], next: nil) }
        var page = RecordPage(records: [], next: String(number + 1))
        try await read(ids, into: &page, asking: patience)
        return page
    }

    func fetch(_ kind: RecordKind, _ externalID: String) async throws -> [FetchedRecord] {
        if kind == .category {
            return try await VTEXCategoryTree(client: client).read().records.filter {
                $0.document.externalID == externalID
            }
        }
        guard let sku = kind == .product ? try await firstSKU(of: externalID) : externalID else { return [] }
        var page = RecordPage(records: [], next: nil)
        try await read([sku], into: &page, asking: NoPatience())
        if let unreadable = page.unreadable.first { throw unreadable.error }
        return page.records
    }

    // MARK: SKUs and products

    /// A SKU's answer; nil when there is no such SKU.
    private struct Answer: Sendable {
        let id: String
        let fetchedAt: Instant
        let body: [UInt8]?
    }

    private func read(
        _ ids: [String], into page: inout RecordPage, asking patience: any Patience
    ) async throws {
        let answers = try await VTEXEach.map(ids, asking: patience) { try await ask($0) }
        var products: [String] = []
        var firstAnswers: [String: Answer] = [:]
        for answer in answers {
            guard let body = answer.body else { continue }
            do {
                let context = try VTEXSKUContext(body, fetchedAt: answer.fetchedAt)
                page.records.append(try context.skuRecord())
                let product = try context.productID()
                if firstAnswers[product] == nil {
                    products.append(product)
                    firstAnswers[product] = answer
                }
            } catch {
                page.unreadable.append(try VTEXRecord.unreadable(.sku, answer.id, error))
            }
        }
        let details = try await VTEXEach.map(products, asking: patience) { try await self.details($0) }
        for (product, details) in zip(products, details) {
            guard let answer = firstAnswers[product], let body = answer.body else { continue }
            do {
                let context = try VTEXSKUContext(body, fetchedAt: answer.fetchedAt)
                page.records.append(try context.productRecord(details: details))
            } catch {
                page.unreadable.append(try VTEXRecord.unreadable(.product, product, error))
            }
        }
    }

    private func ask(_ id: String) async throws -> Answer {
        let startedAt = client.clock.now()
        let response = try await client.get(
            "/api/catalog_system/pvt/sku/stockkeepingunitbyid/" + PercentEncoding.segment(id),
            quotaGroup: VTEXClient.catalogueQuota)
        if let error = VTEXFailure(client: client, right: .readSKUs).error(of: response) { throw error }
        return Answer(id: id, fetchedAt: startedAt, body: response.status == 404 ? nil : response.body)
    }

    /// VTEX's own document of a product; nil when the key may not read it or there is none.
    private func details(_ id: String) async throws -> [UInt8]? {
        guard productDetails.isWorthAsking(at: client.clock.now()) else { return nil }
        let response = try await client.get(
            "/api/catalog/pvt/product/" + PercentEncoding.segment(id), quotaGroup: VTEXClient.catalogueQuota)
        if response.status == 403 {
            productDetails.refuse(at: client.clock.now())
            return nil
        }
        if let error = VTEXFailure(client: client, right: .readProductDetails).error(of: response) { throw error }
        return response.status == 404 ? nil : response.body
    }

    private func firstSKU(of product: String) async throws -> String? {
        let response = try await client.get(
            "/api/catalog_system/pvt/sku/stockkeepingunitByProductId/" + PercentEncoding.segment(product),
            quotaGroup: VTEXClient.catalogueQuota)
        if let error = VTEXFailure(client: client, right: .readSKUs).error(of: response) { throw error }
        guard response.status != 404 else { return nil }
        do {
            var first: String?
            try JSONDocument(parsing: response.body).root.forEachElement { sku in
                if first == nil { first = try sku.words("Id") }
            }
            return first
        } catch {
            throw try VTEXRecord.unreadable(.product, product, error).error
        }
    }
}
