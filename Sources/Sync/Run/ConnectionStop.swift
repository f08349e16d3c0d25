import Basics
import ConnectorKit
import Journal
import Records
import Storage

/// Stops a connection whose key the platform refuses, for all nodes, audited.
struct ConnectionStop: Sendable {
    let database: any Database
    let key: StreamKey
    /// The mark of the key that was refused; nil stops whatever key there is.
    let credential: CredentialMark?
    let clock: any WallClock

    /// - Throws: `sync.credential_replaced` when the refused key is not the connection's any more; nothing is stopped then.
    func stop(because error: PlatformError) async throws {
        let now = clock.now()
        try await database.write { [key, credential] transaction in
            let connections = Connections(key.scope)
            let current = try connections.credentialMark(of: key.connectionID, in: transaction)
            guard credential == nil || credential == current else { throw SyncError.credentialReplaced }
            try connections.setState(
                .needsAttention(code: error.code, reason: error.explanation, remedy: error.remedy),
                of: key.connectionID, by: .sync, at: now, in: transaction)
        }
    }
}
