import Basics
import Commerce
import Storage

/// The rows of `record_terms` that a batch writes: those of new records and of changed ones.
struct RecordTermRows {
    private let organization: OrganizationID
    private var rows = BulkRows(columns: [
        BulkColumn("organization_id", .key), BulkColumn("record_id", .key), BulkColumn("term", .key),
        BulkColumn("kind", .key), BulkColumn("is_personal", .integer),
    ])
    private var outdated: [RecordID] = []

    init(_ organization: OrganizationID) { self.organization = organization }

    mutating func set(_ record: PreparedRecord, id: RecordID, isNew: Bool) {
        if !isNew { outdated.append(id) }
        let kind = SQLValue.text(record.document.kind.rawValue)
        for term in record.terms.plain {
            rows.append(organization.sqlValue, id.sqlValue, .text(term), kind, .integer(0))
        }
        for term in record.terms.personal {
            rows.append(organization.sqlValue, id.sqlValue, .text(term), kind, .integer(1))
        }
    }

    func run(in transaction: any Transaction) throws {
        if !outdated.isEmpty {
            try transaction.execute(
                """
                DELETE FROM record_terms
                WHERE organization_id = \(organization) AND record_id \(anyOf: outdated.map(\.text))
                """)
        }
        try transaction.insert(rows, into: "record_terms", onConflict: .fail)
    }
}
