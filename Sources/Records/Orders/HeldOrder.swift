import Basics
import Commerce
import Storage

/// What a comparison with a platform's list needs of a stored order.
package struct HeldOrder: Hashable, Sendable {
    package let externalID: String
    package let placedAt: Instant
    package let status: OrderStatus
    /// What the platform's list said when the order was last read by it; nil for one that came another way.
    package let listDigest: String?
    package let contentHash: [UInt8]

    package init(
        externalID: String, placedAt: Instant, status: OrderStatus, listDigest: String?, contentHash: [UInt8]
    ) {
        self.externalID = externalID
        self.placedAt = placedAt
        self.status = status
        self.listDigest = listDigest
        self.contentHash = contentHash
    }
}

extension OrderRecords {
    /// The orders of a connection that were placed in a time, both ends inclusive, oldest first.
    package func held(
        of connection: ConnectionID, from: Instant, until: Instant, in transaction: any Transaction
    ) throws -> [HeldOrder] {
        try transaction.all(
            """
            SELECT external_id, placed_at, status, list_digest, content_hash FROM orders
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                AND placed_at >= \(from) AND placed_at <= \(until)
            ORDER BY placed_at, id
            """, Self.heldOrder)
    }

    /// Those of the given orders that are stored; in no order.
    package func held(
        _ externalIDs: [String], of connection: ConnectionID, in transaction: any Transaction
    ) throws -> [HeldOrder] {
        try transaction.all(
            """
            SELECT external_id, placed_at, status, list_digest, content_hash FROM orders\(indexedBy: Self.byExternalID)
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                AND external_id \(anyOf: externalIDs)
            """, Self.heldOrder)
    }

    /// When the order was placed that has `count` older ones since `from`; nil when there are not so many.
    package func placedAt(
        after count: Int, since from: Instant, of connection: ConnectionID, in transaction: any Transaction
    ) throws -> Instant? {
        try transaction.first(
            """
            SELECT placed_at FROM orders
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection) AND placed_at >= \(from)
            ORDER BY placed_at, id LIMIT 1 OFFSET \(count)
            """
        ) { try $0.instant(0) }
    }

    /// How many of a connection's orders were placed before `instant`.
    package func count(
        of connection: ConnectionID, before instant: Instant, in transaction: any Transaction
    ) throws -> Int {
        try transaction.first(
            """
            SELECT COUNT(*) FROM orders
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                AND placed_at < \(instant)
            """
        ) { try $0.int(0) } ?? 0
    }

    private static func heldOrder(_ row: Row) throws -> HeldOrder {
        HeldOrder(
            externalID: try row.text(0), placedAt: try row.instant(1),
            status: OrderStatus(rawValue: try row.text(2)) ?? .other, listDigest: try row.optionalText(3),
            contentHash: try row.bytes(4))
    }
}
