import Basics
import Journal
import Secrets
import Storage

/// The connections of one organization. Every change is in the audit chain of the same transaction.
package struct Connections: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// Makes a connection and puts its token into the vault.
    /// - Throws: `RecordsError` with code `records.connection_exists` when platform, account and address are taken.
    package func create(
        _ new: NewConnection, keyring: Keyring, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws -> Connection {
        fatalError()
    }

    package func find(_ id: ConnectionID, in transaction: any Transaction) throws -> Connection? {
        fatalError()
    }

    package func find(
        platform: String, account: String, baseURL: String, in transaction: any Transaction
    ) throws -> Connection? {
        fatalError()
    }

    /// All of the organization's connections, by name.
    package func list(in transaction: any Transaction) throws -> [Connection] {
        fatalError()
    }

    /// The token, out of the vault.
    package func token(of id: ConnectionID, keyring: Keyring, in transaction: any Transaction) throws -> Secret {
        fatalError()
    }

    /// Replaces key and token and makes the connection active again.
    package func replaceCredential(
        of id: ConnectionID, key: String, token: Secret, keyring: Keyring, by actor: Actor, at instant: Instant,
        in transaction: any Transaction
    ) throws {
        fatalError()
    }

    /// Sets the state; writes nothing when it is that already.
    package func setState(
        _ state: Connection.State, of id: ConnectionID, by actor: Actor, at instant: Instant,
        in transaction: any Transaction
    ) throws {
        fatalError()
    }
}
