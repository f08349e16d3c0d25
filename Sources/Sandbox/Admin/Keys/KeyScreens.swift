import Basics
import HTTPTypes
import Synchronization

/// Application keys: made, given roles, switched, renewed, deleted.
enum KeyScreens {
    static let all: [Route<Visit>] = [
        Route(.get, "/keys", "admin") { call, visit in
            visit.page(KeysPage(visit, search: Typed.line(call.field("q"))))
        },
        Route(.get, "/account", "admin") { _, visit in visit.page(AccountPage(visit)) },
        Route(.get, "/keys/new", "admin") { call, visit in
            visit.page(KeyFormPage(visit, label: Typed.line(call.field("label")), roles: []))
        },
        Route(.post, "/keys", "admin", handler: make),
        Route(.get, "/keys/{id}", "admin") { call, visit in
            visit.page(KeyPage(visit, key: try find(call, visit), link: call.field("link")))
        },
        Route(.post, "/keys/{id}/state", "admin") { call, visit in
            let key = try find(call, visit)
            let isActive = call.field("active") == "true"
            guard try visit.shop.access.change({ $0.switchKey(key.id, isActive: isActive) }) else {
                throw AdminProblem.noKey
            }
            return visit.goTo("/keys/\(key.id)", done: isActive ? .keyOn : .keyOff)
        },
        Route(.post, "/keys/{id}/roles", "admin") { call, visit in
            let key = try find(call, visit)
            let role = try roleID(call)
            try visit.shop.access.change { access in
                guard access.role(role) != nil else { throw AdminProblem.noRole }
                guard access.addRoles([role], to: key.id) else { throw AdminProblem.noKey }
            }
            return visit.goTo("/keys/\(key.id)", done: .roleGiven)
        },
        Route(.post, "/keys/{id}/roles/remove", "admin") { call, visit in
            let key = try find(call, visit)
            let role = try roleID(call)
            try visit.shop.access.change { $0.dropRole(role, from: key.id) }
            return visit.goTo("/keys/\(key.id)", done: .roleTaken)
        },
        Route(.post, "/keys/{id}/renew", "admin", handler: renew),
        Route(.post, "/keys/{id}/finish", "admin") { call, visit in
            let key = try find(call, visit)
            guard let isDone = try visit.shop.access.change({ $0.change(key: key.id) { $0.finishRenewal() } }) else {
                throw AdminProblem.noKey
            }
            return visit.goTo("/keys/\(key.id)", done: isDone ? .renewalDone : .renewalMissing)
        },
        Route(.get, "/keys/{id}/delete", "admin") { call, visit in
            let key = try find(call, visit)
            return visit.page(
                ConfirmPage(removing: key, users: visit.shop.access.read { $0.users(linkedTo: key) }, visit))
        },
        Route(.post, "/keys/{id}/delete", "admin") { call, visit in
            let key = try find(call, visit)
            guard try visit.shop.access.change({ $0.removeKey(key.id) }) else { throw AdminProblem.noKey }
            return visit.goTo("/keys", done: .keyGone)
        },
    ]

    /// The token goes out by a link that opens once, never by this answer.
    private static func make(_ call: Call, _ visit: Visit) throws -> Reply {
        let label = Typed.line(call.field("label"))
        let roles = call.fields("role").compactMap { Int($0) }
        guard !label.isEmpty else {
            return visit.page(
                KeyFormPage(visit, label: label, roles: roles, isSent: true), status: .unprocessableContent)
        }
        let (key, link) = try visit.shop.access.change { access in
            guard roles.allSatisfy({ access.role($0) != nil }) else { throw AdminProblem.noRole }
            let key = access.addKey(label: label, roles: roles, at: visit.now)
            let link = TokenLink(keyName: key.name, token: key.token, at: visit.now)
            access.addLink(link)
            return (key, link)
        }
        return visit.goTo("/keys/\(key.id)?link=\(link.id)", done: .keyMade)
    }

    private static func renew(_ call: Call, _ visit: Visit) throws -> Reply {
        let key = try find(call, visit)
        let link = try visit.shop.access.change { access -> TokenLink? in
            guard let renewed = access.change(key: key.id, { $0.renewToken(at: visit.now) }) else {
                throw AdminProblem.noKey
            }
            guard let token = renewed else { return nil }
            let link = TokenLink(keyName: key.name, token: token, at: visit.now)
            access.addLink(link)
            return link
        }
        guard let link else { return visit.goTo("/keys/\(key.id)", done: .renewalPending) }
        return visit.goTo("/keys/\(key.id)?link=\(link.id)", done: .tokenRenewed)
    }

    private static func find(_ call: Call, _ visit: Visit) throws -> AppKey {
        guard let key = visit.shop.access.read({ $0.key(id: call.parameter("id")) }) else { throw AdminProblem.noKey }
        return key
    }

    private static func roleID(_ call: Call) throws -> Int {
        guard let id = call.field("role").flatMap({ Int($0) }) else { throw AdminProblem.noRole }
        return id
    }
}
