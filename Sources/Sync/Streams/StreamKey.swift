import Basics
import ConnectorKit
import Records
import Storage

/// Which stream, of which connection, of which organization.
package struct StreamKey: Hashable, Sendable {
    package let scope: OrganizationScope
    package let connectionID: ConnectionID
    package let kind: StreamKind

    package init(_ scope: OrganizationScope, connection: ConnectionID, kind: StreamKind) {
        self.scope = scope
        connectionID = connection
        self.kind = kind
    }

    /// The first three columns of every key of this room, as a condition.
    func matches(kindColumn: String) -> SQL {
        """
        organization_id = \(scope.organizationID) AND connection_id = \(connectionID)
        AND \(unsafeSQL: kindColumn) = \(kind.rawValue)
        """
    }
}
