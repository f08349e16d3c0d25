import Basics
import Records
import Storage

extension Services {
    /// An order with its connection and its changes, oldest first.
    package struct OrderHistory: Sendable {
        package let stored: StoredOrder
        package let connection: Connection
        package let changes: [Change]
    }

    /// Nil when the organization has no order of this id.
    package func orderHistory(_ id: OrderID, of scope: OrganizationScope) async throws -> OrderHistory? {
        try await database.glance { transaction in
            guard let stored = try OrderRecords(scope).find(id, in: transaction),
                let connection = try Connections(scope).find(stored.connectionID, in: transaction)
            else { return nil }
            let changes = try ChangeLog(scope).changes(
                ofRecord: id.text, kind: "order", limit: 200, in: transaction)
            return OrderHistory(stored: stored, connection: connection, changes: changes)
        }
    }

    /// All answers of the platform that are kept of an order, oldest state first.
    package func payloads(of id: OrderID, in scope: OrganizationScope) async throws -> [SourcePayload] {
        try await database.glance { try SourcePayloads(scope).history(of: id, in: $0) }
    }
}
