/// Writes JSON as bytes, without a tree in between. Members appear in the order of the calls; keys that are literals are
/// written as they stand, so they hold nothing that JSON escapes.
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
    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        try braces(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
    }

    package mutating func object(_ key: StaticString, _ body: (inout JSONWriter) throws -> Void) rethrows {
        begin(key)
        try object(body)
    }

    /// The root array.
    package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        try braces(UInt8(ascii: "["), UInt8(ascii: "]"), body)
    }

    package mutating func array(_ key: StaticString, _ body: (inout JSONWriter) throws -> Void) rethrows {
        begin(key)
        try array(body)
    }

    package mutating func member(_ key: StaticString, _ value: String) {
        begin(key)
        bytes.appendJSON(value)
    }

    package mutating func member(_ key: StaticString, _ value: Int64) {
        begin(key)
        bytes.appendDecimal(value)
    }

    package mutating func member(_ key: StaticString, _ value: Int) { member(key, Int64(value)) }

    package mutating func member(_ key: StaticString, _ value: Bool) {
        begin(key)
        bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
    }

    /// Left out when nil.
    package mutating func member(_ key: StaticString, _ value: String?) {
        if let value { member(key, value) }
    }

    /// Left out when nil.
    package mutating func member(_ key: StaticString, _ value: Int64?) {
        if let value { member(key, value) }
    }

    /// Left out when nil.
    package mutating func member(_ key: StaticString, _ value: Bool?) {
        if let value { member(key, value) }
    }

    /// `2026-11-22T10:00:00Z`; left out when nil.
    package mutating func member(_ key: StaticString, _ value: Instant?) {
        guard let value else { return }
        begin(key)
        bytes.append(UInt8(ascii: "\""))
        value.appendISO8601(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func member(key: String, _ value: String) {
        separate()
        bytes.appendJSON(key)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendJSON(value)
    }

    package mutating func null(_ key: StaticString) {
        begin(key)
        bytes.append(contentsOf: "null".utf8)
    }

    /// Bytes that are JSON already.
    package mutating func member(_ key: StaticString, raw json: [UInt8]) {
        begin(key)
        bytes.append(contentsOf: json)
    }

    package mutating func element(_ value: String) {
        separate()
        bytes.appendJSON(value)
    }

    package mutating func element(_ value: Int64) {
        separate()
        bytes.appendDecimal(value)
    }

    package mutating func elementObject(_ body: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        try object(body)
    }

    /// Bytes that are JSON already.
    package mutating func element(raw json: [UInt8]) {
        separate()
        bytes.append(contentsOf: json)
    }
}

extension JSONWriter {
    private mutating func braces(
        _ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        bytes.append(opening)
        try body(&self)
        bytes.append(closing)
    }

    /// A comma, unless this is the first of its container: then the byte before is the opening one.
    private mutating func separate() {
        switch bytes.last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["): break
        default: bytes.append(UInt8(ascii: ","))
        }
    }

    private mutating func begin(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }
}
