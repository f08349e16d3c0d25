import Basics
import HTTPTypes
import Synchronization

/// Users: people, and keys as the old guides add them.
enum UserScreens {
    static let all: [Route<Visit>] = [
        Route(.get, "/users", "admin") { _, visit in visit.page(UsersPage(visit)) },
        Route(.get, "/users/new", "admin") { call, visit in
            visit.page(
                UserFormPage(
                    visit, email: Typed.line(call.field("email"), longest: 200), name: Typed.line(call.field("name"))))
        },
        Route(.post, "/users", "admin", handler: make),
        Route(.get, "/users/{id}", "admin") { call, visit in
            visit.page(UserFormPage(visit, user: try find(call, visit)))
        },
        Route(.post, "/users/{id}/roles", "admin") { call, visit in
            let user = try find(call, visit)
            let role = try roleID(call)
            try visit.shop.access.change { access in
                guard access.role(role) != nil else { throw AdminProblem.noRole }
                guard access.addRoles([role], to: user.id) else { throw AdminProblem.noUser }
            }
            return visit.goTo("/users/\(user.id)", done: .roleGiven)
        },
        Route(.post, "/users/{id}/roles/remove", "admin") { call, visit in
            let user = try find(call, visit)
            let role = try roleID(call)
            try visit.shop.access.change { $0.dropRole(role, from: user.id) }
            return visit.goTo("/users/\(user.id)", done: .roleTaken)
        },
        Route(.get, "/users/{id}/delete", "admin") { call, visit in
            visit.page(ConfirmPage(removing: try find(call, visit), visit))
        },
        Route(.post, "/users/{id}/delete", "admin") { call, visit in
            let user = try find(call, visit)
            guard try visit.shop.access.change({ $0.removeUser(user.id) }) else { throw AdminProblem.noUser }
            return visit.goTo("/users", done: .userGone)
        },
    ]

    private static func make(_ call: Call, _ visit: Visit) throws -> Reply {
        let email = Typed.line(call.field("email"), longest: 200)
        let name = Typed.line(call.field("name"))
        let roles = call.fields("role").compactMap { Int($0) }
        let user = try visit.shop.access.change { access -> AccessUser? in
            guard roles.allSatisfy({ access.role($0) != nil }) else { throw AdminProblem.noRole }
            guard let user = access.invite(email: email, name: name) else { return nil }
            _ = access.addRoles(roles, to: user.id)
            return user
        }
        guard let user else {
            return visit.page(
                UserFormPage(visit, email: email, name: name, roles: roles, isSent: true),
                status: .unprocessableContent)
        }
        return visit.goTo("/users/\(user.id)", done: .userSaved)
    }

    private static func find(_ call: Call, _ visit: Visit) throws -> AccessUser {
        guard let user = visit.shop.access.read({ $0.user(id: call.parameter("id")) }) else {
            throw AdminProblem.noUser
        }
        return user
    }

    private static func roleID(_ call: Call) throws -> Int {
        guard let id = call.field("role").flatMap({ Int($0) }) else { throw AdminProblem.noRole }
        return id
    }
}
