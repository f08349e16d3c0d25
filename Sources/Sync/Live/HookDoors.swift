import Basics
import Records
import Secrets
import Storage

/// The secret addresses at which platforms may post, each with the secret that has to come in a header. Digests are kept,
/// the secrets themselves are nowhere but at the platform.
package struct HookDoors: Sendable {
    private let scope: OrganizationScope
    private let connectionID: ConnectionID

    package init(_ scope: OrganizationScope, connection: ConnectionID) {
        self.scope = scope
        connectionID = connection
    }

    private var here: SQL { "organization_id = \(scope.organizationID) AND connection_id = \(connectionID)" }

    /// What a new door is opened with.
    package struct Key: Sendable {
        /// The last part of the address.
        package let path: Secret
        /// In the header.
        package let header: Secret

        package init() {
            path = RandomToken.make()
            header = RandomToken.make()
        }

        var pathDigest: [UInt8] { TokenDigest(of: path).bytes }
    }

    /// Opens one more door, so that the platform can try it while the old one is in use.
    package func open(_ key: Key, at now: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO hook_doors (organization_id, connection_id, path_digest, secret_digest, made_at)
            VALUES (\(scope.organizationID), \(connectionID), \(key.pathDigest),
                    \(TokenDigest(of: key.header).bytes), \(now))
            """)
    }

    /// Closes all doors but one: the platform has taken it.
    package func keepOnly(_ key: Key, in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM hook_doors WHERE \(here) AND path_digest <> \(key.pathDigest)")
    }

    /// Closes one: the platform did not take it.
    package func close(_ key: Key, in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM hook_doors WHERE \(here) AND path_digest = \(key.pathDigest)")
    }

    /// Whether an address that the platform posts to ends in one of this connection's doors.
    package func isOurs(url: String, in transaction: any Transaction) throws -> Bool {
        guard let last = url.split(separator: "/").last else { return false }
        let digest = TokenDigest(of: Secret(String(last))).bytes
        return try transaction.first(
            "SELECT 1 FROM hook_doors WHERE \(here) AND path_digest = \(digest)"
        ) { _ in true } ?? false
    }

    /// Whose door it is.
    package struct Door: Sendable {
        package let scope: OrganizationScope
        package let connectionID: ConnectionID
        fileprivate let secretDigest: [UInt8]

        /// In constant time.
        package func opens(with secret: Secret) -> Bool {
            ConstantTime.areEqual(secretDigest, TokenDigest(of: secret).bytes)
        }
    }

    /// The door at a secret path; nil when there is none. What is looked up is a digest, so that the time it takes says
    /// nothing of the path.
    package static func find(path: Secret, in transaction: any Transaction) throws -> Door? {
        try transaction.first(
            """
            SELECT organization_id, connection_id, secret_digest FROM hook_doors
            WHERE path_digest = \(TokenDigest(of: path).bytes)
            """
        ) { Door(scope: OrganizationScope(try $0.id(0)), connectionID: try $0.id(1), secretDigest: try $0.bytes(2)) }
    }
}
