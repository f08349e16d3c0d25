import Basics
import Commerce
import Storage

extension OrderRecords {
    /// Up to how many matches a word is rare enough to sort what it finds; above, the orders are walked by time.
    private static let rareMax = 5_000

    /// The orders that `query` asks for, by time of placing, newest first.
    ///
    /// The cost does not grow with the orders stored: an index is walked from `position` on. A word that many orders have
    /// is met often on that walk; one that few have is looked up, and what it finds is sorted.
    /// - Parameter limit: at most as many.
    package func list(
        _ query: OrderFilter, after position: OrderPosition?, limit: Int, in transaction: any Transaction
    ) throws -> [StoredOrder] {
        guard let search = try search(query, in: transaction) else { return [] }
        let person: SQL = query.seesPeople ? "d.person" : "NULL"
        return try transaction.all(
            """
            SELECT o.id, o.connection_id, o.version, o.mapper_version, d.core, \(person)
            \(rest(query, search, position, limit))
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
        guard let search = try search(query, in: transaction) else { return nil }
        let person: SQL = query.seesPeople ? "d.person" : "NULL"
        var count = 0
        var last: OrderPosition?
        var hasMore = false
        try transaction.forEach(
            """
            SELECT o.id, o.connection_id, o.version, o.placed_at, d.core, \(person)
            \(rest(query, search, position, limit + 1))
            """
        ) { row in
            guard count < limit else {
                hasMore = true
                return
            }
            if count > 0 { sink.append(",") }
            let id = try row.text(0)
            try Self.write(row, id: id, to: &sink)
            last = OrderPosition(placedAt: try row.instant(3), id: OrderID(stored: id))
            count += 1
        }
        return hasMore ? last : nil
    }

    /// One order as `write` writes it.
    /// - Returns: false when there is no such order.
    package func write<Sink: ByteSink>(
        _ id: OrderID, seesPeople: Bool, to sink: inout Sink, in transaction: any Transaction
    ) throws -> Bool {
        let person: SQL = seesPeople ? "d.person" : "NULL"
        var found = false
        try transaction.forEach(
            """
            SELECT o.id, o.connection_id, o.version, o.placed_at, d.core, \(person) FROM orders o
            JOIN order_documents d ON d.organization_id = o.organization_id AND d.order_id = o.id
            WHERE o.organization_id = \(scope.organizationID) AND o.id = \(id)
            """
        ) { row in
            found = true
            try Self.write(row, id: id.text, to: &sink)
        }
        return found
    }

    private static func write<Sink: ByteSink>(_ row: Row, id: String, to sink: inout Sink) throws {
        sink.append("{\"id\":\"")
        sink.append(plain: id)
        sink.append("\",\"connection\":\"")
        sink.append(plain: try row.text(1))
        sink.append("\",\"version\":")
        sink.append(plain: String(try row.integer(2)))
        sink.append(",")
        // The stored record is an object with members: its braces give way to what goes before and after.
        try row.withBytes(4) { core in
            sink.append(BytesInPlace(rebasing: core.dropFirst().dropLast()))
        }
        if !row.isNull(5) {
            sink.append(",\"person\":")
            try row.withBytes(5) { sink.append($0) }
        }
        sink.append("}")
    }

    // MARK: The query

    /// The words, the rarest first. Nil when a question has no letter or digit, so that nothing can match.
    private func search(_ query: OrderFilter, in transaction: any Transaction) throws -> Search? {
        guard let text = query.text else { return Search(prefixes: [], isRare: false) }
        let prefixes = OrderTerms.prefixes(of: text)
        guard !prefixes.isEmpty else { return nil }
        var counted: [(prefix: SearchPrefix, count: Int)] = []
        for prefix in prefixes {
            let count = try transaction.first(
                """
                SELECT COUNT(*) FROM (SELECT 1 FROM order_terms WHERE organization_id = \(scope.organizationID)
                    AND \(prefix.matches("term"))\(personal(query)) LIMIT \(Self.rareMax + 1)) AS matches
                """
            ) { try $0.int(0) }
            guard let count, count > 0 else { return nil }
            counted.append((prefix, count))
        }
        counted.sort { $0.count < $1.count }
        return Search(prefixes: counted.map(\.prefix), isRare: (counted.first?.count ?? 0) <= Self.rareMax)
    }

    private struct Search {
        let prefixes: [SearchPrefix]
        let isRare: Bool
    }

    private func personal(_ query: OrderFilter) -> SQL { query.seesPeople ? "" : " AND is_personal = 0" }

    private func rest(_ query: OrderFilter, _ search: Search, _ position: OrderPosition?, _ limit: Int) -> SQL {
        var sql: SQL = """
            FROM orders o
            JOIN order_documents d ON d.organization_id = o.organization_id AND d.order_id = o.id
            WHERE o.organization_id = \(scope.organizationID)
            """
        if let connection = query.connection { sql = "\(sql) AND o.connection_id = \(connection)" }
        if let status = query.status { sql = "\(sql) AND o.status = \(status.rawValue)" }
        if let from = query.placedFrom { sql = "\(sql) AND o.placed_at >= \(from)" }
        if let until = query.placedUntil { sql = "\(sql) AND o.placed_at < \(until)" }
        if let externalID = query.externalID {
            sql = """
                \(sql) AND o.external_id = \(externalID) AND o.connection_id IN
                    (SELECT id FROM connections WHERE organization_id = \(scope.organizationID))
                """
        }
        for (number, prefix) in search.prefixes.enumerated() {
            if number == 0, search.isRare {
                sql = """
                    \(sql) AND o.id IN (SELECT order_id FROM order_terms WHERE organization_id = \(scope.organizationID)
                        AND \(prefix.matches("term"))\(personal(query)))
                    """
            } else {
                sql = """
                    \(sql) AND EXISTS (SELECT 1 FROM order_terms t WHERE t.organization_id = \(scope.organizationID)
                        AND t.order_id = o.id AND \(prefix.matches("t.term"))\(personal(query)))
                    """
            }
        }
        if let position {
            sql = "\(sql) AND (o.placed_at, o.id) < (\(position.placedAt), \(position.id))"
        }
        return "\(sql) ORDER BY o.placed_at DESC, o.id DESC LIMIT \(limit)"
    }
}
