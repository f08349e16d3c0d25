/// Spoils a finished answer.
enum BodySpoiler {
    static func spoil(_ body: [UInt8], _ kind: FaultKind) -> [UInt8] {
        switch kind {
        case .malformedJSON: Array(body.prefix(body.count / 2))
        case .wrongTypes: replacingAmount(in: body, with: #""muito""#)
        case .hugeNumbers: replacingAmount(in: body, with: "99999999999999999999999999")
        case .bigBody: padded(body)
        default: body
        }
    }

    /// Replaces the first order total of a list or an order.
    private static func replacingAmount(in body: [UInt8], with text: String) -> [UInt8] {
        for name in [#""totalValue":"#, #""value":"#] {
            let pattern = Array(name.utf8)
            guard let start = firstRange(of: pattern, in: body) else { continue }
            let end = body[start...].firstIndex { !(48...57).contains($0) && $0 != 45 && $0 != 46 } ?? body.endIndex
            guard end > start else { continue }
            return Array(body[..<start]) + Array(text.utf8) + Array(body[end...])
        }
        return body
    }

    /// Where the bytes after the first `pattern` begin.
    private static func firstRange(of pattern: [UInt8], in body: [UInt8]) -> Int? {
        guard body.count > pattern.count else { return nil }
        for start in 0..<(body.count - pattern.count) where body[start] == pattern[0] {
            if body[start..<(start + pattern.count)].elementsEqual(pattern) { return start + pattern.count }
        }
        return nil
    }

    /// A whole array, so that appending it is one copy.
    private static let padding = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000)

    private static func padded(_ body: [UInt8]) -> [UInt8] {
        guard let brace = body.firstIndex(of: UInt8(ascii: "{")) else { return body }
        return Array(body[...brace]) + Array(#""padding":""#.utf8) + padding + Array(#"","#.utf8)
            + Array(body[(brace + 1)...])
    }
}
