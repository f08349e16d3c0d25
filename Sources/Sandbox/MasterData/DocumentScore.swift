import Basics
import HTTPTypes

/// Points for a key of one of a document's score fields.
struct DocumentScore: Sendable {
    let field: String
    let key: String
    let point: Int
    let life: Duration

    /// - Throws: `Refusal` 400 when the time is none such as `10m`, `3h` or `1d`.
    init(_ view: JSONView, field: String) throws {
        self.field = field
        key = try view.string("key")
        point = Int(try view.integer("point"))
        guard let life = ScoreTag.span(try view.string("until")) else {
            throw Refusal(.badRequest, ["Message": "until should look like 10m, 3h or 1d"])
        }
        self.life = life
    }

    func added(to document: JSON, at now: Instant) -> JSON {
        let tag = ScoreTag.adding(point, to: key, until: now + life, at: now, in: document[field] ?? nil)
        return document.replacing([.init(name: field, value: tag)])
    }
}
