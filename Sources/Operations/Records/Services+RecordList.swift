import Basics
import Commerce
import Records
import Storage

extension Services {
    /// A part of a list of records besides orders.
    package struct RecordList: Sendable {
        package let records: [StoredRecord]
        /// Where the list goes on; nil at its end.
        package let next: RecordPosition?
    }

    /// Records of one kind, what changed last first; the cost does not grow with the records stored.
    package func records(
        _ filter: RecordFilter, of scope: OrganizationScope, after position: RecordPosition?, limit: Int
    ) async throws -> RecordList {
        try await database.glance { transaction in
            let records = try RecordStore(scope).list(filter, after: position, limit: limit + 1, in: transaction)
            let shown = Array(records.prefix(limit))
            return RecordList(records: shown, next: records.count > limit ? shown.last.map(RecordPosition.init) : nil)
        }
    }

    /// One record. Nil when the organization has none of this id and kind.
    package func record(
        _ id: RecordID, _ kind: RecordKind, of scope: OrganizationScope, seesPeople: Bool
    ) async throws -> StoredRecord? {
        let record = try await database.look {
            try RecordStore(scope).find(id, seesPeople: seesPeople, in: $0)
        }
        return record?.kind == kind ? record : nil
    }
}
