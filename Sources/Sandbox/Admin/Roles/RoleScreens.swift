import Basics
import HTTPTypes
import Synchronization

/// Access profiles: the list, and the form where boxes are ticked.
enum RoleScreens {
    static let all: [Route<Visit>] = [
        Route(.get, "/roles", "admin") { call, visit in
            visit.page(RolesPage(visit, search: Typed.line(call.field("q"))))
        },
        Route(.get, "/roles/new", "admin") { call, visit in
            visit.page(RoleFormPage(visit, role: nil, draft: RoleDraft(call, visit, role: nil)))
        },
        Route(.post, "/roles", "admin") { call, visit in
            let draft = RoleDraft(call, visit, role: nil)
            guard draft.problem == nil else {
                return visit.page(
                    RoleFormPage(visit, role: nil, draft: draft, isSent: true), status: .unprocessableContent)
            }
            let role = try visit.shop.access.change { $0.addRole(name: draft.name, resources: draft.resources) }
            return visit.goTo("/roles/\(role.id)", done: .roleMade)
        },
        Route(.get, "/roles/{id}", "admin") { call, visit in
            let role = try find(call, visit)
            return visit.page(RoleFormPage(visit, role: role, draft: RoleDraft(call, visit, role: role)))
        },
        Route(.post, "/roles/{id}", "admin") { call, visit in
            let role = try find(call, visit)
            guard role.isCustom else { throw AdminProblem.predefinedRole }
            let draft = RoleDraft(call, visit, role: role)
            guard draft.problem == nil else {
                return visit.page(
                    RoleFormPage(visit, role: role, draft: draft, isSent: true), status: .unprocessableContent)
            }
            let isKnown = try visit.shop.access.change {
                $0.changeRole(role.id, name: draft.name, resources: draft.resources)
            }
            guard isKnown else { throw AdminProblem.noRole }
            return visit.goTo("/roles/\(role.id)", done: .roleSaved)
        },
        Route(.get, "/roles/{id}/delete", "admin") { call, visit in
            let role = try find(call, visit)
            guard role.isCustom else { throw AdminProblem.predefinedRole }
            return visit.page(
                ConfirmPage(removing: role, holders: visit.shop.access.read { $0.holders(of: role.id) }, visit))
        },
        Route(.post, "/roles/{id}/delete", "admin") { call, visit in
            let role = try find(call, visit)
            guard role.isCustom else { throw AdminProblem.predefinedRole }
            // Asked within the change, so that nobody is given the role in between.
            let holders = try visit.shop.access.change { access -> RoleHolders in
                let holders = access.holders(of: role.id)
                if holders.isEmpty { _ = access.removeRole(role.id) }
                return holders
            }
            guard holders.isEmpty else {
                return visit.page(ConfirmPage(removing: role, holders: holders, visit), status: .conflict)
            }
            return visit.goTo("/roles", done: .roleGone)
        },
    ]

    private static func find(_ call: Call, _ visit: Visit) throws -> Role {
        guard let id = Int(call.parameter("id")), let role = visit.shop.access.read({ $0.role(id) }) else {
            throw AdminProblem.noRole
        }
        return role
    }
}
