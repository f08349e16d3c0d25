import Basics
import HTTPTypes

/// Documents one by one. Source: VTEX's Master Data OpenAPI file; facts on VTEX §5.1.
enum DocumentRoutes {
    private static let path = "/api/dataentities/{entity}/documents"
    private static let write: Access = .anyOf(Resource.writeDocuments)

    static let all: [Route<Shop>] = [
        route(.post, path, "Createnewdocument", write, create),
        route(.patch, path, "Createorupdatepartialdocument", write, upsert),
        route(.get, path + "/{id}", "Getdocument", .anyOf(Resource.readDocuments)) { call, shop in
            let (entity, id) = try find(call, shop)
            guard let fields = shop.masterData.find(id, in: entity) else { throw missing }
            return Reply(
                json: FieldChoice(call.field("_fields")).shown(id, fields, of: entity, in: shop, isWhole: true))
        },
        route(.put, path + "/{id}", "Updateentiredocument", write) { call, shop in
            let (entity, id) = try find(call, shop)
            let members = try DocumentBody.members(call, of: entity)
            try DocumentBody.demand(members, of: entity)
            try change(call, shop, entity, id) { before in DocumentBody.fresh(members, before: before) }
            return Reply(empty: .noContent)
        },
        route(.patch, path + "/{id}", "Updatepartialdocument", write) { call, shop in
            let (entity, id) = try find(call, shop)
            let members = try DocumentBody.members(call, of: entity)
            try change(call, shop, entity, id) { before in
                guard let before else { throw missing }
                return before.replacing(members)
            }
            // The literal descriptions of CL and AD answer what was changed, the general one nothing.
            guard entity.acronym == "CL" || entity.acronym == "AD" else { return Reply(empty: .noContent) }
            return Reply(json: names(id, entity, shop))
        },
        route(.delete, path + "/{id}", "Deletedocument", .anyOf(Resource.removeDocuments)) { call, shop in
            let (entity, id) = try find(call, shop)
            let isDeleted = try shop.masterData.change(
                id, in: entity, at: shop.time.now(), indexDelay: shop.indexDelay
            ) { _ in nil }
            guard isDeleted else { throw missing }
            return Reply(empty: .noContent)
        },
        route(.put, path + "/{id}/score", "Putscores", write) { call, shop in
            var scores: [DocumentScore] = []
            try call.json().root.forEachElement { score in
                scores.append(try DocumentScore(score, field: score.string("field")))
            }
            return try put(scores, call, shop)
        },
        route(.put, path + "/{id}/score/{field}", "Putscorebyfield", write) { call, shop in
            try put([DocumentScore(call.json().root, field: call.parameter("field"))], call, shop)
        },
    ]

    private static let missing = Refusal(.notFound, ["Message": "Document not found"])
    private static let duplicate = Refusal(.badRequest, ["Message": "duplicated entry"])

    private static func route(
        _ method: HTTPRequest.Method, _ path: String, _ name: String, _ access: Access,
        _ handler: @escaping Route<Shop>.Handler
    ) -> Route<Shop> {
        Route(method, path, name, module: .masterData, access: access, limit: .masterData, handler: handler)
    }

    private static func find(_ call: Call, _ shop: Shop) throws -> (DataEntity, String) {
        let entity = try EntityRoutes.find(call, shop)
        return (entity, MasterData.bare(call.parameter("id"), of: entity))
    }

    /// Both spellings: the documents show one, the service the other.
    private static func names(_ id: String, _ entity: DataEntity, _ shop: Shop) -> JSON {
        let whole = "\(entity.acronym)-\(id)"
        let address =
            "http://\(shop.account).vtexcommercestable.com.br/api/dataentities/\(entity.acronym)/documents/\(id)"
        return [
            "Id": .string(whole), "Href": .string(address), "DocumentId": .string(id), "id": .string(whole),
            "href": .string(address), "documentId": .string(id),
        ]
    }

    private static func create(_ call: Call, _ shop: Shop) throws -> Reply {
        let entity = try EntityRoutes.find(call, shop)
        let members = try DocumentBody.members(call, of: entity)
        try DocumentBody.demand(members, of: entity)
        if let known = holder(of: members, entity, shop), known != DocumentBody.id(call, of: entity) {
            throw duplicate
        }
        let id = DocumentBody.id(call, of: entity) ?? Tokens.uuid()
        try change(call, shop, entity, id) { before in
            guard before == nil else { throw duplicate }
            return DocumentBody.fresh(members, before: nil)
        }
        return Reply(.created, json: names(id, entity, shop))
    }

    /// By the body's id, or by a client's e-mail. 304 when nothing is new.
    private static func upsert(_ call: Call, _ shop: Shop) throws -> Reply {
        let entity = try EntityRoutes.find(call, shop)
        let members = try DocumentBody.members(call, of: entity)
        let id = DocumentBody.id(call, of: entity) ?? holder(of: members, entity, shop) ?? Tokens.uuid()
        let isChanged = try change(call, shop, entity, id) { before in
            guard let before else {
                try DocumentBody.demand(members, of: entity)
                return DocumentBody.fresh(members, before: nil)
            }
            return before.replacing(members)
        }
        return isChanged ? Reply(.created, json: names(id, entity, shop)) : Reply(empty: .notModified)
    }

    /// The client who has the e-mail already.
    private static func holder(of members: [JSON.Member], _ entity: DataEntity, _ shop: Shop) -> String? {
        guard entity.acronym == "CL", let email = members.first(where: { $0.name == "email" })?.value.text else {
            return nil
        }
        return shop.client(email: email)?.id
    }

    private static func put(_ scores: [DocumentScore], _ call: Call, _ shop: Shop) throws -> Reply {
        let (entity, id) = try find(call, shop)
        let now = shop.time.now()
        try change(call, shop, entity, id) { before in
            guard let before else { throw missing }
            return scores.reduce(before) { $1.added(to: $0, at: now) }
        }
        return Reply(empty: .noContent)
    }

    /// Changes a document and, if it did change, says by whom and when.
    @discardableResult
    private static func change(
        _ call: Call, _ shop: Shop, _ entity: DataEntity, _ id: String, _ body: (JSON?) throws -> JSON
    ) throws -> Bool {
        let now = shop.time.now()
        return try shop.masterData.change(id, in: entity, at: now, indexDelay: shop.indexDelay) { before in
            let after = try body(before)
            guard after != before else { return before }
            return DocumentBody.stamped(after, isNew: before == nil, by: call.caller?.keyID, at: now)
        }
    }
}
