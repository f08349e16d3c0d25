import Basics
import Records
import Storage

/// A reconciliation of any organization that waits for a node.
package struct FreeReconciliation: Sendable {
    package let organizationID: OrganizationID
    package let connectionID: ConnectionID
    package let id: ReconciliationID

    /// Those that are queued, or whose node has fallen silent; a few at a time, the oldest first.
    package static func all(at now: Instant, in transaction: any Transaction) throws -> [FreeReconciliation] {
        try transaction.all(
            """
            SELECT organization_id, connection_id, id FROM reconciliations
            WHERE state IN ('queued', 'running') AND free_at <= \(now) ORDER BY requested_at, id LIMIT 20
            """
        ) { FreeReconciliation(organizationID: try $0.id(0), connectionID: try $0.id(1), id: try $0.id(2)) }
    }
}
