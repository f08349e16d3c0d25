import Basics
import Commerce

/// A store's records of one stream besides orders: walked page by page, in full or since the last look.
package protocol RecordSource: Sendable {
    var stream: StreamKind { get }

    /// What the stream's records are. One document of the platform can be several: VTEX keeps a customer, the consent to
    /// the newsletter and the last cart in one.
    var kinds: [RecordKind] { get }

    /// Which version of this platform's mapping makes the records; raised when the mapping gets better.
    var mapperVersion: Int { get }

    /// Whether `.changed` asks less than `.everything` does. Where it does not, a look for news walks everything.
    var tellsChanges: Bool { get }

    /// How many records a whole walk reads; nil where the platform does not tell.
    func survey() async throws -> Int?

    /// One page of a walk.
    ///
    /// - Parameters:
    ///   - cursor: the `next` of the page before; nil for the first. It lasts: another process may go on with it hours
    ///     later, so a platform's token that dies is not all there is to it.
    ///   - patience: what each question to the platform is asked with.
    /// - Throws: `PlatformError`.
    func page(of walk: RecordWalk, after cursor: String?, asking patience: any Patience) async throws -> RecordPage

    /// The records that one document of the platform is. Empty when the platform does not know it (any more), which is how
    /// a record that a whole walk did not meet is found to be gone: a page that lacks it says nothing.
    func fetch(_ kind: RecordKind, _ externalID: String) async throws -> [FetchedRecord]
}

extension RecordSource {
    /// One page of a walk, each question asked once.
    package func page(of walk: RecordWalk, after cursor: String?) async throws -> RecordPage {
        try await page(of: walk, after: cursor, asking: NoPatience())
    }
}

/// What a walk is after.
package enum RecordWalk: Hashable, Sendable {
    case everything
    /// What the platform changed in this time, both ends included.
    case changed(since: Instant, until: Instant)
}

/// What one question of a walk was answered.
package struct RecordPage: Sendable {
    package var records: [FetchedRecord]
    /// Documents that cannot be read: set aside, while the walk goes on.
    package var unreadable: [UnreadableRecord]
    /// Where the next page begins; nil when this one is the last.
    package var next: String?

    package init(records: [FetchedRecord], unreadable: [UnreadableRecord] = [], next: String?) {
        self.records = records
        self.unreadable = unreadable
        self.next = next
    }
}

/// A record with the source that it was mapped from.
package struct FetchedRecord: Sendable {
    package var document: RecordDocument
    /// The platform's document.
    package var payload: [UInt8]
    /// SHA-256 of the payload less the fields that change without meaning anything.
    package var contentHash: [UInt8]
    /// When the fetch began: of two answers with the same `changedAt`, the later fetch is the newer.
    package var fetchedAt: Instant

    package init(document: RecordDocument, payload: [UInt8], contentHash: [UInt8], fetchedAt: Instant) {
        self.document = document
        self.payload = payload
        self.contentHash = contentHash
        self.fetchedAt = fetchedAt
    }
}

/// A document that the platform shows and nobody can read.
package struct UnreadableRecord: Sendable {
    package var kind: RecordKind
    package var externalID: String
    package var error: PlatformError

    package init(kind: RecordKind, externalID: String, error: PlatformError) {
        self.kind = kind
        self.externalID = externalID
        self.error = error
    }
}
