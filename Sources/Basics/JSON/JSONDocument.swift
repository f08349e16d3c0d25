import CSimdJSON

/// A JSON text parsed by simdjson, and the place its values live in. Not Sendable: it is read where it was parsed.
///
/// The bytes are copied once into buffers that are used again by later documents. At most 64 MB
/// long and 64 levels deep; an empty array or object may be the 65th.
package final class JSONDocument {
    let tape: OpaquePointer

    /// - Throws: `JSONError` with `.badNumber` for a number beyond 64 bits or a double, or written otherwise than JSON has
    ///   it; with `.malformed` for all else: no JSON, invalid UTF-8, more than one value, beyond the limits. The same bytes fail the same way again.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        var hasBadNumber = false
        let parsed = bytes.withUnsafeBufferPointer { csimdjson_parse($0.baseAddress, $0.count, &hasBadNumber) }
        guard let parsed else { throw JSONError(hasBadNumber ? .badNumber : .malformed, path: "") }
        tape = parsed
    }

    deinit { csimdjson_release(tape) }

    /// The whole text as one value. It keeps the document alive.
    package var root: JSONView { JSONView(document: self, index: 1) }
}
