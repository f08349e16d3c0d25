/// What a member may do, in every organization of the installation.
package enum MemberRole: String, CaseIterable, Sendable {
    /// Everything.
    case owner
    /// Looks at everything but the persons in it, and changes nothing.
    case reader

    package var permissions: PermissionSet {
        switch self {
        case .owner: .all
        case .reader:
            [
                .readOrganizations, .readConnections, .readOrders, .readRecords, .readChanges, .readTotals, .readAudit,
            ]
        }
    }
}
