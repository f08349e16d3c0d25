/// What can be allowed in Ponte. Its text is what a key's row, `--permission` and the API say; it never changes its meaning.
package enum Permission: String, CaseIterable, Sendable {
    /// See which organizations there are, by name.
    case readOrganizations = "organizations.read"
    case manageOrganizations = "organizations.manage"
    /// Connections with their streams, health and progress; never a credential.
    case readConnections = "connections.read"
    /// Connect a store, replace its credential, pause it, sync it.
    case manageConnections = "connections.manage"
    /// Orders without the persons in them.
    case readOrders = "orders.read"
    /// Customers, carts, catalogue, prices and all other records besides orders, without the persons in them.
    case readRecords = "records.read"
    /// The persons in orders and other records, and source payloads, which hold persons.
    case readPeople = "people.read"
    /// Say which customers are one person and which are not.
    case managePeople = "people.manage"
    case readChanges = "changes.read"
    case readTotals = "totals.read"
    case readAudit = "audit.read"
    case manageKeys = "keys.manage"
    case manageMembers = "members.manage"
    case manageSettings = "settings.manage"

    /// Whether an app key can have it. What gives rights to others is for people alone, so that a key cannot make a
    /// stronger one.
    package var isForKeys: Bool {
        switch self {
        case .manageOrganizations, .manageKeys, .manageMembers, .manageSettings: false
        default: true
        }
    }
}
