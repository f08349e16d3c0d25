/// Bytes where they lie, for the length of one call: they are not kept.
package typealias BytesInPlace = UnsafeRawBufferPointer

/// Takes bytes as they come, at its end: what an answer is put together in without an array in between.
package protocol ByteSink: Sendable {
    mutating func append(_ bytes: BytesInPlace)
}

extension ByteSink {
    package mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
    }

    /// A text that holds nothing which JSON escapes, such as an id.
    package mutating func append(plain text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    package mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { append($0) }
    }
}
