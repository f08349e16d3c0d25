import Basics
import Commerce
import Records
import Storage

/// A record besides orders with what its page shows.
package struct RecordHistory: Sendable {
    /// Without its person for a reader without the right.
    package let record: StoredRecord
    package let connection: Connection
    /// Oldest first, at most 200.
    package let changes: [Change]
}

extension Services {
    /// Nil when the organization has no record of this id and kind.
    package func recordHistory(
        _ id: RecordID, _ kind: RecordKind, of scope: OrganizationScope, seesPeople: Bool
    ) async throws -> RecordHistory? {
        try await database.glance { transaction in
            guard let record = try RecordStore(scope).find(id, seesPeople: seesPeople, in: transaction),
                record.kind == kind,
                let connection = try Connections(scope).find(record.connectionID, in: transaction)
            else { return nil }
            let changes = try ChangeLog(scope).changes(
                ofRecord: id.text, kind: kind.rawValue, limit: 200, in: transaction)
            return RecordHistory(record: record, connection: connection, changes: changes)
        }
    }

    /// How many records of each kind an organization has that are not deleted.
    package func recordCounts(of scope: OrganizationScope) async throws -> [RecordKind: Int] {
        try await database.glance { try RecordStore(scope).counts(of: nil, in: $0) }
    }
}
