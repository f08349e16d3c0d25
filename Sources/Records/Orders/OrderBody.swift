import Basics
import Commerce

/// An order in the two pieces that the table of documents holds: the record without its person, and the person.
struct OrderBody: Hashable, Sendable {
    let core: [UInt8]
    /// Nil when the person was erased or the platform sent none.
    let person: [UInt8]?

    init(core: [UInt8], person: [UInt8]?) {
        self.core = core
        self.person = person
    }

    init(_ order: Order) {
        core = OrderDocument.core(of: order)
        person = OrderDocument.person(of: order)
    }

    /// - Throws: `RecordsError` with code `records.unreadable_document`.
    func decoded(_ id: OrderID) throws -> Order {
        do {
            return try OrderDocument.order(core: core, person: person)
        } catch let error as JSONError {
            throw RecordsError(.unreadableDocument(record: id.text, reason: error.path.isEmpty ? "JSON" : error.path))
        }
    }
}
