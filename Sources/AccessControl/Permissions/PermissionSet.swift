/// Permissions in one machine word: a node holds many keys in memory.
package struct PermissionSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var bits: UInt32 = 0

    package init(_ permissions: some Sequence<Permission>) {
        for permission in permissions { bits |= Self.bit(permission) }
    }

    package init(arrayLiteral permissions: Permission...) { self.init(permissions) }

    package static let all = PermissionSet(Permission.allCases)

    package func contains(_ permission: Permission) -> Bool { bits & Self.bit(permission) != 0 }

    /// In the order of `Permission.allCases`.
    package var permissions: [Permission] { Permission.allCases.filter(contains) }

    package var isEmpty: Bool { bits == 0 }

    /// As a column holds it: `orders.read changes.read`.
    var text: String { permissions.map(\.rawValue).joined(separator: " ") }

    /// Reads a column. A permission that this program does not know gives nothing.
    init(stored text: String) {
        self.init(text.split(separator: " ").compactMap { Permission(rawValue: String($0)) })
    }

    private static func bit(_ permission: Permission) -> UInt32 {
        switch permission {
        case .readOrganizations: 1 << 0
        case .manageOrganizations: 1 << 1
        case .readConnections: 1 << 2
        case .manageConnections: 1 << 3
        case .readOrders: 1 << 4
        case .readPeople: 1 << 5
        case .readChanges: 1 << 6
        case .readTotals: 1 << 7
        case .readAudit: 1 << 8
        case .manageKeys: 1 << 9
        case .manageMembers: 1 << 10
        case .manageSettings: 1 << 11
        case .readRecords: 1 << 12
        case .managePeople: 1 << 13
        }
    }
}
