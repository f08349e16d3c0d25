import Basics
import Commerce
import Storage

/// Maps kept source payloads again with a better mapping, without asking the platform.
///
/// An order whose document comes out the same keeps its version and only learns the mapper's; one that differs becomes
/// a new version with a change of cause `remap`, which apps pass over unless they ask.
package struct OrderRemap: Sendable {
    /// What became of the orders.
    package struct Outcome: Sendable, Hashable {
        package var changed = 0
        package var unchanged = 0
        /// Orders that got a newer source meanwhile: that one is mapped already.
        package var overtaken = 0
        /// Orders whose payload is damaged or does not map; they stay as they are.
        package var unreadable: [Unreadable] = []

        package init() {}
    }

    package struct Unreadable: Sendable, Hashable {
        package let orderID: OrderID
        package let explanation: Phrase
    }

    private static let pageSize = 100

    let scope: OrganizationScope
    let connection: ConnectionID
    let mapperVersion: Int

    /// - Parameter mapperVersion: that of the mapping to come; orders that have it, or a newer one, are left alone.
    package init(_ scope: OrganizationScope, connection: ConnectionID, to mapperVersion: Int) {
        self.scope = scope
        self.connection = connection
        self.mapperVersion = mapperVersion
    }

    /// Goes through all orders of the connection, a page and a transaction at a time; ended halfway, it can be run
    /// again.
    ///
    /// - Parameter map: maps one payload; what it throws counts the order as unreadable.
    package func run(
        on database: any Database, clock: any WallClock, map: @escaping @Sendable ([UInt8]) throws -> Order
    ) async throws -> Outcome {
        var outcome = Outcome()
        var cursor: OrderID?
        while true {
            try Task.checkCancellation()
            let after = cursor
            let page = try await database.read { try candidates(after: after, limit: Self.pageSize, in: $0) }
            guard let last = page.last else { return outcome }
            cursor = last.id
            var mapped: [Mapped] = []
            for candidate in page {
                do {
                    mapped.append(try Mapped(candidate, map))
                } catch {
                    outcome.unreadable.append(Unreadable(orderID: candidate.id, explanation: Self.explain(error)))
                }
            }
            let ready = mapped
            let instant = clock.now()
            let written = try await database.write { try write(ready, at: instant, in: $0) }
            outcome.changed += written.changed
            outcome.unchanged += written.unchanged
            outcome.overtaken += written.overtaken
        }
    }

    private struct Candidate: Sendable {
        let id: OrderID
        let contentHash: [UInt8]
        let compressed: [UInt8]
        let template: [UInt8]?
    }

    private struct Mapped: Sendable {
        let id: OrderID
        let contentHash: [UInt8]
        let order: Order

        init(_ candidate: Candidate, _ map: ([UInt8]) throws -> Order) throws {
            guard let payload = PayloadCompression.plain(candidate.compressed, template: candidate.template)
            else {
                throw RecordsError(.unreadablePayload(record: candidate.id.text))
            }
            id = candidate.id
            contentHash = candidate.contentHash
            order = try map(payload)
        }
    }

    private struct Stored {
        let version: Int64
        let contentHash: [UInt8]
        let body: OrderBody
    }

    private static func explain(_ error: any Error) -> Phrase {
        (error as? any ExplainedError)?.explanation ?? Phrase(same: String(describing: type(of: error)))
    }

    private func candidates(
        after cursor: OrderID?, limit: Int, in transaction: any Transaction
    ) throws -> [Candidate] {
        try transaction.all(
            """
            SELECT o.id, o.content_hash, p.body, t.body FROM orders o
            JOIN order_payloads p ON p.organization_id = o.organization_id AND p.order_id = o.id
                AND p.content_hash = o.content_hash
            LEFT JOIN payload_templates t ON t.organization_id = p.organization_id AND t.number = p.template
            WHERE o.organization_id = \(scope.organizationID) AND o.id > \(cursor?.text ?? "")
                AND o.connection_id = \(connection) AND o.mapper_version < \(mapperVersion)
            ORDER BY o.id LIMIT \(limit)
            """
        ) { row in
            Candidate(
                id: try row.id(0), contentHash: try row.bytes(1), compressed: try row.bytes(2),
                template: try row.optionalBytes(3))
        }
    }

    private func write(_ mapped: [Mapped], at instant: Instant, in transaction: any Transaction) throws -> Outcome {
        let log = ChangeLog(scope)
        try log.lineUp(in: transaction)
        var outcome = Outcome()
        var writing = RemapWriting(scope.organizationID, mapperVersion: mapperVersion)
        var changes: [NewChange] = []
        let stored = try stored(mapped.map(\.id), in: transaction)
        for next in mapped {
            guard let before = stored[next.id], before.contentHash == next.contentHash else {
                outcome.overtaken += 1
                continue
            }
            let old = try before.body.decoded(next.id)
            let order = next.order.merging(history: old)
            let body = OrderBody(order)
            if body == before.body {
                writing.keep(next.id)
                outcome.unchanged += 1
            } else {
                writing.replace(next.id, old, with: order, body: body, version: before.version + 1)
                changes.append(change(next.id, from: old, to: order, version: before.version + 1))
                outcome.changed += 1
            }
        }
        try writing.run(in: transaction)
        changes += try CartClosings(scope).settle(ordersOf: writing.profiles, of: connection, in: transaction)
        if !changes.isEmpty { try log.append(changes, at: instant, in: transaction) }
        return outcome
    }

    private func stored(_ ids: [OrderID], in transaction: any Transaction) throws -> [OrderID: Stored] {
        var stored: [OrderID: Stored] = [:]
        try transaction.forEach(
            """
            SELECT o.id, o.version, o.content_hash, d.core, d.person FROM orders o
            JOIN order_documents d ON d.organization_id = o.organization_id AND d.order_id = o.id
            WHERE o.organization_id = \(scope.organizationID) AND o.id \(anyOf: ids.map(\.text))
                AND o.mapper_version < \(mapperVersion)
            """
        ) { row in
            stored[try row.id(0)] = Stored(
                version: try row.integer(1), contentHash: try row.bytes(2),
                body: OrderBody(core: try row.bytes(3), person: try row.optionalBytes(4)))
        }
        return stored
    }

    private func change(_ id: OrderID, from old: Order, to order: Order, version: Int64) -> NewChange {
        NewChange(
            recordKind: OrderRecords.recordKind, recordID: id.text, connectionID: connection, version: version,
            factsText: FactsText.text(ofOrder: order, since: old), cause: .remap, occurredAt: order.changedAt)
    }
}
