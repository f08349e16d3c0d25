import Basics

/// A document that somebody wrote, changed or deleted; all others come out of the seed.
struct MasterDocument: Keepable {
    static let kind = "document"

    let entity: String
    let id: String
    /// Without id and account; nil once it is deleted.
    var fields: JSON?
    /// What searches show until the index has caught up with `changed`.
    var indexed: JSON?
    var changed: Instant

    static func keptID(_ entity: String, _ id: String) -> String { "\(entity)/\(id)" }

    var keptID: String { Self.keptID(entity, id) }

    var kept: JSON {
        [
            "entity": .string(entity), "id": .string(id), "fields": fields ?? nil, "indexed": indexed ?? nil,
            "changed": .integer(changed.microseconds),
        ]
    }

    init(entity: String, id: String, fields: JSON?, indexed: JSON?, changed: Instant) {
        self.entity = entity
        self.id = id
        self.fields = fields
        self.indexed = indexed
        self.changed = changed
    }

    init(kept: JSONView) throws {
        self.init(
            entity: try kept.string("entity"), id: try kept.string("id"), fields: try kept["fields"].map(JSON.init),
            indexed: try kept["indexed"].map(JSON.init),
            changed: Instant(microseconds: try kept.integer("changed")))
    }
}
