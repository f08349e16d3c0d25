import Basics
import HTTPTypes

/// What a client sends as a document.
enum DocumentBody {
    /// What the service writes itself.
    private static let own: Set<String> = [
        "id", "accountid", "accountname", "dataentityid", "createdin", "createdby", "updatedin", "updatedby",
        "lastinteractionin", "lastinteractionby",
    ]

    /// The fields of the body, with the names that the entity gives them. Fields that the entity does not declare are
    /// taken as they are, since shops add their own.
    ///
    /// - Throws: `Refusal` 400 for a body that is no object, or a value that is not of its field's type.
    static func members(_ call: Call, of entity: DataEntity) throws -> [JSON.Member] {
        guard case .object(let members) = try JSON(call.json().root) else {
            throw Refusal(.badRequest, ["Message": "A document is a JSON object"])
        }
        return try members.filter { !own.contains($0.name.lowercased()) }.map { member in
            guard let field = entity.field(member.name) else { return member }
            guard fits(member.value, field) else {
                throw Refusal(
                    .badRequest, ["Message": .string("The field \(field.name) holds no \(field.type)")])
            }
            return .init(name: field.name, value: member.value)
        }
    }

    /// The body's id, bare; nil when it has none.
    static func id(_ call: Call, of entity: DataEntity) -> String? {
        guard let id = try? call.json().root.optionalString("id"), !id.isEmpty else { return nil }
        return MasterData.bare(id, of: entity)
    }

    /// - Throws: `Refusal` 400 when a field that must not be empty is.
    static func demand(_ members: [JSON.Member], of entity: DataEntity) throws {
        for field in entity.fields where !field.isNullable {
            let value = members.first { $0.name == field.name }?.value ?? .null
            guard value != .null, value != "" else {
                throw Refusal(.badRequest, ["Message": .string("The field \(field.name) is required")])
            }
        }
    }

    /// A document of these fields alone; who made it and when stays.
    static func fresh(_ members: [JSON.Member], before: JSON?) -> JSON {
        let made = ["createdIn", "createdBy"].compactMap { name in
            before?[name].map { JSON.Member(name: name, value: $0) }
        }
        return .object(members + made)
    }

    static func stamped(_ document: JSON, isNew: Bool, by user: String?, at now: Instant) -> JSON {
        let date = JSON.string(VTEXDate.zulu(now))
        var members: [JSON.Member] =
            isNew
            ? [.init(name: "createdIn", value: date), .init(name: "createdBy", value: .text(user))] : []
        members += [
            .init(name: "updatedIn", value: date), .init(name: "updatedBy", value: .text(user)),
            .init(name: "lastInteractionIn", value: date), .init(name: "lastInteractionBy", value: .text(user)),
        ]
        return document.replacing(members)
    }

    private static func fits(_ value: JSON, _ field: DataField) -> Bool {
        guard value != .null else { return true }
        switch field.type {
        case "Boolean":
            if case .bool = value { return true }
            return false
        case "Integer":
            if case .integer = value { return true }
            return value.text.flatMap { Int64($0) } != nil
        case "Date", "Date and Time": return value.text.flatMap { Instant(iso8601: $0) } != nil
        default: return true
        }
    }
}
