import Basics
import Commerce
import ConnectorKit

/// Prices, asked SKU by SKU: VTEX lists none and does not tell what changed.
struct VTEXPriceSource: RecordSource {
    var stream: StreamKind { .prices }
    var kinds: [RecordKind] { [.price] }
    var mapperVersion: Int { 1 }
    var tellsChanges: Bool { false }

    let client: VTEXClient
    let currency: VTEXCurrency

    private var list: VTEXSKUList { VTEXSKUList(client: client) }

    /// SKUs, of which some may have no price.
    func survey() async throws -> Int? { try await list.count() }

    func page(
        of walk: RecordWalk, after cursor: String?, asking patience: any Patience
    ) async throws -> RecordPage {
        let number = VTEXPageNumber.number(cursor)
        let ids = try await patience.ask { try await list.page(number) }
        guard !ids.isEmpty else { return RecordPage(records: [], next: nil) }
        let currency = try await patience.ask { try await self.currency.code(client) }
        var page = RecordPage(records: [], next: String(number + 1))
        page.add(try await VTEXEach.map(ids, asking: patience) { try await ask($0, currency) })
        return page
    }

    func fetch(_ kind: RecordKind, _ externalID: String) async throws -> [FetchedRecord] {
        switch try await ask(externalID, try await currency.code(client)) {
        case .record(let record): return [record]
        case .unreadable(let unreadable): throw unreadable.error
        case .none: return []
        }
    }

    /// - Returns: `.none` for a SKU without a price, which VTEX answers 404.
    private func ask(_ id: String, _ currency: String) async throws -> VTEXReading {
        let startedAt = client.clock.now()
        let response = try await client.get(
            "/pricing/prices/" + PercentEncoding.segment(id), on: .pricing, quotaGroup: VTEXClient.pricingQuota)
        if let error = VTEXFailure(client: client, right: .readPrices).error(of: response) { throw error }
        if response.status == 404 { return .none }
        return try VTEXReading(.price, id) {
            try VTEXPrice.record(response.body, skuID: id, fetchedAt: startedAt, currency: currency)
        }
    }
}
