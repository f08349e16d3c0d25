import Journal
import Storage

/// The proof that its caller may do `R` in one organization. Made by `Caller.grant` only, for one request: it is not kept.
package struct Grant<R: Right>: Sendable {
    /// Whose rows may be touched: what every repository of a tenant's table takes.
    package let scope: OrganizationScope
    /// Who it was, for the audit chain.
    package let actor: Actor
    /// Whether the persons in what is shown may be shown, too.
    package let seesPeople: Bool

    init(scope: OrganizationScope, actor: Actor, seesPeople: Bool) {
        self.scope = scope
        self.actor = actor
        self.seesPeople = seesPeople
    }
}

/// The proof that its caller may do `R` to what lies above the organizations: the members, the list of organizations.
package struct InstallationGrant<R: Right>: Sendable {
    package let actor: Actor

    init(actor: Actor) { self.actor = actor }
}
