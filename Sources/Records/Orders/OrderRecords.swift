import Basics
import Commerce
import Storage

/// The canonical orders of one organization. A record is never written without its change (law 1).
package struct OrderRecords: Sendable {
    /// What `Change.recordKind` says of an order.
    package static let recordKind = "order"

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
    /// Carts that these orders close are closed with them.
    /// Costs three queries and a few bulk writes, whatever the size of the batch; 100 to 500 orders keep it short.
    /// - Throws: `RecordsError` with code `records.organization_missing`, or `records.unreadable_document` when a
    ///   stored order that changed cannot be read.
    package func apply(
        _ batch: [PreparedOrder], to connection: ConnectionID, cause: Change.Cause, at instant: Instant,
        in transaction: any Transaction
    ) throws -> Outcome {
        guard !batch.isEmpty else { return Outcome() }
        let log = ChangeLog(scope)
        try log.lineUp(in: transaction)
        let stored = try entries(batch.map(\.externalID), of: connection, in: transaction)
        let bodies = try bodies(of: replaced(stored, by: batch), in: transaction)
        var newIDs = newIDs(for: batch, besides: stored, at: instant)
        var decided = OrderBatch(connection: connection, cause: cause, stored: stored)
        for arriving in batch {
            try decided.take(arriving, newID: { newIDs.popLast() ?? OrderID(at: instant) }) { id in
                guard let body = bodies[id] else {
                    throw RecordsError(.unreadableDocument(record: id.text, reason: "order_documents"))
                }
                return try body.decoded(id)
            }
        }
        try OrderWriting(decided, of: scope.organizationID, at: instant).run(in: transaction)
        try OrderCounts.add(decided.outcome.created, of: connection, in: scope, transaction)
        let closed = try CartClosings(scope).settle(
            ordersOf: decided.writtenProfiles, of: connection, in: transaction)
        let changes = decided.changes + closed
        if !changes.isEmpty { try log.append(changes, at: instant, in: transaction) }
        return decided.outcome
    }

    /// SQLite's own name for the index of UNIQUE (organization_id, connection_id, external_id); left to itself, it looks for
    /// a list of external ids by walking all orders of the organization.
    static let byExternalID: StaticString = "sqlite_autoindex_orders_2"

    private func entries(
        _ externalIDs: [String], of connection: ConnectionID, in transaction: any Transaction
    ) throws -> [String: OrderBatch.Entry] {
        var entries: [String: OrderBatch.Entry] = [:]
        try transaction.forEach(
            """
            SELECT external_id, id, version, source_changed_at, fetched_at, content_hash, list_digest, mapper_version
            FROM orders\(indexedBy: Self.byExternalID)
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                AND external_id \(anyOf: externalIDs)
            """
        ) { row in
            let hash = try row.bytes(5)
            entries[try row.text(0)] = OrderBatch.Entry(
                id: try row.id(1), storedHash: hash, version: try row.integer(2),
                source: SourceVersion(changedAt: try row.instant(3), fetchedAt: try row.instant(4)),
                contentHash: hash, listDigest: try row.optionalText(6), mapperVersion: try row.int(7))
        }
        return entries
    }

    /// The stored orders whose documents an arrival may be compared with.
    private func replaced(_ stored: [String: OrderBatch.Entry], by batch: [PreparedOrder]) -> Set<OrderID> {
        var ids: Set<OrderID> = []
        for arriving in batch {
            guard let entry = stored[arriving.externalID], entry.contentHash != arriving.contentHash,
                arriving.source >= entry.source
            else { continue }
            ids.insert(entry.id)
        }
        return ids
    }

    private func bodies(
        of ids: Set<OrderID>, in transaction: any Transaction
    ) throws -> [OrderID: OrderBody] {
        var bodies: [OrderID: OrderBody] = [:]
        guard !ids.isEmpty else { return bodies }
        try transaction.forEach(
            """
            SELECT order_id, core, person FROM order_documents
            WHERE organization_id = \(scope.organizationID) AND order_id \(anyOf: ids.map(\.text).sorted())
            """
        ) { row in
            bodies[try row.id(0)] = OrderBody(core: try row.bytes(1), person: try row.optionalBytes(2))
        }
        return bodies
    }

    /// Ids for the orders that are not stored yet, to be taken from the end: rows land in their tables in key order.
    private func newIDs(
        for batch: [PreparedOrder], besides stored: [String: OrderBatch.Entry], at instant: Instant
    ) -> [OrderID] {
        let count = Set(batch.lazy.map(\.externalID).filter { stored[$0] == nil }).count
        return (0..<count).map { _ in OrderID(at: instant) }.sorted(by: >)
    }
}
