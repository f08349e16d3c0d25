import Basics
import Storage

/// The gapless log of one organization.
package struct ChangeLog: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// The number of the newest change; 0 when there is none.
    package func head(in transaction: any Transaction) throws -> Int64 {
        fatalError()
    }

    /// Changes after `position`, oldest first.
    /// - Throws: `RecordsError` with code `records.log_compacted` when `position` lies before what is kept.
    package func changes(after position: Int64, limit: Int, in transaction: any Transaction) throws -> [Change] {
        fatalError()
    }

    /// Forgets changes up to and including `position`.
    package func compact(through position: Int64, in transaction: any Transaction) throws {
        fatalError()
    }
}
