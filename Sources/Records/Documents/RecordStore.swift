import Basics
import Commerce
import Storage

/// The records of one organization besides its orders: customers, carts, the catalogue and the others, all kinds in the
/// same tables. A record is never written without its change (law 1). `Change.recordKind` is the kind's raw value.
package struct RecordStore: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// What became of a batch.
    package struct Outcome: Sendable, Hashable {
        package var created = 0
        package var changed = 0
        package var unchanged = 0
        /// Older than what is stored: kept in history only.
        package var stale = 0
        package var deleted = 0

        package init() {}

        package static func + (left: Outcome, right: Outcome) -> Outcome {
            var sum = left
            sum.created += right.created
            sum.changed += right.changed
            sum.unchanged += right.unchanged
            sum.stale += right.stale
            sum.deleted += right.deleted
            return sum
        }
    }

    /// Compares each record with the stored one by the stale-write rule and writes what is newer, each with its change.
    ///
    /// A record that arrives for the first time has the fact `created` and its values; later ones have the values that
    /// differ, and `person`, without values, when something of the person does. An answer that changes nothing of the
    /// record writes no change, and one that only a better mapping made different a change of cause `remap`.
    /// A cart that an order closed already is closed with it: a change of its own, `closedBy`. A customer who turns out to
    /// be one person with others, or no longer, has a change of cause `merge`: `personId`.
    /// Costs a query for each kind and a few bulk writes, whatever the size of the batch; 100 to 500 keep it short.
    ///
    /// - Parameter gone: records that the platform, asked for each alone, did not know. They stay and are marked; they come
    ///   back when they are seen again.
    /// - Throws: `RecordsError` with code `records.organization_missing`, or `records.unreadable_document` when a
    ///   stored record cannot be read.
    package func apply(
        _ batch: [PreparedRecord], gone: [GoneRecord] = [], to connection: ConnectionID, at instant: Instant,
        in transaction: any Transaction
    ) throws -> Outcome {
        guard !batch.isEmpty || !gone.isEmpty else { return Outcome() }
        let log = ChangeLog(scope)
        try log.lineUp(in: transaction)
        var stored = try entries(Set(batch.map(\.link) + gone.map(\.link)), of: connection, in: transaction)
        try readBodies(of: compared(stored, batch, gone), into: &stored, in: transaction)
        var newIDs = newIDs(for: batch, besides: stored, at: instant)
        var decided = RecordBatch(connection: connection, stored: stored.mapValues(\.entry))
        for arriving in batch { decided.take(arriving) { newIDs.popLast() ?? RecordID(at: instant) } }
        for gone in gone { decided.remove(gone) }
        let joins = PersonJoins(scope)
        let changing = decided.customers.intersection(stored.values.map(\.entry.id))
        let former = try joins.neighbours(of: changing, in: transaction)
        try RecordWriting(decided, of: scope.organizationID, at: instant).run(in: transaction)
        try RecordCounts.add(decided.balance, of: connection, in: scope, transaction)
        let closed = try CartClosings(scope).settle(decided.leftCarts, of: connection, in: transaction)
        let joined = try joins.settle(decided.customers.union(former), at: instant, in: transaction)
        let changes = decided.changes + closed + joined
        if !changes.isEmpty { try log.append(changes, at: instant, in: transaction) }
        return decided.outcome
    }

    /// SQLite's own name for the index of UNIQUE (organization_id, connection_id, kind, external_id).
    static let byExternalID: StaticString = "sqlite_autoindex_records_2"

    private struct Stored {
        var entry: RecordBatch.Entry
        let title: String?
        let parent: RecordLink?
    }

    private func entries(
        _ links: Set<RecordLink>, of connection: ConnectionID, in transaction: any Transaction
    ) throws -> [RecordLink: Stored] {
        var stored: [RecordLink: Stored] = [:]
        for (kind, links) in Dictionary(grouping: links, by: \.kind) {
            try transaction.forEach(
                """
                SELECT external_id, id, version, source_changed_at, fetched_at, content_hash, mapper_version, changed_at,
                       facts, deleted_at, title, parent_kind, parent_external_id
                FROM records\(indexedBy: Self.byExternalID)
                WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                    AND kind = \(kind.rawValue) AND external_id \(anyOf: links.map(\.externalID).sorted())
                """
            ) { row in
                let hash = try row.bytes(5)
                let id: RecordID = try row.id(1)
                stored[RecordLink(kind, try row.text(0))] = Stored(
                    entry: RecordBatch.Entry(
                        id: id, storedHash: hash, version: try row.integer(2),
                        sourceChangedAt: try row.optionalInstant(3), fetchedAt: try row.instant(4), contentHash: hash,
                        mapperVersion: try row.int(6), changedAt: try row.instant(7),
                        facts: try RecordFactValues(stored: try row.text(8), of: id), isDeleted: !row.isNull(9)),
                    title: try row.optionalText(10), parent: try RecordLink(row, from: 11))
            }
        }
        return stored
    }

    /// The stored records whose documents an arrival may be compared with, or that are to be marked.
    private func compared(
        _ stored: [RecordLink: Stored], _ batch: [PreparedRecord], _ gone: [GoneRecord]
    ) -> [RecordLink] {
        var links = Set(gone.map(\.link))
        for arriving in batch {
            guard let entry = stored[arriving.link]?.entry,
                entry.contentHash != arriving.contentHash || entry.mapperVersion < arriving.mapperVersion
                    || entry.isDeleted
            else { continue }
            links.insert(arriving.link)
        }
        return links.filter { stored[$0] != nil }
    }

    private func readBodies(
        of links: [RecordLink], into stored: inout [RecordLink: Stored], in transaction: any Transaction
    ) throws {
        guard !links.isEmpty else { return }
        var byID: [RecordID: RecordLink] = [:]
        for link in links { if let entry = stored[link]?.entry { byID[entry.id] = link } }
        try transaction.forEach(
            """
            SELECT record_id, core, person FROM record_documents
            WHERE organization_id = \(scope.organizationID) AND record_id \(anyOf: byID.keys.map(\.text).sorted())
            """
        ) { row in
            guard let link = byID[try row.id(0)], let known = stored[link] else { return }
            stored[link]?.entry.body = RecordBatch.Body(
                core: try row.bytes(1), person: try row.optionalBytes(2), title: known.title, parent: known.parent)
        }
    }

    /// Ids for the records that are not stored yet, to be taken from the end: rows land in their tables in key order.
    private func newIDs(
        for batch: [PreparedRecord], besides stored: [RecordLink: Stored], at instant: Instant
    ) -> [RecordID] {
        let count = Set(batch.lazy.map(\.link).filter { stored[$0] == nil }).count
        return (0..<count).map { _ in RecordID(at: instant) }.sorted(by: >)
    }
}

extension RecordLink {
    /// Reads a kind and an external id from `column` on; nil where there is none, or of a kind that a newer Ponte wrote.
    init?(_ row: Row, from column: Int) throws {
        guard let text = try row.optionalText(column), let kind = RecordKind(rawValue: text) else { return nil }
        self.init(kind, try row.text(column + 1))
    }
}
