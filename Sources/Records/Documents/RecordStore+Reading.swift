import Basics
import Commerce
import Storage

extension RecordStore {
    /// - Parameter seesPeople: without it the record comes without its person.
    package func find(_ id: RecordID, seesPeople: Bool, in transaction: any Transaction) throws -> StoredRecord? {
        try transaction.first(
            "\(selection(seesPeople)) AND r.id = \(id)", StoredRecord.init(row:))
    }

    package func find(
        _ link: RecordLink, of connection: ConnectionID, seesPeople: Bool, in transaction: any Transaction
    ) throws -> StoredRecord? {
        try transaction.first(
            """
            \(selection(seesPeople)) AND r.connection_id = \(connection) AND r.kind = \(link.kind.rawValue)
                AND r.external_id = \(link.externalID)
            """, StoredRecord.init(row:))
    }

    /// The records that `filter` asks for, those that changed last first; at most `limit`.
    ///
    /// The cost does not grow with the records stored. With a parent in the filter these are its children.
    /// - Parameter position: of the last one of the page before; nil for the first page.
    package func list(
        _ filter: RecordFilter, after position: RecordPosition?, limit: Int, in transaction: any Transaction
    ) throws -> [StoredRecord] {
        guard let search = try RecordSearch(filter, of: scope, in: transaction) else { return [] }
        return try transaction.all(
            """
            SELECT \(StoredRecord.columns(seesPeople: filter.seesPeople))
            \(search.selection(after: position, limit: limit))
            """, StoredRecord.init(row:))
    }

    /// Every record of a connection's kinds, deleted or not, in order of kind and external id: for tests and repairs.
    package func all(
        of connection: ConnectionID, seesPeople: Bool, limit: Int, in transaction: any Transaction
    ) throws -> [StoredRecord] {
        try transaction.all(
            """
            \(selection(seesPeople)) AND r.connection_id = \(connection) ORDER BY r.kind, r.external_id LIMIT \(limit)
            """, StoredRecord.init(row:))
    }

    /// A look at a stretch of a kind's records for those that nobody has asked the platform about since `instant`.
    ///
    /// - Parameters:
    ///   - cursor: the external id after which to look.
    ///   - stretch: how many records are looked at.
    /// - Returns: external ids of records that are not deleted and were not fetched since; and where the next look begins,
    ///   nil when this one reached the end.
    package func unmet(
        _ kind: RecordKind, of connection: ConnectionID, since instant: Instant, after cursor: String, stretch: Int,
        in transaction: any Transaction
    ) throws -> (externalIDs: [String], next: String?) {
        var externalIDs: [String] = []
        var last = cursor
        var count = 0
        try transaction.forEach(
            """
            SELECT external_id, fetched_at, deleted_at FROM records\(indexedBy: Self.byExternalID)
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                AND kind = \(kind.rawValue) AND external_id > \(cursor)
            ORDER BY external_id LIMIT \(stretch)
            """
        ) { row in
            count += 1
            last = try row.text(0)
            if row.isNull(2), try row.instant(1) < instant { externalIDs.append(last) }
        }
        return (externalIDs, count < stretch ? nil : last)
    }

    private func selection(_ seesPeople: Bool) -> SQL {
        """
        SELECT \(StoredRecord.columns(seesPeople: seesPeople)) FROM records r
        JOIN record_documents d ON d.organization_id = r.organization_id AND d.record_id = r.id
        \(StoredRecord.besides)
        WHERE r.organization_id = \(scope.organizationID)
        """
    }
}
