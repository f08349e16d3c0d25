import Journal
import Storage

/// Who asks, known already: a member by a session, a program by an app key. AccessControl alone makes the two.
package enum Caller: Hashable, Sendable {
    case member(SignedIn)
    case key(KeyHolder)

    /// Lets the caller do `R` in an organization, or says why not. Asks no database.
    ///
    /// Whether an organization of that id exists is for the repositories to say.
    /// - Throws: `access.not_yours` for an organization that the caller has nothing to do with, to be told as if it did
    ///   not exist; `access.missing_right` for one that is his, without the right. Trying again does not help.
    package func grant<R: Right>(
        _ right: R.Type, in scope: OrganizationScope
    ) throws(AccessError) -> Grant<R> {
        guard scope != .installation, home == nil || home == scope else { throw AccessError(.notYours) }
        guard permissions.contains(R.permission) else { throw AccessError(.missingRight(R.permission)) }
        return Grant(scope: scope, actor: actor, seesPeople: permissions.contains(.readPeople))
    }

    /// Lets the caller do `R` to what lies above the organizations. Keys are never let there: each belongs to one
    /// organization, its `home`.
    /// - Throws: `access.missing_right`.
    package func installationGrant<R: Right>(_ right: R.Type) throws(AccessError) -> InstallationGrant<R> {
        guard home == nil, permissions.contains(R.permission) else {
            throw AccessError(.missingRight(R.permission))
        }
        return InstallationGrant(actor: actor)
    }

    /// The one organization that the caller belongs to; nil for those who are above the organizations.
    package var home: OrganizationScope? {
        switch self {
        case .member: nil
        case .key(let holder): holder.scope
        }
    }

    /// What the caller is called in the audit chain.
    package var actor: Actor {
        switch self {
        case .member(let signedIn): signedIn.member.actor
        case .key(let holder): holder.actor
        }
    }

    /// Everything that the caller may do where he may do it: for menus that show only what works. Never for a decision,
    /// which is `grant`'s.
    package var permissions: PermissionSet {
        switch self {
        case .member(let signedIn): signedIn.member.role.permissions
        case .key(let holder): holder.permissions
        }
    }
}
