/// One pass of a filter over a text. Every read is checked against the end, so that no bytes can lead it astray.
struct JSONFilterPass {
    let source: UnsafePointer<UInt8>
    let end: Int
    let paths: JSONPathNodes

    private(set) var kept: JSONFilterSink
    /// Without volatile members and blanks.
    private(set) var essence: JSONFilterSink
    private var position = 0

    init(
        source: UnsafePointer<UInt8>, end: Int, kept: UnsafeMutablePointer<UInt8>,
        essence: UnsafeMutablePointer<UInt8>, paths: JSONPathNodes
    ) {
        self.source = source
        self.end = end
        self.paths = paths
        self.kept = JSONFilterSink(kept, from: source)
        self.essence = JSONFilterSink(essence, from: source)
    }

    /// False when the text ends before its value does.
    mutating func run() -> Bool {
        skipWhitespace()
        guard value(0) else { return false }
        skipWhitespace()
        guard position == end else { return false }
        kept.flush(at: position)
        essence.flush(at: position)
        return true
    }

    // MARK: values that paths go into

    /// Reads the value at `position`, of which `node` says what goes.
    private mutating func value(_ node: Int) -> Bool {
        guard position < end else { return false }
        switch source[position] {
        case UInt8(ascii: "{") where node >= 0 && !paths.nodes[node].edges.isEmpty:
            return container(node, closing: UInt8(ascii: "}"))
        case UInt8(ascii: "[") where node >= 0 && paths.nodes[node].elements >= 0:
            return container(node, closing: UInt8(ascii: "]"))
        default:
            return skipValue()
        }
    }

    /// An object's members or an array's elements.
    private mutating func container(_ node: Int, closing: UInt8) -> Bool {
        position += 1
        skipWhitespace()
        if position < end, source[position] == closing {
            position += 1
            return true
        }
        var keptMark = JSONFilterMark(kept, at: position)
        var essenceMark = JSONFilterMark(essence, at: position)
        while true {
            guard let child = entry(of: node, closing: closing) else { return false }
            let isRemoved = child >= 0 && paths.nodes[child].isRemoved
            let isVolatile = isRemoved || (child >= 0 && paths.nodes[child].isVolatile)
            guard isRemoved ? skipValue() : value(child) else { return false }
            keptMark.close(isRemoved: isRemoved, &kept, at: position)
            essenceMark.close(isRemoved: isVolatile, &essence, at: position)
            skipWhitespace()
            guard position < end else { return false }
            let byte = source[position]
            position += 1
            if byte == closing { return true }
            guard byte == UInt8(ascii: ",") else { return false }
            skipWhitespace()
            keptMark.passComma(&kept, at: position)
            essenceMark.passComma(&essence, at: position)
        }
    }

    /// The node of the entry at `position`, which is left at the entry's value; nil at the end of a broken text.
    private mutating func entry(of node: Int, closing: UInt8) -> Int? {
        if closing == UInt8(ascii: "]") { return paths.nodes[node].elements }
        let keyStart = position + 1
        guard position < end, source[position] == UInt8(ascii: "\""), let hasEscape = skipString() else { return nil }
        let key = UnsafeBufferPointer(start: source + keyStart, count: position - 1 - keyStart)
        let child = hasEscape ? escapedMember(of: node, key: key) : paths.member(of: node, key: key)
        skipWhitespace()
        guard position < end, source[position] == UInt8(ascii: ":") else { return nil }
        position += 1
        skipWhitespace()
        return child
    }

    /// For keys such as `"na\u006de"`: rare enough to be parsed by the parser.
    private func escapedMember(of node: Int, key: UnsafeBufferPointer<UInt8>) -> Int {
        let quoted = [UInt8(ascii: "\"")] + key + [UInt8(ascii: "\"")]
        guard let text = try? JSONDocument(parsing: quoted).root.stringValue() else { return -1 }
        return Array(text.utf8).withUnsafeBufferPointer { paths.member(of: node, key: $0) }
    }

    // MARK: values that stay or go as a whole

    private mutating func skipValue() -> Bool {
        var depth = 0
        while position < end {
            switch source[position] {
            case UInt8(ascii: "\""):
                guard skipString() != nil else { return false }
                if depth == 0 { return true }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                // Right after a comma or a colon of a broken text.
                guard depth > 0 else { return false }
                depth -= 1
                position += 1
                if depth == 0 { return true }
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard depth > 0 else { return false }
                position += 1
            case 0x20, 0x0A, 0x0D, 0x09:
                skipWhitespace()
            default:
                skipWord()
                if depth == 0 { return true }
            }
        }
        return false
    }

    /// A number, true, false or null.
    private mutating func skipWord() {
        position += 1
        while position < end {
            switch source[position] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "\""),
                0x20, 0x0A, 0x0D, 0x09:
                return
            default:
                position += 1
            }
        }
    }

    /// From the opening quote to after the closing one: whether a backslash was met; nil when no quote closes.
    private mutating func skipString() -> Bool? {
        var hasEscape = false
        var at = position + 1
        while true {
            at = endOfPlainBytes(from: at)
            guard at < end else { return nil }
            if source[at] == UInt8(ascii: "\"") {
                position = at + 1
                return hasEscape
            }
            hasEscape = true
            at += 2
        }
    }

    /// The next quote or backslash, eight bytes at a time.
    private func endOfPlainBytes(from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var at = start
        while at + 8 <= end {
            let word = UInt64(littleEndian: UnsafeRawPointer(source + at).loadUnaligned(as: UInt64.self))
            let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
            let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
            // A zero byte gives its high bit; the lowest such bit is exact.
            let found = (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)) & highs
            if found != 0 { return at + found.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < end, source[at] != UInt8(ascii: "\""), source[at] != UInt8(ascii: "\\") { at += 1 }
        return at
    }

    private mutating func skipWhitespace() {
        guard position < end, source[position].isJSONWhitespace else { return }
        essence.flush(at: position)
        repeat { position += 1 } while position < end && source[position].isJSONWhitespace
        essence.skip(to: position)
    }
}

extension UInt8 {
    fileprivate var isJSONWhitespace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
