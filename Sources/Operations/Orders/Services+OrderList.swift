import Basics
import Commerce
import Records
import Storage

extension Services {
    /// A part of a list of orders.
    package struct OrderList: Sendable {
        package let orders: [StoredOrder]
        /// Where the list goes on; nil at its end.
        package let next: OrderPosition?
    }

    /// Orders by time of placing, newest first; the cost does not grow with the orders stored.
    package func orders(
        _ query: OrderFilter, of scope: OrganizationScope, after position: OrderPosition?, limit: Int
    ) async throws -> OrderList {
        try await database.glance { transaction in
            let orders = try OrderRecords(scope).list(query, after: position, limit: limit + 1, in: transaction)
            let shown = orders.prefix(limit)
            let next = orders.count > limit ? shown.last : nil
            return OrderList(
                orders: Array(shown), next: next.map { OrderPosition(placedAt: $0.order.placedAt, id: $0.id) })
        }
    }

    /// The same as JSON objects with commas between them, straight from the stored bytes.
    ///
    /// - Parameter sink: makes what they are appended to; made where it is filled, so that nobody else holds its bytes.
    /// - Returns: the sink, and where the list goes on.
    package func writeOrders<Sink: ByteSink>(
        _ query: OrderFilter, of scope: OrganizationScope, after position: OrderPosition?, limit: Int,
        to sink: @escaping @Sendable () -> Sink
    ) async throws -> (Sink, OrderPosition?) {
        try await database.glance { transaction in
            var sink = sink()
            let next = try OrderRecords(scope).write(
                query, after: position, limit: limit, to: &sink, in: transaction)
            return (sink, next)
        }
    }

    /// One order as a JSON object, and its version. Nil when the organization has none of this id.
    package func writeOrder<Sink: ByteSink>(
        _ id: OrderID, of scope: OrganizationScope, seesPeople: Bool, to sink: @escaping @Sendable () -> Sink
    ) async throws -> (json: Sink, version: Int64)? {
        try await database.look { transaction in
            var sink = sink()
            let version = try OrderRecords(scope).write(id, seesPeople: seesPeople, to: &sink, in: transaction)
            return version.map { (sink, $0) }
        }
    }

    /// One order, for pages. Nil when the organization has none of this id.
    package func order(_ id: OrderID, of scope: OrganizationScope) async throws -> StoredOrder? {
        try await database.glance { try OrderRecords(scope).find(id, in: $0) }
    }

    /// Writes what lies beside orders that were stored before it did: search words, and whose they are.
    /// - Returns: false when nothing is left to do.
    package func fillOrders() async throws -> Bool {
        let now = clock.now()
        return try await database.write { try OrderFilling().step(at: now, in: $0) }
    }
}
