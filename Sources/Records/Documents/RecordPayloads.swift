import Basics
import Storage

/// The platform's answers that the records besides orders were made of: each different content once, compressed.
package struct RecordPayloads: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// All that is kept of one record, in order of fetching.
    /// - Throws: `RecordsError` with code `records.unreadable_payload`.
    package func history(of id: RecordID, in transaction: any Transaction) throws -> [[UInt8]] {
        try transaction.all(
            """
            SELECT body FROM record_payloads WHERE organization_id = \(scope.organizationID) AND record_id = \(id)
            ORDER BY fetched_at, content_hash
            """
        ) { row in
            guard let bytes = PayloadCompression.plain(try row.bytes(0), template: nil) else {
                throw RecordsError(.unreadablePayload(record: id.text))
            }
            return bytes
        }
    }

    /// Forgets payloads that were superseded more than `days` ago; the one of the current state is always kept.
    ///
    /// - Returns: how many were forgotten, at most `limit`: call it again until it is fewer.
    package func dropHistory(
        olderThan days: Int, at instant: Instant, limit: Int, in transaction: any Transaction
    ) throws -> Int {
        try transaction.execute(
            """
            DELETE FROM record_payloads WHERE (organization_id, record_id, content_hash) IN (
                SELECT organization_id, record_id, content_hash FROM record_payloads
                WHERE organization_id = \(scope.organizationID) AND superseded_at IS NOT NULL
                    AND superseded_at < \(instant - .seconds(days * 86_400))
                ORDER BY superseded_at LIMIT \(limit))
            """)
    }
}
