import Basics
import TestSupport

/// A platform that answers a key check of the store `novaloja`: orders may be listed and read, all else is 403.
enum StoreScript {
    static func transport(list statuses: [Int] = [200], feed: Int = 200) -> ScriptedTransport {
        let transport = ScriptedTransport()
        transport.answer("/", status: 403)
        for status in statuses {
            transport.answer(
                "/api/oms/pvt/orders?per_page=1&page=1", status: status,
                body: status == 200 ? #"{"list":[{"orderId":"v1-01"}]}"# : "{}")
        }
        transport.answer(
            "/api/oms/pvt/orders?orderBy=creationDate,asc&per_page=1&page=1",
            body: #"{"list":[{"orderId":"v1-01","creationDate":"2024-11-22T12:00:00.0000000+00:00"}],"#
                + #""paging":{"total":1240,"pages":1240,"currentPage":1,"perPage":1}}"#)
        transport.answer("/api/oms/pvt/orders/v1-01")
        transport.answer("/api/oms/pvt/orders/0000000000000-01", status: 404)
        transport.answer("/api/orders/feed/config", status: feed)
        return transport
    }
}
