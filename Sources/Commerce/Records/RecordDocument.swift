import Basics

/// A canonical record of any kind as it is kept and served: two pieces of JSON, the record without its person and the
/// person, and what is known of it without reading them.
package struct RecordDocument: Hashable, Sendable {
    package let kind: RecordKind
    package let externalID: String
    package let changedAt: Instant?
    package let title: String?
    package let parent: RecordLink?
    package let facts: [RecordFact]
    package let words: RecordWords
    /// One JSON object that begins with its `schema`, as in `customer/1`.
    package let core: [UInt8]
    /// Likewise, as in `customer-person/1`; nil when the record has no person.
    package let person: [UInt8]?

    package init(_ record: some CanonicalRecord) {
        let kind = type(of: record).kind
        self.kind = kind
        externalID = record.externalID
        changedAt = record.changedAt
        title = record.title
        parent = record.parent
        facts = record.factValues.map { RecordFact(field: $0.field, value: $0.value) }
        words = record.words
        var writer = JSONWriter(capacity: 1024)
        writer.object { writer in
            writer.member("schema", kind.rawValue + "/1")
            record.write(to: &writer)
        }
        core = writer.bytes
        var personWriter = JSONWriter(capacity: 256)
        personWriter.object { writer in
            writer.member("schema", kind.rawValue + "-person/1")
            record.writePerson(to: &writer)
        }
        let empty = #"{"schema":""# + kind.rawValue + #"-person/1"}"#
        person = personWriter.bytes == Array(empty.utf8) ? nil : personWriter.bytes
    }
}

/// A field that apps decide by, and its value.
package struct RecordFact: Hashable, Sendable {
    package let field: String
    package let value: String

    package init(field: String, value: String) {
        self.field = field
        self.value = value
    }
}
