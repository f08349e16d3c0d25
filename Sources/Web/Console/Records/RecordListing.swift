import Basics
import Commerce
import Records

/// One record in a list.
package struct RecordListing: Sendable {
    package let record: StoredRecord
    package let connectionName: String
    /// IANA name of the store's time zone.
    package let timeZone: String

    package init(record: StoredRecord, connectionName: String, timeZone: String) {
        self.record = record
        self.connectionName = connectionName
        self.timeZone = timeZone
    }

    /// What it is called: by its own name, its person's, else the platform's id.
    var name: String { record.title ?? RecordPerson(record.person)?.name ?? record.externalID }
}

/// A record's row as its template sees it.
struct RecordRow: Sendable {
    /// As many facts as a row has room for.
    private static let facts = 3

    let path: String
    let name: String
    let externalID: String?
    let about: String
    let connection: String
    let changed: String
    let changedISO: String
    let deleted: Badge?

    init(_ listing: RecordListing, client: String, for reader: Reader) {
        let record = listing.record
        let reader = reader.at(listing.timeZone)
        path = ConsolePath.record(client, record.kind.rawValue, record.id.text)
        name = listing.name
        externalID = record.externalID == listing.name ? nil : record.externalID
        about = record.facts.filter { $0.field != "name" }.prefix(Self.facts).map { fact in
            let field = RecordFactText.field(fact.field).map(reader.say) ?? fact.field
            return field + ": " + RecordFactText.value(fact.value, of: fact.field, for: reader)
        }.joined(separator: " · ")
        connection = listing.connectionName
        changed = reader.moment(record.changedAt)
        changedISO = record.changedAt.iso8601
        deleted = record.deletedAt.map { _ in Badge(.quiet, reader.say(RecordsWords.deleted)) }
    }
}
