import Basics
import Commerce

/// An incoming order encoded and compressed: the work that needs no transaction, done before one is open.
///
/// It lets go of the payload's plain bytes, so that a batch in waiting is small.
package struct PreparedOrder: Sendable {
    let order: Order
    let body: OrderBody
    let compressedPayload: [UInt8]
    let contentHash: [UInt8]
    let source: SourceVersion
    let listDigest: String?
    let mapperVersion: Int

    /// - Throws: `RecordsError` with code `records.unreadable_payload` for a payload beyond 64 MB.
    package init(_ incoming: IncomingOrder) throws {
        order = incoming.order
        body = OrderBody(incoming.order)
        guard let compressed = PayloadCompression.compressed(incoming.payload) else {
            throw RecordsError(.unreadablePayload(record: incoming.order.externalID))
        }
        compressedPayload = compressed
        contentHash = incoming.contentHash
        source = SourceVersion(changedAt: incoming.order.changedAt, fetchedAt: incoming.fetchedAt)
        listDigest = incoming.listDigest
        mapperVersion = incoming.mapperVersion
    }

    package var externalID: String { order.externalID }
}
