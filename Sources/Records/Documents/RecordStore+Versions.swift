import Basics
import Commerce
import Storage

/// A record as it was: kept of the kinds that `keepsHistory`.
package struct RecordVersion: Sendable, Hashable {
    package let number: Int64
    package let occurredAt: Instant
    package let recordedAt: Instant
    /// Whether the platform did not know the record any more; the documents are then the last known ones.
    package let isDeleted: Bool
    package let core: [UInt8]
    /// Nil when there is none, when it was erased, or for a reader without the right.
    package let person: [UInt8]?
}

extension RecordStore {
    /// The kept versions of a record, the latest first; none for kinds that keep no history.
    ///
    /// - Parameter number: only versions before it; nil for the latest ones.
    package func versions(
        of id: RecordID, before number: Int64? = nil, limit: Int, seesPeople: Bool, in transaction: any Transaction
    ) throws -> [RecordVersion] {
        let person: SQL = seesPeople ? "person" : "NULL"
        return try transaction.all(
            """
            SELECT version, occurred_at, recorded_at, is_deleted, core, \(person) FROM record_versions
            WHERE organization_id = \(scope.organizationID) AND record_id = \(id) AND version < \(number ?? .max)
            ORDER BY version DESC LIMIT \(limit)
            """
        ) { row in
            RecordVersion(
                number: try row.integer(0), occurredAt: try row.instant(1), recordedAt: try row.instant(2),
                isDeleted: try row.bool(3), core: try row.bytes(4), person: try row.optionalBytes(5))
        }
    }
}
