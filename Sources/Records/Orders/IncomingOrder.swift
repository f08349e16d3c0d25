import Basics
import Commerce

/// An order as a platform answered it, before it is compared with what is stored.
package struct IncomingOrder: Sendable {
    package var order: Order
    package var payload: [UInt8]
    package var contentHash: [UInt8]
    package var fetchedAt: Instant
    /// What the platform's list said of the order, when it came by the list.
    package var listDigest: String?
    package var mapperVersion: Int

    package init(
        order: Order, payload: [UInt8], contentHash: [UInt8], fetchedAt: Instant, listDigest: String?,
        mapperVersion: Int
    ) {
        self.order = order
        self.payload = payload
        self.contentHash = contentHash
        self.fetchedAt = fetchedAt
        self.listDigest = listDigest
        self.mapperVersion = mapperVersion
    }
}
