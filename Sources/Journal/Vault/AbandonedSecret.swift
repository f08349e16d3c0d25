import Storage

/// Where a secret was that nobody can open any more.
package struct AbandonedSecret: Hashable, Sendable {
    package let organizationID: OrganizationID
    package let owner: String
    package let field: String
}
