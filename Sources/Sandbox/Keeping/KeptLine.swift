import Basics

/// The lines of a state file, each a JSON object with a `kind`.
enum KeptLine {
    static let version: Int64 = 1

    /// A line of a kind or with a value that this program does not know.
    struct Unknown: Error {}

    static let reset: JSON = ["kind": "reset"]

    static func store(_ store: KeptStore) -> JSON {
        [
            "kind": "store", "version": .integer(version), "account": .string(store.account),
            "seed": .string(String(store.seed)), "orders": .number(store.orders),
            "ordersFrom": .text(store.ordersFrom), "anchor": instant(store.anchor),
        ]
    }

    static func clock(_ skipped: Duration) -> JSON { ["kind": "clock", "skipped": .integer(skipped.microseconds)] }

    static func thing(_ kind: String, id: String, _ value: JSON) -> JSON {
        ["kind": "thing", "of": .string(kind), "id": .string(id), "value": value]
    }

    static func order(_ state: OrderState) -> JSON {
        [
            "kind": "order", "number": .integer(state.number), "source": .number(Int(state.source.rawValue)),
            "created": instant(state.created), "value": .integer(state.value), "units": .integer(Int64(state.units)),
            "isMarketplace": .bool(state.isMarketplace), "status": .string(state.status.key),
            "previousStatus": .string(state.previousStatus.key), "lastChange": instant(state.lastChange),
            "authorized": instant(state.authorized), "invoiced": instant(state.invoiced),
            "delivered": instant(state.delivered), "returned": instant(state.returned),
            "canceled": instant(state.canceled),
        ]
    }

    private static func instant(_ instant: Instant?) -> JSON { instant.map { .integer($0.microseconds) } ?? .null }

    // MARK: keys, users, roles

    static func access(_ access: AccessState) -> JSON {
        [
            "kind": "access", "nextRole": .number(access.nextRole), "keys": .array(access.keys.map(key)),
            "users": .array(
                access.users.map { user in
                    [
                        "id": .string(user.id), "email": .string(user.email), "name": .string(user.name),
                        "roles": ids(user.roles),
                    ]
                }),
            "roles": .array(
                access.roles.map { role in
                    [
                        "id": .number(role.id), "name": .string(role.name), "isAdmin": .bool(role.isAdmin),
                        "isCustom": .bool(role.isCustom),
                        "resources": .array(role.resources.map { .string($0.key) }),
                    ]
                }),
        ]
    }

    private static func key(_ key: AppKey) -> JSON {
        [
            "id": .string(key.id), "name": .string(key.name), "label": .string(key.label),
            "created": instant(key.created), "isActive": .bool(key.isActive),
            "token": key.token.reveal { .string($0) }, "tokenCreated": instant(key.tokenCreated),
            "nextToken": key.nextToken?.reveal { .string($0) } ?? .null,
            "nextTokenCreated": instant(key.nextTokenCreated), "roles": ids(key.roles),
        ]
    }

    private static func ids(_ ids: [Int]) -> JSON { .array(ids.map { .number($0) }) }

    static func access(_ line: JSONView, account: String) throws -> AccessState {
        var keys: [AppKey] = []
        try line.forEach("keys") { keys.append(try key($0)) }
        var users: [AccessUser] = []
        try line.forEach("users") { user in
            users.append(
                AccessUser(
                    id: try user.string("id"), email: try user.string("email"), name: try user.string("name"),
                    roles: try ids(user)))
        }
        var roles: [Role] = []
        try line.forEach("roles") { role in
            var resources: [Resource] = []
            try role.forEach("resources") { resources.append(Resource(try $0.stringValue())) }
            roles.append(
                Role(
                    id: Int(try role.integer("id")), name: try role.string("name"), isAdmin: try role.bool("isAdmin"),
                    isCustom: try role.bool("isCustom"), resources: resources))
        }
        return AccessState(
            account: account, keys: keys, users: users, roles: roles, nextRole: Int(try line.integer("nextRole")))
    }

    private static func key(_ view: JSONView) throws -> AppKey {
        AppKey(
            id: try view.string("id"), name: try view.string("name"), label: try view.string("label"),
            created: Instant(microseconds: try view.integer("created")), isActive: try view.bool("isActive"),
            token: Secret(try view.string("token")),
            tokenCreated: Instant(microseconds: try view.integer("tokenCreated")),
            nextToken: try view.optionalString("nextToken").map { Secret($0) },
            nextTokenCreated: try view.optionalInteger("nextTokenCreated").map(Instant.init(microseconds:)),
            roles: try ids(view))
    }

    private static func ids(_ view: JSONView) throws -> [Int] {
        var ids: [Int] = []
        try view.forEach("roles") { ids.append(Int(try $0.integerValue())) }
        return ids
    }
}
