import Basics
import Records
import Storage

extension Services {
    /// Nil when there is none.
    package func organization(of scope: OrganizationScope) async throws -> Organization? {
        try await database.glance { try Organizations().find(scope.organizationID, in: $0) }
    }

    /// The id as programs write it.
    package static func organizationID(of scope: OrganizationScope) -> String { scope.organizationID.text }
}
