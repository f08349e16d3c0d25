import Basics
import Commerce
import Storage

package enum OrderKind: IDKind {
    package static let prefix = "ord"
}

package typealias OrderID = ID<OrderKind>

/// The canonical orders of one organization. A record is never written without its change (law 1).
package struct OrderRecords: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// What became of a batch.
    package struct Outcome: Sendable, Hashable {
        package var created = 0
        package var changed = 0
        package var unchanged = 0
        /// Older than what is stored: kept in history only.
        package var stale = 0

        package init() {}
    }

    /// Compares each order with the stored one by the stale-write rule and writes what is newer, each with its change.
    ///
    /// The numbers of the log are taken last. The same external id twice in a batch counts as two arrivals in order.
    package func apply(
        _ batch: [PreparedOrder], to connection: ConnectionID, cause: Change.Cause, at instant: Instant,
        in transaction: any Transaction
    ) throws -> Outcome {
        fatalError()
    }

    /// Which of the listed orders are stored with the same digest: these need no reading.
    /// - Returns: the external ids whose stored digest equals the given one.
    package func known(
        _ entries: [(externalID: String, digest: String)], of connection: ConnectionID, in transaction: any Transaction
    ) throws -> Set<String> {
        fatalError()
    }

    /// External ids of invoiced orders that are not delivered and were invoiced at or after `invoicedSince`,
    /// in order of id, after `cursor`: the ones that a sweep reads again.
    package func undelivered(
        of connection: ConnectionID, invoicedSince: Instant, after cursor: String?, limit: Int,
        in transaction: any Transaction
    ) throws -> [String] {
        fatalError()
    }

    /// One page of orders in the order of their ids; `after` is the last id of the page before.
    package func page(
        of connection: ConnectionID?, after cursor: OrderID?, limit: Int, in transaction: any Transaction
    ) throws -> [StoredOrder] {
        fatalError()
    }

    package func find(_ id: OrderID, in transaction: any Transaction) throws -> StoredOrder? {
        fatalError()
    }

    package func find(
        externalID: String, connection: ConnectionID, in transaction: any Transaction
    ) throws -> StoredOrder? {
        fatalError()
    }

    package func count(of connection: ConnectionID, in transaction: any Transaction) throws -> Int {
        fatalError()
    }
}

/// An order as it stands in the database.
package struct StoredOrder: Sendable {
    package let id: OrderID
    package let connectionID: ConnectionID
    /// Counted from 1, raised by every change.
    package let version: Int64
    package let mapperVersion: Int
    package let order: Order
}
