import Basics
import Storage

/// A platform's answer as it was kept: the source of an order, or of an older state of it.
package struct SourcePayload: Sendable, Hashable {
    package let orderID: OrderID
    package let contentHash: [UInt8]
    package let changedAt: Instant
    package let fetchedAt: Instant
    /// Nil for the one that the order was made of; else when another took its place, or when it came too late.
    package let supersededAt: Instant?
    package let bytes: [UInt8]
}

/// The source payloads of one organization's orders: each different content of an order once, compressed.
package struct SourcePayloads: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// All that is kept of one order, oldest state first.
    ///
    /// - Throws: `RecordsError` with code `records.unreadable_payload`.
    package func history(of order: OrderID, in transaction: any Transaction) throws -> [SourcePayload] {
        try transaction.all(
            """
            SELECT p.order_id, p.content_hash, p.source_changed_at, p.fetched_at, p.superseded_at, p.body, t.body
            FROM order_payloads p
            LEFT JOIN payload_templates t ON t.organization_id = p.organization_id AND t.number = p.template
            WHERE p.organization_id = \(scope.organizationID) AND p.order_id = \(order)
            ORDER BY p.source_changed_at, p.fetched_at, p.content_hash
            """, Self.payload)
    }

    /// Forgets payloads that were superseded more than `days` ago; the one of the current state is always kept.
    ///
    /// - Returns: how many were forgotten, at most `limit`: call it again until it is fewer.
    package func dropHistory(
        olderThan days: Int, at instant: Instant, limit: Int, in transaction: any Transaction
    ) throws -> Int {
        try transaction.execute(
            """
            DELETE FROM order_payloads WHERE (organization_id, order_id, content_hash) IN (
                SELECT organization_id, order_id, content_hash FROM order_payloads
                WHERE organization_id = \(scope.organizationID) AND superseded_at IS NOT NULL
                    AND superseded_at < \(instant - .seconds(days * 86_400))
                ORDER BY superseded_at LIMIT \(limit))
            """)
    }

    private static func payload(_ row: Row) throws -> SourcePayload {
        let id: OrderID = try row.id(0)
        guard let bytes = PayloadCompression.plain(try row.bytes(5), template: try row.optionalBytes(6)) else {
            throw RecordsError(.unreadablePayload(record: id.text))
        }
        return SourcePayload(
            orderID: id, contentHash: try row.bytes(1), changedAt: try row.instant(2), fetchedAt: try row.instant(3),
            supersededAt: try row.optionalInstant(4), bytes: bytes)
    }
}
