import Basics

/// An order as the two pieces it is stored and served in: the record without its person, and the person.
///
/// Each piece carries its schema version, so that it can be read alone; `splice` joins them as bytes, so that serving an
/// order costs no parsing and a reader without the right never gets a person.
package enum OrderDocument {
    static let schema = "order/1"
    static let personSchema = "order-person/1"

    /// Everything but the person, as one JSON object.
    package static func core(of order: Order) -> [UInt8] {
        var writer = JSONWriter(capacity: 4096)
        writer.object { writer in
            writer.member("schema", schema)
            order.write(to: &writer)
        }
        return writer.bytes
    }

    /// Nil when the order has no person.
    package static func person(of order: Order) -> [UInt8]? {
        guard let person = order.person else { return nil }
        var writer = JSONWriter(capacity: 1024)
        writer.object { writer in
            writer.member("schema", personSchema)
            person.write(to: &writer)
        }
        return writer.bytes
    }

    /// The order that `core(of:)` and `person(of:)` wrote.
    ///
    /// - Throws: `JSONError`: a piece of another schema, or broken. Errors in the person have `person` before their path.
    package static func order(core: [UInt8], person: [UInt8]?) throws -> Order {
        let root = try JSONDocument(parsing: core).root
        try root.requireSchema(schema)
        var order = try Order(reading: root)
        if let person { order.person = try self.person(reading: person) }
        return order
    }

    /// The served body: the members of `head`, the record's, and the person as the last member, `person`, when there is one.
    ///
    /// - Parameters:
    ///   - head: a JSON object with at least one member, none of which the record has; nil for none.
    ///   - core: as `core(of:)` wrote it; it is not parsed, and neither is the person.
    ///   - person: as `person(of:)` wrote it.
    package static func splice(head: [UInt8]? = nil, core: [UInt8], person: [UInt8]?) -> [UInt8] {
        var body: [UInt8] = []
        body.reserveCapacity((head?.count ?? 0) + core.count + (person?.count ?? 0) + 12)
        if let head {
            body.append(contentsOf: head.dropLast())
            body.append(UInt8(ascii: ","))
            body.append(contentsOf: core.dropFirst())
        } else {
            body.append(contentsOf: core)
        }
        guard let person, body.last == UInt8(ascii: "}") else { return body }
        body.removeLast()
        body.append(contentsOf: ",\"person\":".utf8)
        body.append(contentsOf: person)
        body.append(UInt8(ascii: "}"))
        return body
    }

    private static func person(reading bytes: [UInt8]) throws -> OrderPerson {
        do {
            let root = try JSONDocument(parsing: bytes).root
            try root.requireSchema(personSchema)
            return try OrderPerson(reading: root)
        } catch let error as JSONError {
            throw error.under("person")
        }
    }
}

extension JSONView {
    func requireSchema(_ expected: String) throws(JSONError) {
        let found = try string("schema")
        guard found == expected else {
            throw JSONError(.mismatched(expected: expected, found: found), path: "schema")
        }
    }
}
