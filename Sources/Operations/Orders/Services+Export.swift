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
        var cursor: OrderID?
        while true {
            let after = cursor
            let page = try await database.read { transaction in
                try OrderRecords(organization.scope).page(
                    of: connection, after: after, limit: pageSize, in: transaction)
            }
            guard let last = page.last else { return }
            try each(page)
            cursor = last.id
        }
    }
}
