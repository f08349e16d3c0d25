/// A right as a type, so that a handler names in its signature what its caller must be allowed to do:
///
/// ```swift
/// func orders(_ grant: Grant<ReadOrders>) async throws -> Page
/// ```
///
/// Only `Caller.grant` makes a `Grant`, so a handler that takes one cannot be reached without the right.
package protocol Right: Sendable {
    static var permission: Permission { get }
}

/// `organizations.read`.
package enum ReadOrganizations: Right { package static let permission = Permission.readOrganizations }
/// `organizations.manage`.
package enum ManageOrganizations: Right { package static let permission = Permission.manageOrganizations }
/// `connections.read`.
package enum ReadConnections: Right { package static let permission = Permission.readConnections }
/// `connections.manage`.
package enum ManageConnections: Right { package static let permission = Permission.manageConnections }
/// `orders.read`.
package enum ReadOrders: Right { package static let permission = Permission.readOrders }
/// `records.read`. Handlers look at the grant's `seesPeople`.
package enum ReadRecords: Right { package static let permission = Permission.readRecords }
/// `people.read`: for what is nothing but persons, such as a source payload. Handlers of orders take
/// `Grant<ReadOrders>` and look at its `seesPeople`.
package enum ReadPeople: Right { package static let permission = Permission.readPeople }
/// `people.manage`.
package enum ManagePeople: Right { package static let permission = Permission.managePeople }
/// `changes.read`.
package enum ReadChanges: Right { package static let permission = Permission.readChanges }
/// `totals.read`.
package enum ReadTotals: Right { package static let permission = Permission.readTotals }
/// `audit.read`.
package enum ReadAudit: Right { package static let permission = Permission.readAudit }
/// `keys.manage`.
package enum ManageKeys: Right { package static let permission = Permission.manageKeys }
/// `members.manage`.
package enum ManageMembers: Right { package static let permission = Permission.manageMembers }
/// `settings.manage`.
package enum ManageSettings: Right { package static let permission = Permission.manageSettings }
