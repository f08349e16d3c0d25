import Basics
import Storage

package enum AgencyKind: IDKind {
    package static let prefix = "agy"
}

package typealias AgencyID = ID<AgencyKind>

/// A software house: its people look after many organizations.
package struct Agency: Hashable, Sendable {
    package let id: AgencyID
    package let name: String
}

/// A client: the tenant that owns everything below.
package struct Organization: Hashable, Sendable {
    package let id: OrganizationID
    package let agencyID: AgencyID
    package let name: String

    package var scope: OrganizationScope { OrganizationScope(id) }
}
