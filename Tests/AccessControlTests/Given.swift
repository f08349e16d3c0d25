import AccessControl
import Basics
import Journal
import Secrets
import Storage
import TestSupport

/// Fixed words that the room's tests share.
enum Given {
    static let noon = Instant(seconds: 1_790_000_000)
    static let actor = Actor("cli:ana")
    static let shop = OrganizationScope(OrganizationID(stored: "org_01k9zzzzzzzzzzzzzzzzzzzzzz"))
    static let other = OrganizationScope(OrganizationID(stored: "org_01k9yyyyyyyyyyyyyyyyyyyyyy"))
    static let hasher = PasswordHasher(cost: .forTests)
    /// The room's migrations and those below it, renumbered: what lies between them belongs to others.
    static let migrations = (JournalMigrations.all + AccessMigrations.all).enumerated().map {
        Migration($0.offset + 1, $0.element.name, $0.element.statements)
    }

    static func member(
        _ email: String, role: MemberRole = .owner, at instant: Instant = noon, in database: any Database
    ) async throws -> Member {
        let new = try NewMember(email: email, name: "Ana", language: .portuguese, role: role)
        let hash = try await hasher.hash(Secret("correct horse battery"))
        return try await database.write { transaction in
            try Members().add(new, password: hash, by: actor, at: instant, in: transaction)
        }
    }

    static func key(
        _ permissions: PermissionSet = [.readOrders], expiresAt: Instant? = nil, scope: OrganizationScope = shop,
        in database: any Database
    ) async throws -> (key: AppKey, token: Secret) {
        let new = try NewAppKey(label: "ERP", permissions: permissions, expiresAt: expiresAt, at: noon)
        return try await database.write { try AppKeys(scope).create(new, by: actor, at: noon, in: $0) }
    }

    static func actions(of scope: OrganizationScope, in database: any Database) async throws -> [String] {
        try await database.read { try AuditChain(scope).entries(after: 0, limit: 100, in: $0) }.map(\.action)
    }

    /// Runs `body` so many times at once, and tells how each ended: the value, or the code of the error.
    static func atOnce(_ count: Int, _ body: @escaping @Sendable (Int) async throws -> String) async -> [String: Int] {
        await withTaskGroup { group in
            for index in 0..<count {
                group.addTask {
                    do { return try await body(index) } catch {
                        return (error as? any ExplainedError)?.code ?? String(describing: error)
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
    }
}
