import Basics
import Records
import Storage

extension Services {
    /// Hands over all orders of an organization page by page, in the order of their ids.
    ///
    /// - Parameters:
    ///   - connection: nil for all of the organization's.
    ///   - each: may throw to stop.
    package func exportOrders(
        of organization: Organization, connection: ConnectionID?, pageSize: Int = 500,
        each: ([StoredOrder]) throws -> Void
    ) async throws {
        try await pages(\.id, each) { after, transaction in
            try OrderRecords(organization.scope).page(of: connection, after: after, limit: pageSize, in: transaction)
        }
    }

    /// As `exportOrders`, but the documents as they are stored: for whoever passes them on.
    package func exportDocuments(
        of organization: Organization, connection: ConnectionID?, pageSize: Int = 500,
        each: ([StoredDocument]) throws -> Void
    ) async throws {
        try await pages(\.id, each) { after, transaction in
            try OrderRecords(organization.scope).documents(
                of: connection, after: after, limit: pageSize, in: transaction)
        }
    }

    private func pages<Item: Sendable>(
        _ id: KeyPath<Item, OrderID>, _ each: ([Item]) throws -> Void,
        reading: @escaping @Sendable (OrderID?, any Transaction) throws -> [Item]
    ) async throws {
        var cursor: OrderID?
        while true {
            let after = cursor
            let page = try await database.read { try reading(after, $0) }
            guard let last = page.last else { return }
            try each(page)
            cursor = last[keyPath: id]
        }
    }
}
