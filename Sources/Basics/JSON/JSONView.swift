import CSimdJSON

/// One value of a document. Accessors by key: a missing key and an explicit null are the same; the plain form throws
/// then, the `optional` form returns nil; both throw when another type stands there. Of two members with one key the
/// first counts.
package struct JSONView {
    package enum Kind: String, Sendable { case null, bool, number, string, array, object }

    let document: JSONDocument
    /// The value's place on the document's tape.
    let index: Int

    package var kind: Kind { Kind(tapeLetter: value.type) }

    /// Nil when the key is missing or null, or this is no object.
    package subscript(key: StaticString) -> JSONView? {
        let value = member(key)
        guard value.type != 0, value.type != TapeLetter.null else { return nil }
        return JSONView(document: document, index: value.index)
    }

    /// This value itself.
    package func stringValue() throws(JSONError) -> String {
        guard let text = text(of: value) else { throw mismatch(expected: "string", found: value) }
        return text
    }

    /// This value itself: an integer, or a number without fraction.
    package func integerValue() throws(JSONError) -> Int64 {
        guard let number = wholeNumber(value) else { throw mismatch(expected: "integer", found: value) }
        return number
    }

    /// This value itself.
    package func boolValue() throws(JSONError) -> Bool {
        switch value.type {
        case TapeLetter.true: return true
        case TapeLetter.false: return false
        default: throw mismatch(expected: "bool", found: value)
        }
    }

    /// This value itself times 10^places, as `optionalFixed`.
    package func fixedValue(places: Int) throws(JSONError) -> Int64 {
        guard let scaled = fixed(value, places: places) else {
            throw mismatch(expected: "decimal with \(places) places", found: value)
        }
        return scaled
    }
}

/// The letters of simdjson's tape.
enum TapeLetter {
    static let null = UInt8(ascii: "n")
    static let `true` = UInt8(ascii: "t")
    static let `false` = UInt8(ascii: "f")
    static let string = UInt8(ascii: "\"")
    static let array = UInt8(ascii: "[")
    static let object = UInt8(ascii: "{")
    static let signed = UInt8(ascii: "l")
    static let unsigned = UInt8(ascii: "u")
    static let double = UInt8(ascii: "d")
}

extension JSONView.Kind {
    init(tapeLetter: UInt8) {
        switch tapeLetter {
        case TapeLetter.true, TapeLetter.false: self = .bool
        case TapeLetter.string: self = .string
        case TapeLetter.array: self = .array
        case TapeLetter.object: self = .object
        case TapeLetter.signed, TapeLetter.unsigned, TapeLetter.double: self = .number
        default: self = .null
        }
    }
}

extension JSONView {
    var value: csimdjson_value { csimdjson_at(document.tape, index) }

    /// Type zero when there is no such key or this is no object.
    func member(_ key: StaticString) -> csimdjson_value {
        key.withUTF8Buffer { buffer in
            // A StaticString's buffer has an address even when it is empty.
            guard let start = buffer.baseAddress else { return csimdjson_value() }
            return csimdjson_member(document.tape, index, start, buffer.count)
        }
    }

    /// Nil when the key is missing or null.
    func field(_ key: StaticString) throws(JSONError) -> csimdjson_value? {
        let found = member(key)
        if found.type == 0 {
            let own = value
            guard own.type == TapeLetter.object else { throw mismatch(expected: "object", found: own) }
            return nil
        }
        return found.type == TapeLetter.null ? nil : found
    }

    /// Nil unless `value` is a string.
    func text(of value: csimdjson_value) -> String? {
        // The bytes belong to the document.
        withExtendedLifetime(document) {
            guard value.type == TapeLetter.string, let start = value.text else { return nil }
            return String(decoding: UnsafeBufferPointer(start: start, count: Int(value.bits)), as: UTF8.self)
        }
    }

    /// Nil unless `value` is a number without fraction that 64 bits hold.
    func wholeNumber(_ value: csimdjson_value) -> Int64? {
        switch value.type {
        case TapeLetter.signed: Int64(bitPattern: value.bits)
        case TapeLetter.double: Int64(exactly: Double(bitPattern: value.bits))
        default: nil
        }
    }

    func mismatch(expected: String, found value: csimdjson_value) -> JSONError {
        JSONError(.mismatched(expected: expected, found: Kind(tapeLetter: value.type).rawValue), path: "")
    }
}
