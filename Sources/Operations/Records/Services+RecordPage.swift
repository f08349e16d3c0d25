import Basics
import Commerce
import Records
import Storage

/// A record besides orders with what its page shows.
package struct RecordHistory: Sendable {
    /// Without its person for a reader without the right.
    package let record: StoredRecord
    package let connection: Connection
    /// What it belongs to, as the SKU of a price; nil where there is none or it has not come in.
    package let parent: StoredRecord?
    /// What belongs to it and the platform knows, by kind, what changed last first; at most `relativesMax` of a kind.
    package let children: [StoredRecord]
    /// Of a customer and those who are the same person, the last orders, the newest first; at most `relativesMax`.
    package let orders: [OrderSummary]
    /// Of a cart, the SKUs in it that have come in, by the platform's id; of at most `linesMax` lines.
    package let skus: [String: StoredRecord]
    /// Of a customer, who else is the same person, and who was said not to be; at most `relativesMax` each.
    package let same: [StoredRecord]
    package let apart: [StoredRecord]
    /// Those of `same` and `apart`.
    package let connections: [Connection]
    /// Oldest first, at most 200.
    package let changes: [Change]

    package static let relativesMax = 10
    package static let linesMax = 100
}

extension Services {
    /// Nil when the organization has no record of this id and kind.
    package func recordHistory(
        _ id: RecordID, _ kind: RecordKind, of scope: OrganizationScope, seesPeople: Bool
    ) async throws -> RecordHistory? {
        try await database.glance { transaction in
            guard let record = try RecordStore(scope).find(id, seesPeople: seesPeople, in: transaction),
                record.kind == kind,
                let connection = try Connections(scope).find(record.connectionID, in: transaction)
            else { return nil }
            let store = RecordStore(scope)
            let parent = try record.parent.flatMap {
                try store.find($0, of: record.connectionID, seesPeople: seesPeople, in: transaction)
            }
            let children = try RecordKind.allCases.flatMap { kind -> [StoredRecord] in
                guard kind.belongs(to: record.kind) else { return [] }
                var filter = RecordFilter(kind, seesPeople: seesPeople)
                filter.connection = record.connectionID
                filter.parent = RecordLink(record.kind, record.externalID)
                return try store.list(filter, after: nil, limit: RecordHistory.relativesMax, in: transaction)
            }
            let skus = try self.skus(in: record, store, transaction)
            let same = try store.samePerson(
                as: id, limit: RecordHistory.relativesMax, seesPeople: seesPeople, in: transaction)
            let apart = try store.separated(
                from: id, limit: RecordHistory.relativesMax, seesPeople: seesPeople, in: transaction)
            let orders = try self.orders(ofPerson: [record] + same, in: scope, transaction)
            let connections = try Set((same + apart).map(\.connectionID)).sorted().compactMap {
                try Connections(scope).find($0, in: transaction)
            }
            let changes = try ChangeLog(scope).changes(
                ofRecord: id.text, kind: kind.rawValue, limit: 200, in: transaction)
            return RecordHistory(
                record: record, connection: connection, parent: parent, children: children, orders: orders, skus: skus,
                same: same, apart: apart, connections: connections, changes: changes)
        }
    }

    /// The last orders of customers who are one person, at whichever store; none for other records.
    private func orders(
        ofPerson customers: [StoredRecord], in scope: OrganizationScope, _ transaction: any Transaction
    ) throws -> [OrderSummary] {
        let orders = try customers.flatMap { record -> [OrderSummary] in
            guard record.kind == .customer, let profile = try? Customer(core: record.core, person: nil).profileID else {
                return []
            }
            return try OrderRecords(scope).summaries(
                ofProfile: profile, of: record.connectionID, limit: RecordHistory.relativesMax, in: transaction)
        }
        return Array(
            Set(orders).sorted { ($0.placedAt, $0.externalID) > ($1.placedAt, $1.externalID) }
                .prefix(RecordHistory.relativesMax))
    }

    private func skus(
        in record: StoredRecord, _ store: RecordStore, _ transaction: any Transaction
    ) throws -> [String: StoredRecord] {
        guard record.kind == .cart, let cart = try? AbandonedCart(core: record.core, person: nil) else { return [:] }
        var skus: [String: StoredRecord] = [:]
        for line in cart.lines.prefix(RecordHistory.linesMax) where skus[line.skuID] == nil {
            skus[line.skuID] = try store.find(
                RecordLink(.sku, line.skuID), of: record.connectionID, seesPeople: false, in: transaction)
        }
        return skus
    }

    /// What each of a list of records belongs to, where that has come in: a cart's customer, a price's SKU.
    package func parents(
        of records: [StoredRecord], in scope: OrganizationScope, seesPeople: Bool
    ) async throws -> [RecordID: StoredRecord] {
        try await database.glance { transaction in
            let store = RecordStore(scope)
            var parents: [RecordID: StoredRecord] = [:]
            for record in records {
                guard let link = record.parent else { continue }
                parents[record.id] = try store.find(
                    link, of: record.connectionID, seesPeople: seesPeople, in: transaction)
            }
            return parents
        }
    }

    /// How many records of each kind an organization has that are not deleted.
    package func recordCounts(of scope: OrganizationScope) async throws -> [RecordKind: Int] {
        try await database.glance { try RecordStore(scope).counts(of: nil, in: $0) }
    }
}
