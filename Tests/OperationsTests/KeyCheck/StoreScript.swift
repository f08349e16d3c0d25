import Basics
import ConnectorKit
import TestSupport

/// What a store's platform says to a key check, path by path.
enum StoreScript {
    static let list = "/api/oms/pvt/orders?per_page=1&page=1"
    static let survey = "/api/oms/pvt/orders?orderBy=creationDate,asc&per_page=1&page=1"
    static let order = "/api/oms/pvt/orders/v1-01"
    static let feed = "/api/orders/feed/config"
    static let prices = "/minhaloja/pricing/prices/1"

    /// A key that may list and read orders and nothing else, in a store of 1240 orders; all else is 403.
    static func play(on transport: ScriptedTransport, list status: Int = 200, feed feedStatus: Int = 200) {
        transport.answer("/", status: 403)
        transport.answer(list, status: status, body: status == 200 ? #"{"list":[{"orderId":"v1-01"}]}"# : "{}")
        transport.answer(
            survey, status: status,
            body: #"{"list":[{"orderId":"v1-01","creationDate":"2024-11-22T12:00:00.0000000+00:00"}],"#
                + #""paging":{"total":1240,"pages":1240,"currentPage":1,"perPage":1}}"#)
        transport.answer(order)
        // Without a listed order, one that cannot be is asked for.
        transport.answer("/api/oms/pvt/orders/0000000000000-01", status: 404)
        transport.answer(feed, status: feedStatus)
    }
}

/// A transport that never answers some questions, until their asker is cancelled.
struct StuckTransport: Transport {
    let inner: ScriptedTransport
    let clock: ManualClock
    /// Part of the addresses that are not answered; nil for all.
    let stuck: String?

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        if stuck.map(request.url.contains) ?? true { try await clock.sleep(for: .seconds(86_400)) }
        return try await inner.send(request)
    }
}
