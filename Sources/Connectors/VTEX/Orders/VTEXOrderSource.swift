import Basics
import Commerce
import ConnectorKit

/// The orders of one VTEX account.
struct VTEXOrderSource: OrderSource {
    /// Raise it when the mapping gets better, so that kept payloads are mapped again.
    static let mapperVersion = 1

    let client: VTEXClient

    /// Two years, by the list's documentation. Source: docs/platforms/vtex.md.
    let reach: Duration? = .seconds(730 * 86_400)

    var mapperVersion: Int { VTEXOrderSource.mapperVersion }
    var payloadTemplate: [UInt8] { VTEXPayloadTemplate.bytes }

    func survey() async throws -> OrderSurvey {
        let page = try await read(VTEXOrderList.oldestFirst)
        return OrderSurvey(
            oldestPlacedAt: page.entries.first?.placedAt ?? page.unreadable.first?.query.from, total: page.total)
    }

    func list(_ query: OrderQuery, page: Int) async throws -> OrderListPage {
        try await read(VTEXOrderList.path(query, page: page), of: query)
    }

    func sweepQueries(since: Instant, until: Instant) -> [OrderQuery] {
        VTEXOrderFilter.sweep(since: since, until: until)
    }

    func fetch(_ externalID: String) async throws -> FetchedOrder? {
        let startedAt = client.clock.now()
        let response = try await client.get("/api/oms/pvt/orders/" + PercentEncoding.segment(externalID))
        if let error = VTEXFailure(client: client, right: .readOrder).error(of: response) { throw error }
        if response.status == 404 { return nil }
        return try VTEXPayload.order(of: response.body, id: externalID, fetchedAt: startedAt)
    }

    func map(payload: [UInt8]) throws -> Order {
        try VTEXPayload.map(payload, id: nil)
    }

    private func read(_ path: String, of query: OrderQuery? = nil) async throws -> OrderListPage {
        let response = try await client.get(path)
        if let error = VTEXFailure(client: client, right: .listOrders).error(of: response) { throw error }
        // Every account has this list.
        if response.status == 404 { throw PlatformError.wrongVTEXAccount(client, status: 404) }
        return try VTEXOrderList.page(response.body, of: query)
    }
}
