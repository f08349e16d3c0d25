import Basics
import Commerce
import Storage

/// How the records of a filter are found, so that the cost does not grow with the records stored: either a rare word leads
/// and what it finds is sorted, or an index is walked from the latest change on until enough is found. As `OrderSearch`,
/// what leads is said, because SQLite plans without counting.
struct RecordSearch {
    /// Up to how many matches a word is rare enough to sort what it finds.
    private static let rareMax = 5_000

    private let filter: RecordFilter
    private let scope: OrganizationScope
    /// The words, the rarest first.
    private let prefixes: [SearchPrefix]
    private let isRare: Bool

    /// Nil when nothing can match: a question without a letter or digit, or with a word that no record has.
    init?(_ filter: RecordFilter, of scope: OrganizationScope, in transaction: any Transaction) throws {
        self.filter = filter
        self.scope = scope
        guard let text = filter.text else {
            prefixes = []
            isRare = false
            return
        }
        let prefixes = SearchTerms.prefixes(of: SearchPieces.cut(text))
        guard !prefixes.isEmpty else { return nil }
        var counted: [(prefix: SearchPrefix, count: Int)] = []
        for prefix in prefixes {
            let count = try transaction.first(
                """
                SELECT COUNT(*) FROM (SELECT 1 FROM record_terms\(indexedBy: "record_terms_by_term")
                    WHERE \(Self.has(prefix, filter, scope)) LIMIT \(Self.rareMax + 1)) AS matches
                """
            ) { try $0.int(0) }
            guard let count, count > 0 else { return nil }
            counted.append((prefix, count))
        }
        counted.sort { $0.count < $1.count }
        self.prefixes = counted.map(\.prefix)
        isRare = (counted.first?.count ?? 0) <= Self.rareMax
    }

    /// What follows a SELECT's columns, with `r` for the record and `d` for its document: the latest change first.
    func selection(after position: RecordPosition?, limit: Int) -> SQL {
        let latestFirst: SQL = "ORDER BY r.changed_at DESC, r.id DESC LIMIT \(limit)"
        guard isRare, let rarest = prefixes.first else {
            return """
                FROM records r\(indexedBy: index)
                JOIN record_documents d ON d.organization_id = r.organization_id AND d.record_id = r.id
                \(StoredRecord.besides)
                WHERE \(conditions(position)) \(latestFirst)
                """
        }
        return """
            FROM (SELECT DISTINCT record_id AS id FROM record_terms\(indexedBy: "record_terms_by_term")
                WHERE \(Self.has(rarest, filter, scope))) AS led
            CROSS JOIN records r
            CROSS JOIN record_documents d
            \(StoredRecord.besides)
            WHERE r.id = led.id AND d.organization_id = \(scope.organizationID) AND d.record_id = r.id
                AND \(conditions(position)) \(latestFirst)
            """
    }

    private var index: StaticString {
        guard filter.connection != nil else { return "records_by_time" }
        return filter.parent == nil ? "records_by_connection" : "records_by_parent"
    }

    private func conditions(_ position: RecordPosition?) -> SQL {
        var sql: SQL = "r.organization_id = \(scope.organizationID) AND r.kind = \(filter.kind.rawValue)"
        if let connection = filter.connection {
            sql = "\(sql) AND r.connection_id = \(connection)"
            if let parent = filter.parent {
                sql = """
                    \(sql) AND r.parent_kind = \(parent.kind.rawValue)
                        AND r.parent_external_id = \(parent.externalID)
                    """
            }
        }
        if let isDeleted = filter.isDeleted {
            let condition: SQL = isDeleted ? " AND r.deleted_at IS NOT NULL" : " AND r.deleted_at IS NULL"
            sql = "\(sql)\(condition)"
        }
        for prefix in prefixes {
            sql = """
                \(sql) AND EXISTS (SELECT 1 FROM record_terms t WHERE t.organization_id = \(scope.organizationID)
                    AND t.record_id = r.id AND \(prefix.matches("t.term"))\(Self.personal(filter)))
                """
        }
        if let position {
            sql = "\(sql) AND (r.changed_at, r.id) < (\(position.changedAt), \(position.id))"
        }
        return sql
    }

    private static func has(_ prefix: SearchPrefix, _ filter: RecordFilter, _ scope: OrganizationScope) -> SQL {
        """
        organization_id = \(scope.organizationID) AND kind = \(filter.kind.rawValue)
            AND \(prefix.matches("term"))\(personal(filter))
        """
    }

    private static func personal(_ filter: RecordFilter) -> SQL { filter.seesPeople ? "" : " AND is_personal = 0" }
}
