import Basics
import Commerce

/// An incoming order encoded and compressed: the work that needs no transaction, done before one is open.
///
/// A class, because it goes through several queues: copying an order's sixty fields each time cost more than mapping it.
package final class PreparedOrder: Sendable {
    /// As it came, less the payload's plain bytes, so that a batch in waiting is small.
    package let incoming: IncomingOrder
    let body: OrderBody
    let compressedPayload: [UInt8]
    /// Number of the template that the payload is compressed against.
    let payloadTemplate: Int64?
    /// What the log tells when the order turns out to be new, which most are in a backfill.
    let factsWhenNew: String

    /// - Parameter template: of the organization that the order is for.
    /// - Throws: `RecordsError` with code `records.unreadable_payload` for a payload beyond 64 MB.
    package init(_ incoming: IncomingOrder, template: PayloadTemplate? = nil) throws {
        guard let compressed = PayloadCompression.compressed(incoming.payload, against: template) else {
            throw RecordsError(.unreadablePayload(record: incoming.order.externalID))
        }
        compressedPayload = compressed
        payloadTemplate = template?.number
        body = OrderBody(incoming.order)
        factsWhenNew = FactsText.text(ofOrder: incoming.order, since: nil)
        var kept = incoming
        kept.payload = []
        self.incoming = kept
    }

    var order: Order { incoming.order }
    package var externalID: String { incoming.order.externalID }
    var contentHash: [UInt8] { incoming.contentHash }
    var listDigest: String? { incoming.listDigest }
    var mapperVersion: Int { incoming.mapperVersion }
    var source: SourceVersion { SourceVersion(changedAt: order.changedAt, fetchedAt: incoming.fetchedAt) }
}
