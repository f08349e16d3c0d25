import Basics
import Commerce
import Storage

/// An order as it stands in the database.
package struct StoredOrder: Sendable {
    package let id: OrderID
    package let connectionID: ConnectionID
    /// Counted from 1, raised by every change.
    package let version: Int64
    package let mapperVersion: Int
    package let order: Order

    /// What a query selects from `orders o` and `order_documents d` for `init(row:)`.
    static let columns: SQL = "o.id, o.connection_id, o.version, o.mapper_version, d.core, d.person"

    init(row: Row) throws {
        id = try row.id(0)
        connectionID = try row.id(1)
        version = try row.integer(2)
        mapperVersion = try row.int(3)
        order = try OrderBody(core: try row.bytes(4), person: try row.optionalBytes(5)).decoded(id)
    }
}
