import Basics
import Commerce

/// A change's facts as the text of a column: `[{"field":"status","from":"shipped","to":"delivered"}]`.
enum FactsText {
    static func text(of facts: [Change.Fact]) -> String {
        var writer = JSONWriter(capacity: 16 + facts.count * 64)
        writer.array { writer in
            for fact in facts {
                writer.elementObject { writer in
                    writer.member("field", fact.field)
                    writer.member("from", fact.from)
                    writer.member("to", fact.to)
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// What became different about an order; all of it when `stored` is nil.
    static func text(ofOrder order: Order, since stored: Order?) -> String {
        text(of: order.facts(since: stored).map { Change.Fact(field: $0.field, from: $0.from, to: $0.to) })
    }

    static func facts(of text: String, change number: Int64) throws -> [Change.Fact] {
        do {
            var facts: [Change.Fact] = []
            let document = try JSONDocument(parsing: Array(text.utf8))
            try document.root.forEachElement { view in
                facts.append(
                    Change.Fact(
                        field: try view.string("field"), from: try view.optionalString("from"),
                        to: try view.optionalString("to")))
            }
            return facts
        } catch let error as JSONError {
            throw RecordsError(.unreadableDocument(record: "\(number)", reason: "facts.\(error.path)"))
        }
    }
}
