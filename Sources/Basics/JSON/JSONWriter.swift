/// Writes JSON as bytes, without a tree in between. Members appear in the order of the calls.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object { writer in
///     writer.member("id", "1")
///     writer.array("lines") { writer in writer.element(2) }
/// }
/// ```
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int = 1024) { bytes.reserveCapacity(capacity) }

    /// The root object.
    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows { fatalError() }
    package mutating func member(_ key: StaticString, _ value: String) { fatalError() }
    package mutating func member(_ key: StaticString, _ value: Int64) { fatalError() }
    package mutating func member(_ key: StaticString, _ value: Int) { fatalError() }
    package mutating func member(_ key: StaticString, _ value: Bool) { fatalError() }
    /// Left out when nil.
    package mutating func member(_ key: StaticString, _ value: String?) { fatalError() }
    package mutating func member(_ key: StaticString, _ value: Int64?) { fatalError() }
    /// `2026-11-22T10:00:00Z`; left out when nil.
    package mutating func member(_ key: StaticString, _ value: Instant?) { fatalError() }
    package mutating func member(key: String, _ value: String) { fatalError() }
    package mutating func null(_ key: StaticString) { fatalError() }
    package mutating func object(_ key: StaticString, _ body: (inout JSONWriter) throws -> Void) rethrows {
        fatalError()
    }
    package mutating func array(_ key: StaticString, _ body: (inout JSONWriter) throws -> Void) rethrows {
        fatalError()
    }
    /// The root array.
    package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows { fatalError() }
    package mutating func element(_ value: String) { fatalError() }
    package mutating func element(_ value: Int64) { fatalError() }
    package mutating func elementObject(_ body: (inout JSONWriter) throws -> Void) rethrows { fatalError() }
    /// Bytes that are JSON already.
    package mutating func member(_ key: StaticString, raw json: [UInt8]) { fatalError() }
    package mutating func element(raw json: [UInt8]) { fatalError() }
}
