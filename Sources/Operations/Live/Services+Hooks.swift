import Basics
import ConnectorKit
import Connectors
import Logging
import Records
import Storage
import Sync

/// What platforms post to this installation.
extension Services {
    /// What became of something that was posted.
    package enum HookReceipt: String, Sendable, CaseIterable {
        /// The order will be read.
        case accepted
        /// The order has been read in a state at least as new.
        case known
        case ping
        /// Unknown address, wrong secret, another account or key: which of them is nobody's business.
        case refused
        case unreadable
    }

    /// The header that has the secret of the address.
    package static let hookHeader = LiveSetUp.header.description

    /// Takes in what was posted: one short write, and nobody is asked.
    ///
    /// - Parameters:
    ///   - path: the last part of the address, which is a secret.
    ///   - secret: of the header; nil when there was none.
    /// - Throws: `StorageError`.
    package func receiveHook(
        platform: String, path: Secret, secret: Secret?, body: [UInt8]
    ) async throws -> HookReceipt {
        // A wrong secret is looked for as long as a right one.
        let door = try await database.glance { try HookDoors.find(path: path, in: $0) }
        guard let door, let secret, door.opens(with: secret),
            let connector = try? ConnectorCatalog.connector(named: platform) as? any NotifyingConnector
        else { return refused(because: "door", door?.connectionID) }
        let found = try await database.glance { transaction in
            try Connections(door.scope).find(door.connectionID, in: transaction)
        }
        guard let connection = found, connection.platform == connector.platform else {
            return refused(because: "platform", door.connectionID)
        }
        switch connector.notification(in: body) {
        case .ping: return .ping
        case .unreadable:
            logger.warning("a hook was not understood", metadata: ["connection": "\(connection.id)"])
            return .unreadable
        case .event(let event, let account, let key):
            guard account.isEmpty || account.lowercased() == connection.account.lowercased() else {
                return refused(because: "account", connection.id)
            }
            guard key.isEmpty || key == connection.key else { return refused(because: "key", connection.id) }
            return try await take(event, of: connection.id, in: door.scope)
        }
    }

    private func take(
        _ event: OrderEvent, of id: ConnectionID, in scope: OrganizationScope
    ) async throws -> HookReceipt {
        let now = clock.now()
        let isNews = try await database.write { transaction in
            try HookIntake(scope, connection: id).take(event, at: now, in: transaction)
        }
        return isNews ? .accepted : .known
    }

    private func refused(because reason: String, _ id: ConnectionID?) -> HookReceipt {
        logger.warning(
            "a hook was refused", metadata: ["reason": "\(reason)", "connection": "\(id?.text ?? "-")"])
        return .refused
    }
}
