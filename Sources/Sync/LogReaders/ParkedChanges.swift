import Basics
import Records
import Storage

/// A change that a reader could not digest, or that came after one of the same record.
package struct ParkedChange: Hashable, Sendable {
    package let number: Int64
    package let recordKind: String
    package let recordID: String
    package let trouble: Trouble
    package let parkedAt: Instant
}

/// The changes that one reader of one organization has set aside.
package struct ParkedChanges: Sendable {
    let scope: OrganizationScope
    let reader: String

    package init(_ scope: OrganizationScope, reader: String) {
        self.scope = scope
        self.reader = reader
    }

    private var here: SQL { "organization_id = \(scope.organizationID) AND reader = \(reader)" }

    func park(_ change: Change, because trouble: Trouble, at now: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO parked_changes (organization_id, reader, change_number, record_kind, record_id, error_code,
                                        error_pt, error_es, error_en, parked_at)
            VALUES (\(scope.organizationID), \(reader), \(change.number), \(change.recordKind), \(change.recordID),
                    \(trouble.code), \(trouble.explanation.portuguese), \(trouble.explanation.spanish),
                    \(trouble.explanation.english), \(now))
            ON CONFLICT (organization_id, reader, change_number) DO NOTHING
            """)
    }

    /// Ids of the records that have changes set aside, of those given.
    func records(among changes: [Change], in transaction: any Transaction) throws -> Set<RecordKey> {
        let ids = Array(Set(changes.map(\.recordID)))
        let parked = try transaction.all(
            "SELECT DISTINCT record_kind, record_id FROM parked_changes WHERE \(here) AND record_id \(anyOf: ids)"
        ) { RecordKey(kind: try $0.text(0), id: try $0.text(1)) }
        return Set(parked)
    }

    /// Changes set aside, in the log's order, after `number`.
    package func list(after number: Int64 = 0, limit: Int, in transaction: any Transaction) throws -> [ParkedChange] {
        try transaction.all(
            """
            SELECT change_number, record_kind, record_id, parked_at, error_code, error_pt, error_es, error_en
            FROM parked_changes WHERE \(here) AND change_number > \(number) ORDER BY change_number LIMIT \(limit)
            """, Self.change(from:))
    }

    /// All of one record's, in the log's order.
    func list(of record: RecordKey, in transaction: any Transaction) throws -> [ParkedChange] {
        try transaction.all(
            """
            SELECT change_number, record_kind, record_id, parked_at, error_code, error_pt, error_es, error_en
            FROM parked_changes
            WHERE \(here) AND record_kind = \(record.kind) AND record_id = \(record.id) ORDER BY change_number
            """, Self.change(from:))
    }

    func remove(of record: RecordKey, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            DELETE FROM parked_changes
            WHERE \(here) AND record_kind = \(record.kind) AND record_id = \(record.id)
            """)
    }

    private static func change(from row: Row) throws -> ParkedChange {
        ParkedChange(
            number: try row.integer(0), recordKind: try row.text(1), recordID: try row.text(2),
            trouble: try Trouble(row, from: 4), parkedAt: try row.instant(3))
    }
}

/// A record of any kind, within an organization.
package struct RecordKey: Hashable, Sendable {
    package let kind: String
    package let id: String

    package init(kind: String, id: String) {
        self.kind = kind
        self.id = id
    }
}

extension Change {
    var record: RecordKey { RecordKey(kind: recordKind, id: recordID) }
}
