import Basics
import HTTPTypes
import Synchronization

/// License Manager. Source: its OpenAPI file; facts on VTEX §2.1.
enum LicenseManagerRoutes {
    static let all: [Route<Shop>] = [
        Route(.get, "/api/vlm/account", "GetAccount", .anyOf([.saveAccount]), account),
        Route(.get, "/api/vlm/account/stores", "GetByAccount", .anyOf([.accountByIdentifier, .viewAPIKeys])) {
            _, shop in
            Reply(json: [["id": 1, "name": "Loja principal", "hosts": [.string("www.\(shop.account).com.br")]]])
        },
        Route(.get, "/api/vlm/appkeys", "Getappkeysfromaccount", .anyOf([.saveUser, .viewAPIKeys])) { _, shop in
            Reply(json: .array(shop.access.read { $0.keys }.map { row($0) }))
        },
        Route(.post, "/api/vlm/appkeys", "Createnewappkey", .anyOf([.saveUser, .editAPIKeys])) { call, shop in
            let label = try call.json().root.string("label")
            let key = try shop.access.change { $0.addKey(label: label, roles: [], at: shop.time.now()) }
            return Reply(json: key.token.reveal { row(key, token: $0) })
        },
        Route(.put, "/api/vlm/appkeys/{id}", "Updateappkey", .anyOf([.saveUser, .editAPIKeys]), updateKey),
        Route(
            .get, "/api/license-manager/site/pvt/logins/list/paged", "GetListUsers",
            .anyOf([.usersPaged, .viewAPIKeys]), logins),
        Route(
            .get, "/api/license-manager/site/pvt/roles/list/paged", "GetListRoles",
            .anyOf([.rolesPaged, .viewAPIKeys]), roles),
        Route(.post, "/api/license-manager/users", "CreateUser", .anyOf([.saveUser]), createUser),
        Route(.get, "/api/license-manager/users/{id}", "GetUser", .anyOf([.removeUser, .saveUser, .userByIdentifier])) {
            call, shop in
            let id = try wellFormed(call.parameter("id"))
            guard let user = shop.access.read({ $0.user(id: id) }) else { throw refusal("Invalid UserId") }
            return Reply(json: ["id": .string(user.id), "name": .string(user.name), "email": .string(user.email)])
        },
        Route(.delete, "/api/license-manager/users/{id}", "DeleteUser", .anyOf([.saveUser, .removeUser])) {
            call, shop in
            let id = try wellFormed(call.parameter("id"))
            guard try shop.access.change({ $0.removeUser(id) }) else { throw refusal("Invalid UserId") }
            return Reply(empty: .ok)
        },
        Route(
            .get, "/api/license-manager/users/{id}/roles", "GetRolesbyUser", .anyOf([.userByIdentifier, .viewAPIKeys])
        ) { call, shop in
            let id = try wellFormed(call.parameter("id"))
            let roles = shop.access.read { access in access.roleIDs(of: id)?.compactMap(access.role) }
            guard let roles else { throw refusal("Invalid UserId") }
            return Reply(json: .array(roles.map { ["id": .number($0.id), "name": .string($0.name)] }))
        },
        Route(.put, "/api/license-manager/users/{id}/roles", "PutRolesinUser", .anyOf([.saveUser]), addRoles),
        Route(
            .delete, "/api/license-manager/users/{id}/roles/{role}", "RemoveRolefromUser",
            .anyOf([.saveUser, .removeUser])
        ) { call, shop in
            let id = try wellFormed(call.parameter("id"))
            guard let role = Int(call.parameter("role")) else { throw refusal("Invalid RoleId") }
            // 204 even when neither exists: never an existence check.
            try shop.access.change { $0.dropRole(role, from: id) }
            return Reply(empty: .noContent)
        },
        Route(.get, "/api/license-manager/resources/{key}/access", "GetResourceAccess", .signedIn) { call, shop in
            guard let resource = ResourceCatalogue.find(call.parameter("key")) else {
                throw Refusal(.notFound, ["Message": "Resource not found"])
            }
            guard call.caller?.mayUse(resource) == true else { return Module.licenseManager.forbidden }
            return Reply(json: ["hasAccess": true])
        },
    ]

    private static func row(_ key: AppKey, token: String? = nil) -> JSON {
        [
            "id": .string(key.id), "appKey": .string(key.name), "appToken": .text(token), "label": .string(key.label),
            "createdIn": .string(key.created.iso8601), "isActive": .bool(key.isActive),
        ]
    }

    private static func updateKey(_ call: Call, _ shop: Shop) throws -> Reply {
        let isActive = try call.json().root.bool("isActive")
        let id = call.parameter("id")
        let isKnown = try shop.access.change { access in
            access.switchKey(id, isActive: isActive)
        }
        guard isKnown else {
            throw Refusal(
                .badRequest,
                [
                    "Details": nil, "HttpStatusCode": 400, "VLMErrorCode": 17,
                    "Message": "Token not exists for this account",
                ])
        }
        return Reply(empty: .ok)
    }

    private static func createUser(_ call: Call, _ shop: Shop) throws -> Reply {
        let document = try call.json()
        let email = try document.root.string("email")
        let name = try document.root.optionalString("name") ?? ""
        guard let user = try shop.access.change({ $0.invite(email: email, name: name) }) else {
            throw refusal("Invalid email")
        }
        return Reply(json: ["id": .string(user.id), "email": .string(user.email), "name": .string(user.name)])
    }

    private static func addRoles(_ call: Call, _ shop: Shop) throws -> Reply {
        let id = try wellFormed(call.parameter("id"))
        var ids: [Int] = []
        try call.json().root.forEachElement { ids.append(Int(try $0.integerValue())) }
        let wanted = ids
        try shop.access.change { access in
            guard wanted.allSatisfy({ access.role($0) != nil }) else {
                throw refusal("Roles list contains roles that do not exist in this account")
            }
            guard access.addRoles(wanted, to: id) else {
                throw Refusal(.internalServerError, ["Message": "Unexpected error"])
            }
        }
        return Reply(empty: .noContent)
    }

    private static func logins(_ call: Call, _ shop: Shop) -> Reply {
        let (users, keys, roles) = shop.access.read { ($0.users, $0.keys, $0.roles) }
        func login(_ id: String, _ email: String, _ name: String, _ ids: [Int]) -> (String, String, JSON) {
            let isAdmin = roles.contains { $0.isAdmin && ids.contains($0.id) }
            let names = roles.filter { ids.contains($0.id) }.map { JSON.string($0.name) }
            return (
                name, email,
                [
                    "id": .string(id), "email": .string(email), "isAdmin": .bool(isAdmin), "isReliable": true,
                    "isBlocked": false, "roles": .array(names), "accountNames": [.string(shop.account)],
                    "name": .string(name),
                ]
            )
        }
        var rows = users.map { login($0.id, $0.email, $0.name, $0.roles) }
        rows += keys.map { login($0.id.replacing("-", with: ""), $0.name, $0.label, $0.roles) }
        let byEmail = call.field("sort")?.lowercased() == "email"
        rows.sort { byEmail ? $0.1 < $1.1 : $0.0 < $1.0 }
        // The documents say DSC, clients send DESC.
        if call.field("sortType")?.uppercased().hasPrefix("D") == true { rows.reverse() }
        return page(rows.map(\.2), call)
    }

    private static func roles(_ call: Call, _ shop: Shop) -> Reply {
        var roles = shop.access.read { $0.roles }
        let byName = call.field("sort")?.lowercased() == "name"
        roles.sort { byName ? $0.name < $1.name : $0.id < $1.id }
        if call.field("sortType")?.uppercased().hasPrefix("D") == true { roles.reverse() }
        return page(roles.map(row), call)
    }

    /// Product names are all that VTEX tells of what a role grants.
    private static func row(_ role: Role) -> JSON {
        let products = role.products.map { name -> JSON in
            [
                "id": nil, "categoryId": nil, "categoryName": nil, "description": nil, "consoleUrlMask": nil,
                "urlConfiguration": nil, "webApiUrlMask": nil, "url": nil, "productResources": nil,
                "name": .string(name),
            ]
        }
        return [
            "id": .number(role.id), "isAdmin": .bool(role.isAdmin), "roleType": role.isCustom ? 1 : 0,
            "products": .array(products), "resources": nil, "logins": nil, "name": .string(role.name),
        ]
    }

    static func page(_ rows: [JSON], _ call: Call) -> Reply {
        let size = min(1000, max(1, call.field("numItems").flatMap { Int($0) } ?? 20))
        let number = max(1, call.field("pageNumber").flatMap { Int($0) } ?? 1)
        let shown = rows.dropFirst((number - 1) * size).prefix(size)
        return Reply(json: [
            "items": .array(Array(shown)),
            "paging": [
                "page": .number(number), "perPage": .number(size), "total": .number(rows.count),
                "pages": .number((rows.count + size - 1) / size),
            ],
        ])
    }

    /// A user's 32 hexadecimal digits, or a key's UUID.
    private static func wellFormed(_ id: String) throws -> String {
        let digits = id.replacing("-", with: "")
        guard digits.utf8.count == 32, digits.allSatisfy(\.isHexDigit) else { throw refusal("Invalid UserId") }
        return id
    }

    private static func refusal(_ message: String) -> Refusal { Refusal(.badRequest, ["Message": .string(message)]) }
}

extension Route<Shop> {
    fileprivate init(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ access: Access, _ handler: @escaping Handler
    ) {
        self.init(method, pattern, name, module: .licenseManager, access: access, handler: handler)
    }
}
