import Journal
import Records
import Storage

extension Services {
    /// Entries of an organization's audit chain, newest first.
    ///
    /// - Parameters:
    ///   - object: the part of an action before its dot, as in `connection`; nil for all.
    ///   - actor: as the chain has it; nil for all.
    ///   - number: older than this entry; nil for the newest.
    package func activity(
        of scope: OrganizationScope, object: String?, actor: String?, before number: Int64?, limit: Int
    ) async throws -> [RecordedEntry] {
        try await database.glance { transaction in
            try AuditChain(scope).newest(
                object: object, actor: actor, before: number, limit: limit, in: transaction)
        }
    }

    /// Everybody who did something, as the chain has them; a hundred at most.
    package func actors(of scope: OrganizationScope) async throws -> [String] {
        try await database.glance { try AuditChain(scope).actors(limit: 100, in: $0) }
    }

}
