import Basics
import Commerce
import Storage

/// The rows of `identity_keys` that a batch writes: those of new customers and of changed ones.
struct IdentityKeyRows {
    private let organization: OrganizationID
    private var rows = BulkRows(columns: [
        BulkColumn("organization_id", .key), BulkColumn("record_id", .key), BulkColumn("kind", .key),
        BulkColumn("value", .key),
    ])
    private var outdated: [RecordID] = []

    init(_ organization: OrganizationID) { self.organization = organization }

    mutating func set(_ keys: Set<IdentityKey>, id: RecordID, isNew: Bool) {
        if !isNew { outdated.append(id) }
        for key in keys {
            rows.append(organization.sqlValue, id.sqlValue, .text(key.kind.rawValue), .text(key.value))
        }
    }

    func run(in transaction: any Transaction) throws {
        if !outdated.isEmpty {
            try transaction.execute(
                """
                DELETE FROM identity_keys
                WHERE organization_id = \(organization) AND record_id \(anyOf: outdated.map(\.text))
                """)
        }
        try transaction.insert(rows, into: "identity_keys", onConflict: .fail)
    }
}
