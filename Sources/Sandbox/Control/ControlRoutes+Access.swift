import Basics
import HTTPTypes
import Synchronization

extension ControlRoutes {
    /// Roles and keys, which at VTEX only the admin's screens make.
    static let access: [Route<World>] = [
        Route(.get, "/roles", "roles") { call, world in
            let roles = try shop(call, world).access.read { $0.roles }
            return Reply(json: .array(roles.map(AccessControl.json)))
        },
        Route(.post, "/roles", "roles") { call, world in
            let document = try call.json()
            let resources = try AccessControl.resources(document.root) ?? []
            let name = try document.root.string("name")
            let role = try shop(call, world).access.change { $0.addRole(name: name, resources: resources) }
            return Reply(.created, json: AccessControl.json(role))
        },
        Route(.put, "/roles/{id}", "roles") { call, world in
            let document = try call.json()
            let resources = try AccessControl.resources(document.root)
            let name = try document.root.optionalString("name")
            let id = Int(call.parameter("id")) ?? 0
            let role = try shop(call, world).access.change { access in
                access.changeRole(id, name: name, resources: resources) ? access.role(id) : nil
            }
            guard let role else { throw missing("role") }
            return Reply(json: AccessControl.json(role))
        },
        Route(.delete, "/roles/{id}", "roles") { call, world in
            let id = Int(call.parameter("id")) ?? 0
            guard try shop(call, world).access.change({ $0.removeRole(id) }) else { throw missing("role") }
            return Reply(empty: .noContent)
        },
        Route(.get, "/resources", "resources") { _, _ in
            Reply(
                json: .array(
                    ResourceCatalogue.entries.map { entry in
                        [
                            "product": .string(entry.product), "category": .string(entry.category),
                            "label": .string(entry.label), "key": .string(entry.resource.key),
                        ]
                    }))
        },
        Route(.get, "/keys", "keys") { call, world in
            let access = try shop(call, world).access.read { $0 }
            return Reply(json: .array(access.keys.map { AccessControl.json($0, access) }))
        },
        Route(.post, "/keys", "keys", handler: AccessControl.addKey),
        Route(.patch, "/keys/{key}", "keys", handler: AccessControl.changeKey),
        Route(.delete, "/keys/{key}", "keys") { call, world in
            guard try shop(call, world).access.change({ $0.removeKey(call.parameter("key")) }) else {
                throw missing("key")
            }
            return Reply(empty: .noContent)
        },
    ]
}

/// Roles and keys as the control shows and takes them.
enum AccessControl {
    static func json(_ role: Role) -> JSON {
        [
            "id": .number(role.id), "name": .string(role.name), "isAdmin": .bool(role.isAdmin),
            "isCustom": .bool(role.isCustom), "products": .array(role.products.map { .string($0) }),
            "resources": .array(role.resources.map { .string($0.key) }),
        ]
    }

    static func json(_ key: AppKey, _ access: AccessState) -> JSON {
        let roles = (access.roleIDs(of: key.id) ?? []).compactMap(access.role)
        return [
            "id": .string(key.id), "appKey": .string(key.name), "label": .string(key.label),
            "isActive": .bool(key.isActive), "roles": .array(roles.map { .string($0.name) }),
        ]
    }

    static func credentials(_ shop: Shop) -> JSON {
        [
            "account": .string(shop.account),
            "owner": ["appKey": .string(shop.owner.name), "appToken": shop.owner.token.reveal { .string($0) }],
        ]
    }

    /// `"resources"`: keys such as `ListOrders`, or product and label, as in `OMS/List Orders`. Nil when not given.
    static func resources(_ root: JSONView) throws -> [Resource]? {
        guard root["resources"] != nil else { return nil }
        var resources: [Resource] = []
        try root.forEach("resources") { element in
            let text = try element.stringValue()
            guard let resource = ResourceCatalogue.find(text) else {
                throw ControlRoutes.refused("No such resource: \(text)")
            }
            resources.append(resource)
        }
        return resources
    }

    /// `"role"`: a role's name or id. Nil when not given.
    private static func role(_ root: JSONView, _ access: AccessState) throws -> Int? {
        guard let text = try root.optionalText("role") else { return nil }
        guard let role = access.role(named: text) ?? Int(text).flatMap(access.role) else {
            throw ControlRoutes.missing("role")
        }
        return role.id
    }

    /// `{"label", "role" | "resources"}`; the answer has the token, and a link that shows it once.
    static func addKey(_ call: Call, _ world: World) throws -> Reply {
        let shop = try ControlRoutes.shop(call, world)
        let root = try call.json().root
        let label = try root.optionalString("label") ?? "chave"
        let resources = try resources(root)
        let now = world.time.now()
        let (key, link, state) = try shop.access.change { access in
            var roles = try role(root, access).map { [$0] } ?? []
            if let resources { roles.append(access.addRole(name: label, resources: resources).id) }
            let key = access.addKey(label: label, roles: roles, at: now)
            let link = TokenLink(keyName: key.name, token: key.token, at: now)
            access.addLink(link)
            return (key, link, access)
        }
        guard case .object(let members) = json(key, state) else { return Reply(empty: .created) }
        return Reply(
            .created,
            json: .object(
                members + [
                    .init(name: "appToken", value: key.token.reveal { .string($0) }),
                    .init(name: "link", value: .string("/credentials/\(link.id)")),
                ]))
    }

    /// `{"isActive", "role", "resources"}`: switches a key on or off, or gives it another role than all it has.
    static func changeKey(_ call: Call, _ world: World) throws -> Reply {
        let shop = try ControlRoutes.shop(call, world)
        let root = try call.json().root
        let isActive = try root.optionalBool("isActive")
        let resources = try resources(root)
        let reply = try shop.access.change { access -> JSON? in
            var roles = try role(root, access).map { [$0] }
            if let resources {
                roles = (roles ?? []) + [access.addRole(name: "control", resources: resources).id]
            }
            let changed = access.change(key: call.parameter("key")) { key -> AppKey in
                if let isActive { key.isActive = isActive }
                if let roles { key.roles = roles }
                return key
            }
            return changed.map { json($0, access) }
        }
        guard let reply else { throw ControlRoutes.missing("key") }
        return Reply(json: reply)
    }
}
