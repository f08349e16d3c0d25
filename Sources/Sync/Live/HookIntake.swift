import Basics
import ConnectorKit
import Records
import Storage

/// Takes in what a platform posted, in one short write. Whoever came in by an open door is heard: the platform may tell of
/// something before turning it on has come to its end.
package struct HookIntake: Sendable {
    private let key: StreamKey

    package init(_ scope: OrganizationScope, connection: ConnectionID) {
        key = StreamKey(scope, connection: connection, kind: .orders)
    }

    /// - Returns: false when the order has been read in a state at least as new.
    package func take(_ event: OrderEvent, at now: Instant, in transaction: any Transaction) throws -> Bool {
        let isNews = try EventInbox(key).take(event, from: .hook, at: now, in: transaction)
        try LiveTable(key).noteHook(at: now, in: transaction)
        return isNews
    }
}
