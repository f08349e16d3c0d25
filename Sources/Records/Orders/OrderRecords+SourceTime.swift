import Basics
import Storage

extension OrderRecords {
    /// The platform's last change of a stored order, as it was last read; nil when the order is not stored.
    package func changedAt(
        _ externalID: String, of connection: ConnectionID, in transaction: any Transaction
    ) throws -> Instant? {
        try transaction.first(
            """
            SELECT source_changed_at FROM orders\(indexedBy: Self.byExternalID)
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                AND external_id = \(externalID)
            """
        ) { try $0.instant(0) }
    }
}
