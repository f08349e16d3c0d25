import Journal
import Storage

extension Services {
    /// Entries of an organization's audit chain after `number`, oldest first.
    package func auditEntries(
        of scope: OrganizationScope, after number: Int64, limit: Int
    ) async throws -> [RecordedEntry] {
        try await database.glance { try AuditChain(scope).entries(after: number, limit: limit, in: $0) }
    }
}
