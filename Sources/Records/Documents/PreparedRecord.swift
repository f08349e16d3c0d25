import Basics
import Commerce

/// A record as a platform answered it, compressed and cut into words: the work that needs no transaction.
package final class PreparedRecord: Sendable {
    package let document: RecordDocument
    package let fetchedAt: Instant
    let contentHash: [UInt8]
    let mapperVersion: Int
    let compressedPayload: [UInt8]
    let terms: RecordTerms
    let factValues: RecordFactValues
    /// Nil for all but carts, and for carts of nobody in particular.
    let leftCart: LeftCart?
    /// What a customer is recognised by; nil for all other kinds.
    let identityKeys: Set<IdentityKey>?

    /// - Parameters:
    ///   - payload: the platform's document.
    ///   - contentHash: of the payload less what changes without meaning anything; it decides "nothing changed".
    ///   - fetchedAt: when the fetch began.
    /// - Throws: `RecordsError` with code `records.unreadable_payload` for a payload beyond 64 MB.
    package init(
        _ document: RecordDocument, payload: [UInt8], contentHash: [UInt8], fetchedAt: Instant, mapperVersion: Int
    ) throws {
        guard let compressed = PayloadCompression.compressed(payload, against: nil) else {
            throw RecordsError(.unreadablePayload(record: document.externalID))
        }
        self.document = document
        self.fetchedAt = fetchedAt
        self.contentHash = contentHash
        self.mapperVersion = mapperVersion
        compressedPayload = compressed
        terms = RecordTerms(document)
        factValues = RecordFactValues(document.facts)
        leftCart = LeftCart(document)
        identityKeys =
            document.kind == .customer
            ? try? Customer(core: document.core, person: document.person).identityKeys : nil
    }

    package var link: RecordLink { RecordLink(document.kind, document.externalID) }

    /// What lists are sorted by, and when the change happened as far as anybody knows.
    var changedAt: Instant { document.changedAt ?? fetchedAt }
}

/// A record that the platform, asked for it alone, did not know (any more).
package struct GoneRecord: Hashable, Sendable {
    package let link: RecordLink
    /// When the platform was asked.
    package let fetchedAt: Instant

    package init(_ link: RecordLink, fetchedAt: Instant) {
        self.link = link
        self.fetchedAt = fetchedAt
    }
}
