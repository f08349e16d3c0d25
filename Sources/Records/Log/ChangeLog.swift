import Basics
import Storage

/// The gapless log of one organization.
package struct ChangeLog: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// The number of the newest change; 0 when there is none.
    package func head(in transaction: any Transaction) throws -> Int64 {
        try extent(in: transaction).head
    }

    /// Changes after `position`, oldest first.
    /// - Throws: `RecordsError` with code `records.log_compacted` when `position` lies before what is kept.
    package func changes(after position: Int64, limit: Int, in transaction: any Transaction) throws -> [Change] {
        let extent = try extent(in: transaction)
        guard position >= extent.compactedThrough else {
            throw RecordsError(
                .logCompacted(position: position, through: extent.compactedThrough, head: extent.head))
        }
        return try transaction.all(
            """
            SELECT number, record_kind, record_id, connection_id, version, facts, cause, occurred_at, recorded_at
            FROM changes WHERE organization_id = \(scope.organizationID) AND number > \(position)
            ORDER BY number LIMIT \(limit)
            """, ChangeRow.change)
    }

    /// The changes of one record that the log still has, oldest first.
    package func changes(
        ofRecord id: String, kind: String, limit: Int, in transaction: any Transaction
    ) throws -> [Change] {
        try transaction.all(
            """
            SELECT number, record_kind, record_id, connection_id, version, facts, cause, occurred_at, recorded_at
            FROM changes\(indexedBy: "changes_by_record")
            WHERE organization_id = \(scope.organizationID) AND record_id = \(id) AND record_kind = \(kind)
            ORDER BY number LIMIT \(limit)
            """, ChangeRow.change)
    }

    /// The same as JSON objects with a comma between them, appended to `sink`; facts as the log keeps them.
    ///
    /// - Returns: the last number written, or `position` when there is nothing new; and the head.
    /// - Throws: `RecordsError` with code `records.log_compacted`, or `records.log_ahead` when `position` lies beyond the head.
    package func write<Sink: ByteSink>(
        after position: Int64, limit: Int, to sink: inout Sink, in transaction: any Transaction
    ) throws -> (last: Int64, head: Int64) {
        let extent = try extent(in: transaction)
        guard position >= extent.compactedThrough else {
            throw RecordsError(.logCompacted(position: position, through: extent.compactedThrough, head: extent.head))
        }
        guard position <= extent.head else {
            throw RecordsError(.logAhead(position: position, head: extent.head))
        }
        guard position < extent.head else { return (position, extent.head) }
        var last = position
        try transaction.forEach(
            """
            SELECT number, record_kind, record_id, connection_id, version, facts, cause, occurred_at, recorded_at
            FROM changes WHERE organization_id = \(scope.organizationID) AND number > \(position)
            ORDER BY number LIMIT \(limit)
            """
        ) { row in
            if last > position { sink.append(",") }
            last = try row.integer(0)
            sink.append(try ChangeRow.json(row))
        }
        return (last, extent.head)
    }

    /// Forgets changes up to and including `position`; what lies beyond the head stays to come.
    package func compact(through position: Int64, in transaction: any Transaction) throws {
        let extent = try extent(in: transaction)
        let end = min(position, extent.head)
        guard end > extent.compactedThrough else { return }
        try transaction.execute(
            "DELETE FROM changes WHERE organization_id = \(scope.organizationID) AND number <= \(end)")
        try transaction.execute(
            """
            UPDATE change_heads SET compacted_through = \(end) WHERE organization_id = \(scope.organizationID)
            """)
    }

    /// Gives a new organization its empty log.
    func begin(in transaction: any Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO change_heads (organization_id, head, compacted_through)
            VALUES (\(scope.organizationID), 0, 0)
            """)
    }

    /// Waits for other writers of this log before any work is done that a serialization failure would throw away.
    func lineUp(in transaction: any Transaction) throws {
        // An SQLite write transaction has the database to itself already.
        guard transaction.engine == .postgres else { return }
        try transaction.forEach(
            "SELECT head FROM change_heads WHERE organization_id = \(scope.organizationID) FOR UPDATE"
        ) { _ in }
    }

    /// Adds changes with the next numbers. Call it last: from here on other writers of the log wait for the commit.
    ///
    /// - Returns: the new head.
    /// - Throws: `RecordsError` with code `records.organization_missing`.
    @discardableResult
    package func append(_ changes: [NewChange], at instant: Instant, in transaction: any Transaction) throws -> Int64 {
        let head = try transaction.first(
            """
            UPDATE change_heads SET head = head + \(changes.count)
            WHERE organization_id = \(scope.organizationID) RETURNING head
            """
        ) { try $0.integer(0) }
        guard let head else { throw missingOrganization }
        var rows = ChangeRow.bulk(capacity: changes.count)
        for (offset, change) in changes.enumerated() {
            let number = head - Int64(changes.count - 1 - offset)
            ChangeRow.append(change, number: number, at: instant, of: scope.organizationID, to: &rows)
        }
        try transaction.insert(rows, into: "changes", onConflict: .fail)
        return head
    }

    func extent(in transaction: any Transaction) throws -> (head: Int64, compactedThrough: Int64) {
        let extent = try transaction.first(
            "SELECT head, compacted_through FROM change_heads WHERE organization_id = \(scope.organizationID)"
        ) { (head: try $0.integer(0), compactedThrough: try $0.integer(1)) }
        guard let extent else { throw missingOrganization }
        return extent
    }

    private var missingOrganization: RecordsError {
        RecordsError(.organizationMissing(id: scope.organizationID.text))
    }
}
