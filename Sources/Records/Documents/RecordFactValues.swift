import Basics
import Commerce

/// What apps decide by, as a row keeps it to find out later what became different: `[{"field":"isActive","value":"true"}]`.
struct RecordFactValues: Hashable, Sendable {
    let facts: [RecordFact]

    init(_ facts: [RecordFact]) { self.facts = facts }

    /// - Throws: `RecordsError` with code `records.unreadable_document`.
    init(stored text: String, of record: RecordID) throws {
        do {
            var facts: [RecordFact] = []
            try JSONDocument(parsing: Array(text.utf8)).root.forEachElement { view in
                facts.append(RecordFact(field: try view.string("field"), value: try view.string("value")))
            }
            self.facts = facts
        } catch let error as JSONError {
            throw RecordsError(.unreadableDocument(record: record.text, reason: "facts.\(error.path)"))
        }
    }

    var text: String {
        var writer = JSONWriter(capacity: 16 + facts.count * 48)
        writer.array { writer in
            for fact in facts {
                writer.elementObject { writer in
                    writer.member("field", fact.field)
                    writer.member("value", fact.value)
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// What became different since `stored`, in this record's order; what is gone comes last.
    func changes(since stored: RecordFactValues) -> [Change.Fact] {
        let before = Dictionary(stored.facts.map { ($0.field, $0.value) }) { first, _ in first }
        var changes = facts.compactMap { fact in
            before[fact.field] == fact.value
                ? nil : Change.Fact(field: fact.field, from: before[fact.field], to: fact.value)
        }
        let fields = Set(facts.map(\.field))
        changes += stored.facts.filter { !fields.contains($0.field) }.map {
            Change.Fact(field: $0.field, from: $0.value, to: nil)
        }
        return changes
    }
}

extension Change.Fact {
    /// The first arrival of a record.
    package static let created = Change.Fact(field: "created", from: nil, to: "true")
    /// The platform does not know the record any more.
    package static let deleted = Change.Fact(field: "deleted", from: nil, to: "true")
    /// A record that was gone is there again.
    package static let restored = Change.Fact(field: "deleted", from: "true", to: nil)
    /// Something of the person is different; what, the log does not say.
    package static let person = Change.Fact(field: "person", from: nil, to: nil)
}
