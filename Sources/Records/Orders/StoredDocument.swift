import Basics
import Commerce
import Storage

/// An order as bytes, the way it lies in the database: for whoever passes it on and need not understand it.
package struct StoredDocument: Sendable {
    package let id: OrderID
    package let connectionID: ConnectionID
    /// Counted from 1, raised by every change.
    package let version: Int64
    /// As `OrderDocument.core(of:)` wrote it.
    package let core: [UInt8]
    /// As `OrderDocument.person(of:)` wrote it; nil when there is none.
    package let person: [UInt8]?

    /// One JSON object, without a line end: `id`, `connectionId`, `version`, then the order's own members and last,
    /// when asked for and known, `person`.
    package func json(withPerson: Bool) -> [UInt8] {
        var writer = JSONWriter(capacity: 160)
        writer.object { writer in
            writer.member("id", id.text)
            writer.member("connectionId", connectionID.text)
            writer.member("version", version)
        }
        return OrderDocument.splice(head: writer.bytes, core: core, person: withPerson ? person : nil)
    }

    /// What a query selects from `orders o` and `order_documents d` for `init(row:)`.
    static let columns: SQL = "o.id, o.connection_id, o.version, d.core, d.person"

    init(row: Row) throws {
        id = try row.id(0)
        connectionID = try row.id(1)
        version = try row.integer(2)
        core = try row.bytes(3)
        person = try row.optionalBytes(4)
    }
}
