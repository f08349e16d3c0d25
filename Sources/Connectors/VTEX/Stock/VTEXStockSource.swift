import Basics
import Commerce
import ConnectorKit

/// Stock, asked SKU by SKU: VTEX lists none and does not tell what changed.
struct VTEXStockSource: RecordSource {
    var stream: StreamKind { .stock }
    var kinds: [RecordKind] { [.stock] }
    var mapperVersion: Int { 1 }
    var tellsChanges: Bool { false }

    /// Moves by the hour for warehouses that are filled again at fixed times.
    private static let filter = JSONFilter(removing: [], volatile: ["balance[].timeToRefill"])

    let client: VTEXClient

    private var list: VTEXSKUList { VTEXSKUList(client: client) }

    func survey() async throws -> Int? { try await list.count() }

    func page(
        of walk: RecordWalk, after cursor: String?, asking patience: any Patience
    ) async throws -> RecordPage {
        let number = VTEXPageNumber.number(cursor)
        let ids = try await patience.ask { try await list.page(number) }
        guard !ids.isEmpty else { return RecordPage(records: [], next: nil) }
        var page = RecordPage(records: [], next: String(number + 1))
        page.add(try await VTEXEach.map(ids, asking: patience) { try await ask($0) })
        return page
    }

    func fetch(_ kind: RecordKind, _ externalID: String) async throws -> [FetchedRecord] {
        switch try await ask(externalID) {
        case .record(let record): return [record]
        case .unreadable(let unreadable): throw unreadable.error
        case .none: return []
        }
    }

    private func ask(_ id: String) async throws -> VTEXReading {
        let startedAt = client.clock.now()
        let response = try await client.get(
            "/api/logistics/pvt/inventory/skus/" + PercentEncoding.segment(id), quotaGroup: VTEXClient.stockQuota)
        if let error = VTEXFailure(client: client, right: .readInventory).error(of: response) { throw error }
        if response.status == 404 { return .none }
        return try VTEXReading(.stock, id) {
            let root = try JSONDocument(parsing: response.body).root
            return try VTEXRecord.fetched(
                try Self.stock(root, skuID: id), payload: response.body, filter: Self.filter, fetchedAt: startedAt)
        }
    }

    private static func stock(_ root: JSONView, skuID: String) throws -> Stock {
        var stock = Stock(externalID: skuID)
        try root.forEach("balance") { view in
            var balance = Stock.Balance(
                warehouseID: try view.requiredWords("warehouseId"), total: try view.wholeNumber("totalQuantity") ?? 0,
                reserved: try view.wholeNumber("reservedQuantity") ?? 0,
                isUnlimited: try view.flag("hasUnlimitedQuantity") ?? false)
            balance.warehouse = try view.words("warehouseName")
            balance.supplyAt = try view.moment("dateOfSupplyUtc")
            stock.balances.append(balance)
        }
        stock.balances.sort { $0.warehouseID < $1.warehouseID }
        return stock
    }
}
