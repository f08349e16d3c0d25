import Basics

package enum OrganizationKind: IDKind {
    package static let prefix = "org"
}

package typealias OrganizationID = ID<OrganizationKind>

/// The tenant that a repository works for. Every repository of a tenant's table takes one, so that no query can be
/// written without saying whose rows it means.
package struct OrganizationScope: Hashable, Sendable {
    package let organizationID: OrganizationID

    /// For callers that have found the organization, or were let into it by a key or a session.
    package init(_ organizationID: OrganizationID) { self.organizationID = organizationID }
}

extension OrganizationScope {
    /// What belongs to the installation itself, above all organizations: the audit chain of its members, for one.
    ///
    /// The id is reserved: its time is 1970 and its random bits are zero, so that none is ever made like it. No
    /// organization has it, and nobody is granted anything in it.
    package static let installation = OrganizationScope(
        OrganizationID(stored: "org_00000000000000000000000000"))
}
