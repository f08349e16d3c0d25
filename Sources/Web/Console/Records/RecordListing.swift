import Basics
import Commerce
import Records

/// One record in a list.
package struct RecordListing: Sendable {
    package let record: StoredRecord
    /// What it belongs to, where that is stored: a cart's customer, a price's SKU.
    package let parent: StoredRecord?
    package let connectionName: String
    /// IANA name of the store's time zone.
    package let timeZone: String

    package init(record: StoredRecord, parent: StoredRecord? = nil, connectionName: String, timeZone: String) {
        self.record = record
        self.parent = parent
        self.connectionName = connectionName
        self.timeZone = timeZone
    }

    /// What it is called: by its own name, its person's or its parent's, else the platform's id.
    var name: String { Self.ownName(record) ?? parent.flatMap(Self.ownName) ?? record.externalID }

    private static func ownName(_ record: StoredRecord) -> String? {
        record.title ?? RecordPerson(record.person)?.name
    }
}

/// A record's row as its template sees it.
struct RecordRow: Sendable {
    /// As many facts as a row has room for.
    private static let factsMax = 3
    /// Longer ids are machines' own, and tell a reader nothing.
    private static let idLengthMax = 20

    let path: String
    let name: String
    let externalID: String?
    let about: String
    let changed: String
    let changedISO: String
    let deleted: Badge?
    /// That an order closed it, of a cart.
    let closed: Badge?

    init(_ listing: RecordListing, client: String, for reader: Reader) {
        let record = listing.record
        let reader = reader.at(listing.timeZone)
        path = ConsolePath.record(client, record.kind.rawValue, record.id.text)
        name = listing.name
        externalID =
            record.externalID == listing.name || record.externalID.count > Self.idLengthMax ? nil : record.externalID
        about = Self.about(record, reader)
        changed = reader.moment(record.changedAt)
        changedISO = record.changedAt.iso8601
        deleted = record.deletedAt.map { _ in Badge(.quiet, reader.say(RecordsWords.deleted)) }
        closed = record.closing.map { _ in Badge(.good, reader.say(RecordsWords.closed)) }
    }

    /// How a person is reached, then what is known; what stands in the name already and what is usual is left out.
    private static func about(_ record: StoredRecord, _ reader: Reader) -> String {
        let reached = RecordPerson(record.person)?.contacts ?? []
        let facts = record.facts.filter { $0.field != "name" && !RecordFactText.isUsual($0) }.map { fact in
            let field = RecordFactText.field(fact.field).map(reader.say) ?? fact.field
            return field + ": " + RecordFactText.value(fact.value, of: fact.field, for: reader)
        }
        return (reached + facts).prefix(factsMax).joined(separator: " · ")
    }
}
