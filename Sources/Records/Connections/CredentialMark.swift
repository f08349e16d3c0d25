import Basics
import Journal
import Storage

/// Tells one credential of a connection from the next one, and nothing of either.
package struct CredentialMark: Hashable, Sendable {
    private let key: String
    private let storedAt: Instant?

    init(key: String, storedAt: Instant?) {
        self.key = key
        self.storedAt = storedAt
    }
}

extension Connections {
    /// The mark of the credential that the connection has now. Nil when there is no such connection.
    package func credentialMark(of id: ConnectionID, in transaction: any Transaction) throws -> CredentialMark? {
        guard let connection = try find(id, in: transaction) else { return nil }
        return try credentialMark(of: connection, in: transaction)
    }

    /// As `credentialMark(of:in:)`, of a connection that was read in the same transaction.
    package func credentialMark(of connection: Connection, in transaction: any Transaction) throws -> CredentialMark {
        CredentialMark(
            key: connection.key,
            storedAt: try Vault.storedAt(
                owner: connection.id.text, field: Self.tokenField, of: scope, in: transaction))
    }
}
