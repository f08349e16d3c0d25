/// The elements of a JSON array, each as the bytes that it stands in: a long answer is read, kept and thrown away piece
/// by piece.
///
/// Made for bytes of which each element is then parsed: it looks at brackets, quotes and commas only. Of text that is no
/// JSON the elements are no JSON either, or there are none.
package struct JSONElements: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    /// Of the next element's first byte; nil after the last one.
    private var position: Int?
    /// Whether the array has come to its closing bracket, so far as it was walked.
    package private(set) var isComplete = false

    /// - Throws: `JSONError` with `.mismatched` when something else than an array stands there.
    package init(of bytes: [UInt8]) throws(JSONError) {
        self.bytes = bytes
        let start = Self.afterBlanks(bytes, 0)
        guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else {
            throw JSONError(
                .mismatched(expected: "array", found: bytes.isEmpty ? "nothing" : "something else"), path: "")
        }
        let first = Self.afterBlanks(bytes, start + 1)
        if first < bytes.count, bytes[first] == UInt8(ascii: "]") {
            isComplete = true
        } else {
            position = first
        }
    }

    /// The next element's place in the bytes, blanks around it left out.
    package mutating func next() -> Range<Int>? {
        guard let start = position, start < bytes.count else { return nil }
        var depth = 0
        var at = start
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\""): at = afterString(at)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                at += 1
            case UInt8(ascii: ",") where depth == 0, UInt8(ascii: "]") where depth == 0:
                isComplete = bytes[at] == UInt8(ascii: "]")
                position = isComplete ? nil : Self.afterBlanks(bytes, at + 1)
                return start..<endWithoutBlanks(start, at)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                at += 1
            default: at += 1
            }
        }
        position = nil
        return nil
    }

    /// From an opening quote to behind the closing one.
    private func afterString(_ start: Int) -> Int {
        var at = start + 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        return at + 1
    }

    private func endWithoutBlanks(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
        return end
    }

    private static func afterBlanks(_ bytes: [UInt8], _ start: Int) -> Int {
        var at = start
        while at < bytes.count, isBlank(bytes[at]) { at += 1 }
        return at
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}

extension JSONElements {
    /// Each element's bytes.
    /// - Throws: `JSONError` as `init` does; with `.malformed` when the array does not end.
    package static func all(of bytes: [UInt8]) throws(JSONError) -> [[UInt8]] {
        var elements = try JSONElements(of: bytes)
        var found: [[UInt8]] = []
        while let range = elements.next() { found.append(Array(bytes[range])) }
        guard elements.isComplete else { throw JSONError(.malformed, path: "") }
        return found
    }
}
