import Basics
import Storage

/// How far each reader of an organization's log has come. A cursor moves only from where its reader read, with the lease
/// it read under: no row matched means that somebody else took over, and the transaction rolls back (law 5).
package struct Cursors: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    package struct Held: Hashable, Sendable {
        package let reader: String
        package let position: Int64
        package let leaseToken: Int64
    }

    /// Takes the reader's cursor for `duration`, or says that somebody else holds it (nil). A new cursor starts at `start`.
    package func claim(
        _ reader: String, startingAt start: Int64, for duration: Duration, at instant: Instant,
        in transaction: any Transaction
    ) throws -> Held? {
        fatalError()
    }

    /// Moves the cursor within the reader's own transaction.
    /// - Throws: `RecordsError` with code `records.lease_lost` when lease or position are no longer what `held` says.
    package func advance(
        _ held: Held, to position: Int64, in transaction: any Transaction
    ) throws -> Held {
        fatalError()
    }

    package func release(_ held: Held, in transaction: any Transaction) throws {
        fatalError()
    }

    package func position(of reader: String, in transaction: any Transaction) throws -> Int64? {
        fatalError()
    }
}
