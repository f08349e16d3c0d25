import Basics
import Journal
import Records
import Storage

/// An audit chain that people may look at: an organization's, or that of the installation's own members.
package struct AuditedChain: Sendable, Hashable {
    package let scope: OrganizationScope
    /// The organization's name; `Ponte` for the installation itself.
    package let name: String

    package init(scope: OrganizationScope, name: String) {
        self.scope = scope
        self.name = name
    }
}

extension Services {
    /// The organizations' chains by name, the installation's own before them once it has an entry.
    package func auditedChains() async throws -> [AuditedChain] {
        let now = clock.now()
        return try await database.read { transaction in
            let own = try AuditChain(.installation).anchor(at: now, in: transaction).map { _ in
                AuditedChain(scope: .installation, name: "Ponte")
            }
            return [own].compactMap(\.self)
                + (try Organizations().list(in: transaction).map { AuditedChain(scope: $0.scope, name: $0.name) })
        }
    }

    /// Walks an audit chain.
    /// - Parameter anchor: taken earlier and kept elsewhere; without one a chain that was cut or rewritten whole passes.
    package func verifyAudit(
        in scope: OrganizationScope, against anchor: AuditAnchor?
    ) async throws -> AuditVerdict {
        try await database.read { try AuditChain(scope).verify(against: anchor, in: $0) }
    }

    /// The newest entry's number and hash. Nil while there is no entry.
    package func auditAnchor(in scope: OrganizationScope) async throws -> AuditAnchor? {
        let now = clock.now()
        return try await database.read { try AuditChain(scope).anchor(at: now, in: $0) }
    }

    /// Entries after `number`, oldest first.
    package func auditEntries(
        in scope: OrganizationScope, after number: Int64, limit: Int
    ) async throws -> [RecordedEntry] {
        try await database.read { try AuditChain(scope).entries(after: number, limit: limit, in: $0) }
    }

    /// As `verifyAudit(in:against:)`, of an organization's chain.
    package func verifyAudit(of organization: Organization, against anchor: AuditAnchor?) async throws -> AuditVerdict {
        try await verifyAudit(in: organization.scope, against: anchor)
    }

    /// As `auditAnchor(in:)`, of an organization's chain.
    package func auditAnchor(of organization: Organization) async throws -> AuditAnchor? {
        try await auditAnchor(in: organization.scope)
    }

    /// As `auditEntries(in:after:limit:)`, of an organization's chain.
    package func auditEntries(
        of organization: Organization, after number: Int64, limit: Int
    ) async throws -> [RecordedEntry] {
        try await auditEntries(in: organization.scope, after: number, limit: limit)
    }
}
