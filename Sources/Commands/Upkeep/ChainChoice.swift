import Basics
import Hub
import Journal
import Operations
import Records
import Storage

/// Finds the audit chains that a person means.
enum ChainChoice {
    /// The chain of the organization of that name; for nil all chains, the installation's own first.
    /// - Parameter anchors: a chain that one of them is of is looked at even when it has no entry any more.
    static func chains(
        named name: String?, anchors: [AuditAnchor] = [], in hub: Services
    ) async throws -> [AuditedChain] {
        if let name {
            return try await ConnectionChoice.organizations(named: name, in: hub).map {
                AuditedChain(scope: $0.scope, name: $0.name)
            }
        }
        let chains = try await hub.auditedChains()
        let own = OrganizationScope.installation
        let isAnchored = anchors.contains { $0.organizationID == own.organizationID }
        let isListed = chains.contains { $0.scope == own }
        return isAnchored && !isListed ? [AuditedChain(scope: own, name: "Ponte")] + chains : chains
    }
}
