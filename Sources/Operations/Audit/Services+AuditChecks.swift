import Basics
import Journal
import Logging
import Storage

/// What is known of a chain without walking it.
package struct AuditStanding: Sendable, Hashable {
    /// Nil for a chain that was never walked.
    package let lastCheck: AuditCheck?
    /// Entries that came since then.
    package let newEntries: Int64
}

extension Services {
    /// A chain that was walked is walked again after this long.
    static let auditCheckEvery = Duration.seconds(86_400)
    /// Whoever asks sooner is told of the last walk.
    static let auditCheckRest = Duration.seconds(10)

    /// Costs the same however long the chain is.
    package func auditStanding(of scope: OrganizationScope) async throws -> AuditStanding {
        try await database.glance { transaction in
            let chain = AuditChain(scope)
            let last = try chain.lastCheck(in: transaction)
            let length = try chain.length(in: transaction)
            return AuditStanding(lastCheck: last, newEntries: max(0, length - (last?.verdict.entries ?? 0)))
        }
    }

    /// Walks a whole chain and writes down what was found; not again within a few seconds.
    @discardableResult
    package func checkAudit(of scope: OrganizationScope) async throws -> AuditCheck {
        let now = clock.now()
        let standing = try await auditStanding(of: scope)
        if let last = standing.lastCheck, standing.newEntries == 0, last.at + Self.auditCheckRest > now { return last }
        let verdict = try await database.read { try AuditChain(scope).verify(in: $0) }
        let check = try await database.write { try AuditChain(scope).record(verdict, at: now, in: $0) }
        if let flaw = verdict.flaw {
            logger.error(
                "an audit chain is broken",
                metadata: [
                    "organization": "\(scope.organizationID)", "flaw": "\(flaw.explanation[.english])",
                ])
        }
        return check
    }

    /// Walks the chains that nobody has walked for a day.
    package func checkAuditsDue() async throws {
        let due = clock.now() - Self.auditCheckEvery
        for chain in try await auditedChains() {
            try Task.checkCancellation()
            let last = try await auditStanding(of: chain.scope).lastCheck
            if last.map({ $0.at <= due }) ?? true { try await checkAudit(of: chain.scope) }
        }
    }
}
