import Basics

/// A record that is read back from the pieces that it is kept in.
package protocol ReadableRecord: CanonicalRecord {
    /// - Parameters:
    ///   - core: what `write` wrote, with its `schema`.
    ///   - person: what `writePerson` wrote; nil when the person was erased, is not to be seen or never was.
    init(reading core: JSONView, person: JSONView?) throws
}

extension ReadableRecord {
    /// The record of a `RecordDocument`.
    /// - Throws: `JSONError`: a piece of another schema, or broken. Errors in the person have `person` before their path.
    package init(core: [UInt8], person: [UInt8]?) throws {
        let root = try JSONDocument(parsing: core).root
        try root.requireSchema(Self.kind.rawValue + "/1")
        var personRoot: JSONView?
        do {
            if let person {
                let view = try JSONDocument(parsing: person).root
                try view.requireSchema(Self.kind.rawValue + "-person/1")
                personRoot = view
            }
        } catch {
            throw error.under("person")
        }
        try self.init(reading: root, person: personRoot)
    }
}
