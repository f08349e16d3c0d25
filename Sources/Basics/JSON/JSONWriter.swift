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
    private var buffer: JSONBuffer

    /// - Parameter capacity: bytes to make room for at first; it grows.
    package init(capacity: Int = 1024) { buffer = JSONBuffer(capacity: capacity) }

    /// A copy of what is written so far.
    package var bytes: [UInt8] { buffer.bytes }

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
        buffer.append(quoted: value)
    }

    package mutating func member(_ key: StaticString, _ value: Int64) {
        begin(key)
        buffer.append(decimal: value)
    }

    package mutating func member(_ key: StaticString, _ value: Int) { member(key, Int64(value)) }

    package mutating func member(_ key: StaticString, _ value: Bool) {
        begin(key)
        append(value ? "true" : "false")
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
        buffer.write(atMost: Instant.iso8601LengthMax + 2) { target in
            target[0] = UInt8(ascii: "\"")
            let length = value.writeISO8601(to: target + 1)
            target[length + 1] = UInt8(ascii: "\"")
            return length + 2
        }
    }

    package mutating func member(key: String, _ value: String) {
        separate()
        buffer.append(quoted: key)
        buffer.append(UInt8(ascii: ":"))
        buffer.append(quoted: value)
    }

    /// An object under a key that is known only when it is written.
    package mutating func object(key: String, _ body: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        buffer.append(quoted: key)
        buffer.append(UInt8(ascii: ":"))
        try object(body)
    }

    package mutating func member(key: String, number value: Int64) {
        separate()
        buffer.append(quoted: key)
        buffer.append(UInt8(ascii: ":"))
        buffer.append(decimal: value)
    }

    package mutating func null(_ key: StaticString) {
        begin(key)
        append("null")
    }

    /// Bytes that are JSON already.
    package mutating func member(_ key: StaticString, raw json: [UInt8]) {
        begin(key)
        json.withUnsafeBufferPointer { buffer.append($0) }
    }

    package mutating func element(_ value: String) {
        separate()
        buffer.append(quoted: value)
    }

    package mutating func element(_ value: Int64) {
        separate()
        buffer.append(decimal: value)
    }

    package mutating func elementObject(_ body: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        try object(body)
    }

    /// Bytes that are JSON already.
    package mutating func element(raw json: [UInt8]) {
        separate()
        json.withUnsafeBufferPointer { buffer.append($0) }
    }
}

extension JSONWriter {
    private mutating func braces(
        _ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        buffer.append(opening)
        try body(&self)
        buffer.append(closing)
    }

    /// A comma, unless this is the first of its container: then the byte before is the opening one.
    private mutating func separate() {
        switch buffer.last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["): break
        default: buffer.append(UInt8(ascii: ","))
        }
    }

    private mutating func begin(_ key: StaticString) {
        separate()
        buffer.append(key: key)
    }

    private mutating func append(_ word: StaticString) { word.withUTF8Buffer { buffer.append($0) } }
}
