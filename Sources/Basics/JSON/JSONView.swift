/// A JSON text parsed by simdjson, and the place its values live in. Not Sendable: it is read where it was parsed.
package final class JSONDocument {
    /// - Throws: `JSONError` with `.malformed`.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        fatalError()
    }

    package var root: JSONView { fatalError() }
}

/// One value of a document. Accessors by key: a missing key and an explicit null are the same; the plain form throws
/// then, the `optional` form returns nil; both throw when another type stands there.
package struct JSONView {
    package enum Kind: String, Sendable { case null, bool, number, string, array, object }

    package var kind: Kind { fatalError() }

    /// Nil when the key is missing or null, or this is no object.
    package subscript(key: StaticString) -> JSONView? { fatalError() }

    package func string(_ key: StaticString) throws(JSONError) -> String { fatalError() }
    package func optionalString(_ key: StaticString) throws(JSONError) -> String? { fatalError() }
    /// An integer, or a number without fraction such as `7453.0`.
    package func integer(_ key: StaticString) throws(JSONError) -> Int64 { fatalError() }
    package func optionalInteger(_ key: StaticString) throws(JSONError) -> Int64? { fatalError() }
    package func bool(_ key: StaticString) throws(JSONError) -> Bool { fatalError() }
    package func optionalBool(_ key: StaticString) throws(JSONError) -> Bool? { fatalError() }
    /// A number times 10^places, rounded to the nearest integer: `1.44` with 6 places is 1 440 000.
    package func optionalFixed(_ key: StaticString, places: Int) throws(JSONError) -> Int64? { fatalError() }
    /// A string or a number as text: for ids that platforms send now as one, now as the other.
    package func optionalText(_ key: StaticString) throws(JSONError) -> String? { fatalError() }
    /// An ISO 8601 instant.
    package func instant(_ key: StaticString) throws(JSONError) -> Instant { fatalError() }
    package func optionalInstant(_ key: StaticString) throws(JSONError) -> Instant? { fatalError() }

    /// Runs `body` for each element of the array at `key`; nothing when it is missing or null. Errors get `key[n]` before their path.
    package func forEach(_ key: StaticString, _ body: (JSONView) throws -> Void) throws { fatalError() }
    /// Runs `body` with `key`'s object; nothing when it is missing or null. Errors get `key` before their path.
    package func with(_ key: StaticString, _ body: (JSONView) throws -> Void) throws { fatalError() }
    /// This value itself as an array's elements, or as an object's members in order.
    package func forEachElement(_ body: (JSONView) throws -> Void) throws { fatalError() }
    package func forEachMember(_ body: (String, JSONView) throws -> Void) throws { fatalError() }
    /// This value itself.
    package func stringValue() throws(JSONError) -> String { fatalError() }
    package func integerValue() throws(JSONError) -> Int64 { fatalError() }
}
