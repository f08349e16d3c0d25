import Basics
import Commerce
import Storage

extension OrderRecords {
    /// The orders that `query` asks for, by time of placing, newest first.
    ///
    /// The cost does not grow with the orders stored: an index is walked from `position` on. A word that many orders have
    /// is met often on that walk; one that few have is looked up, and what it finds is sorted.
    /// - Parameter limit: at most as many.
    package func list(
        _ query: OrderFilter, after position: OrderPosition?, limit: Int, in transaction: any Transaction
    ) throws -> [StoredOrder] {
        guard let search = try OrderSearch(query, of: scope, in: transaction) else { return [] }
        let person: SQL = query.seesPeople ? "d.person" : "NULL"
        return try transaction.all(
            """
            SELECT o.id, o.connection_id, o.version, o.mapper_version, d.core, \(person)
            \(search.selection(after: position, limit: limit))
            """, StoredOrder.init(row:))
    }

    /// The same as JSON objects with a comma between them, straight from the stored bytes: `id`, `connection` and `version`
    /// before the order's own members, `person` after them where it may be seen.
    ///
    /// - Returns: the last order's position; nil when there was none. With `limit + 1` asked for, the caller learns
    ///   whether there are more: the last one is counted, not written.
    package func write<Sink: ByteSink>(
        _ query: OrderFilter, after position: OrderPosition?, limit: Int, to sink: inout Sink,
        in transaction: any Transaction
    ) throws -> OrderPosition? {
        guard let search = try OrderSearch(query, of: scope, in: transaction) else { return nil }
        let person: SQL = query.seesPeople ? "d.person" : "NULL"
        var count = 0
        var last: OrderPosition?
        var hasMore = false
        try transaction.forEach(
            """
            SELECT o.id, d.connection_id, d.version, d.core, \(person), o.placed_at
            \(search.selection(after: position, limit: limit + 1))
            """
        ) { row in
            guard count < limit else {
                hasMore = true
                return
            }
            if count > 0 { sink.append(",") }
            let id = try row.text(0)
            try Self.write(row, id: id, to: &sink)
            last = OrderPosition(placedAt: try row.instant(5), id: OrderID(stored: id))
            count += 1
        }
        return hasMore ? last : nil
    }

    /// One order as `write` writes it.
    /// - Returns: its version, which every change raises; nil when there is no such order.
    package func write<Sink: ByteSink>(
        _ id: OrderID, seesPeople: Bool, to sink: inout Sink, in transaction: any Transaction
    ) throws -> Int64? {
        let person: SQL = seesPeople ? "d.person" : "NULL"
        var version: Int64?
        try transaction.forEach(
            """
            SELECT d.order_id, d.connection_id, d.version, d.core, \(person) FROM order_documents d
            WHERE d.organization_id = \(scope.organizationID) AND d.order_id = \(id)
            """
        ) { row in
            version = try row.integer(2)
            try Self.write(row, id: id.text, to: &sink)
        }
        return version
    }

    /// - Parameter row: id, connection, version, core, person.
    private static func write<Sink: ByteSink>(_ row: Row, id: String, to sink: inout Sink) throws {
        sink.append("{\"id\":\"")
        sink.append(plain: id)
        sink.append("\",\"connection\":\"")
        sink.append(plain: try row.text(1))
        sink.append("\",\"version\":")
        sink.append(plain: String(try row.integer(2)))
        sink.append(",")
        // The stored record is an object with members: its braces give way to what goes before and after.
        try row.withBytes(3) { core in
            sink.append(core.bytes.extracting(droppingFirst: 1).extracting(droppingLast: 1))
        }
        if !row.isNull(4) {
            sink.append(",\"person\":")
            try row.withBytes(4) { sink.append($0.bytes) }
        }
        sink.append("}")
    }
}
