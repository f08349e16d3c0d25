import Basics
import ConnectorKit
import Records
import Storage
import Synchronization

/// What the last key checks of this node found, until it ends.
package final class KeyCheckMemory: Sendable {
    package struct Check: Sendable {
        package let matrix: KeyMatrix
        package let at: Instant
    }

    private let checks = Mutex<[ConnectionID: Check]>([:])

    package init() {}

    package func last(of connection: ConnectionID) -> Check? { checks.withLock { $0[connection] } }

    package func note(_ matrix: KeyMatrix, of connection: ConnectionID, at now: Instant) {
        checks.withLock { $0[connection] = Check(matrix: matrix, at: now) }
    }
}

extension Services {
    /// Asks the platform what a connection's key may do, and remembers the answer.
    ///
    /// - Parameter recipe: nil for the platform's default one.
    /// - Throws: as `Platforms.check`; `SecretsError` when the token cannot be opened.
    @discardableResult
    package func checkKey(of connection: Connection, in scope: OrganizationScope, recipe: String? = nil) async throws
        -> KeyMatrix
    {
        let token = try await database.read { [keyring] transaction in
            try Connections(scope).token(of: connection.id, keyring: keyring, in: transaction)
        }
        let pasted = PastedCredential(
            account: connection.account, baseURL: connection.baseURL, key: connection.key, token: token)
        let checked = try await platforms.check(pasted, platform: connection.platform, recipe: recipe)
        keyChecks.note(checked.matrix, of: connection.id, at: clock.now())
        return checked.matrix
    }
}
