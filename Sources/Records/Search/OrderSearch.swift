import Basics
import Commerce
import Storage

/// How the orders of a filter are found, so that the cost does not grow with the orders stored: either a few ids lead,
/// which are sorted, or an index is walked from the newest on until enough is found.
///
/// SQLite plans without counting, and would walk all orders to meet the one of a number. What leads is therefore said:
/// by `CROSS JOIN`, whose order SQLite keeps, and by the index's name. PostgreSQL counts, and decides for itself.
struct OrderSearch {
    /// Up to how many matches a word is rare enough to sort what it finds; above, the orders are walked by time.
    private static let rareMax = 5_000

    private let query: OrderFilter
    private let scope: OrganizationScope
    /// The words, the rarest first.
    private let prefixes: [SearchPrefix]
    private let isRare: Bool
    private let recorded: RecordedSince?

    /// Nil when nothing can match: a question without a letter or digit, or with a word that no order has.
    /// - Throws: `RecordsError` with code `records.log_compacted` when it is no longer known what changed since then.
    init?(_ query: OrderFilter, of scope: OrganizationScope, in transaction: any Transaction) throws {
        self.query = query
        self.scope = scope
        recorded = try query.recordedSince.map { try RecordedSince($0, of: scope, in: transaction) }
        guard let text = query.text else {
            prefixes = []
            isRare = false
            return
        }
        let prefixes = OrderTerms.prefixes(of: text)
        guard !prefixes.isEmpty else { return nil }
        var counted: [(prefix: SearchPrefix, count: Int)] = []
        for prefix in prefixes {
            let count = try transaction.first(
                """
                SELECT COUNT(*) FROM (SELECT 1 FROM order_terms\(indexedBy: "order_terms_by_term")
                    WHERE organization_id = \(scope.organizationID) AND \(prefix.matches("term"))\(Self.personal(query))
                    LIMIT \(Self.rareMax + 1)) AS matches
                """
            ) { try $0.int(0) }
            guard let count, count > 0 else { return nil }
            counted.append((prefix, count))
        }
        counted.sort { $0.count < $1.count }
        self.prefixes = counted.map(\.prefix)
        isRare = (counted.first?.count ?? 0) <= Self.rareMax
    }

    /// What follows a SELECT's columns, with `o` for the order and `d` for its document: newest first.
    func selection(after position: OrderPosition?, limit: Int) -> SQL {
        let walk = Walk(position: position, limit: limit)
        guard let leading = leading(walk) else {
            return """
                FROM \(orders(status: query.statuses.first))
                JOIN order_documents d ON d.organization_id = o.organization_id AND d.order_id = o.id
                WHERE o.organization_id = \(scope.organizationID)\(conditions(walk, query.statuses)) \(walk.newestFirst)
                """
        }
        return """
            FROM (SELECT o.id, o.connection_id, o.version, o.mapper_version, o.placed_at
                FROM (\(leading)) AS led CROSS JOIN orders o
                WHERE o.organization_id = \(scope.organizationID) AND o.id = led.id\(conditions(walk, query.statuses))
                \(walk.newestFirst)) AS o
            CROSS JOIN order_documents d WHERE d.organization_id = \(scope.organizationID) AND d.order_id = o.id
            \(walk.newestFirst)
            """
    }

    /// The part of the list that is asked for.
    private struct Walk {
        let position: OrderPosition?
        let limit: Int

        var newestFirst: SQL { "ORDER BY o.placed_at DESC, o.id DESC LIMIT \(limit)" }
    }

    // MARK: What leads

    private var areChangesFew: Bool { recorded?.isWithin(Self.rareMax) ?? false }

    /// A SELECT of few ids, each once, as `id`. Nil when an index is walked.
    private func leading(_ walk: Walk) -> SQL? {
        if let externalID = query.externalID {
            return """
                SELECT e.id FROM connections c CROSS JOIN orders e WHERE c.organization_id = \(scope.organizationID)
                    AND e.organization_id = c.organization_id AND e.connection_id = c.id
                    AND e.external_id = \(externalID)
                """
        }
        if isRare, let rarest = prefixes.first {
            return """
                SELECT DISTINCT order_id AS id FROM order_terms\(indexedBy: "order_terms_by_term")
                WHERE organization_id = \(scope.organizationID) AND \(rarest.matches("term"))\(Self.personal(query))
                """
        }
        if let recorded, areChangesFew {
            return "SELECT DISTINCT record_id AS id FROM changes WHERE \(recorded.isNamed)"
        }
        guard query.statuses.count > 1 else { return nil }
        // Each status has its own walk, as no index has several in the order of time; the newest of all are shown.
        var walks: SQL = ""
        for (number, status) in query.statuses.enumerated() {
            let one: SQL = """
                SELECT id FROM (SELECT o.id FROM \(orders(status: status))
                    WHERE o.organization_id = \(scope.organizationID)\(conditions(walk, [status]))
                    \(walk.newestFirst)) AS walk
                """
            walks = number == 0 ? one : "\(walks) UNION ALL \(one)"
        }
        return walks
    }

    /// The table `o`, with the index that has the newest orders of what is asked for at its end.
    private func orders(status: OrderStatus?) -> SQL {
        if status != nil { return "orders o\(indexedBy: "orders_by_status")" }
        if query.connection != nil { return "orders o\(indexedBy: "orders_by_connection")" }
        return "orders o\(indexedBy: "orders_by_time")"
    }

    // MARK: What is looked at on the way

    private func conditions(_ walk: Walk, _ statuses: [OrderStatus]) -> SQL {
        var sql: SQL = ""
        if let connection = query.connection { sql = "\(sql) AND o.connection_id = \(connection)" }
        if statuses.count == 1 {
            sql = "\(sql) AND o.status = \(statuses[0].rawValue)"
        } else if !statuses.isEmpty {
            sql = "\(sql) AND o.status \(anyOf: statuses.map(\.rawValue))"
        }
        if let from = query.placedFrom { sql = "\(sql) AND o.placed_at >= \(from)" }
        if let until = query.placedUntil { sql = "\(sql) AND o.placed_at < \(until)" }
        if let recorded { sql = "\(sql) AND \(recorded.isMet)" }
        for prefix in prefixes {
            sql = """
                \(sql) AND EXISTS (SELECT 1 FROM order_terms t WHERE t.organization_id = \(scope.organizationID)
                    AND t.order_id = o.id AND \(prefix.matches("t.term"))\(Self.personal(query)))
                """
        }
        if let position = walk.position {
            sql = "\(sql) AND (o.placed_at, o.id) < (\(position.placedAt), \(position.id))"
        }
        return sql
    }

    private static func personal(_ query: OrderFilter) -> SQL { query.seesPeople ? "" : " AND is_personal = 0" }
}
