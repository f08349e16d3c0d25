import Basics
import Journal
import Records
import Storage

extension Services {
    /// Walks an organization's audit chain.
    /// - Parameter anchor: taken earlier and kept elsewhere; without one a chain that was cut or rewritten whole passes.
    package func verifyAudit(of organization: Organization, against anchor: AuditAnchor?) async throws -> AuditVerdict {
        try await database.read { try AuditChain(organization.scope).verify(against: anchor, in: $0) }
    }

    /// The newest entry's number and hash. Nil while there is no entry.
    package func auditAnchor(of organization: Organization) async throws -> AuditAnchor? {
        let now = clock.now()
        return try await database.read { try AuditChain(organization.scope).anchor(at: now, in: $0) }
    }

    /// Entries after `number`, oldest first.
    package func auditEntries(
        of organization: Organization, after number: Int64, limit: Int
    ) async throws -> [RecordedEntry] {
        try await database.read { transaction in
            try AuditChain(organization.scope).entries(after: number, limit: limit, in: transaction)
        }
    }
}
