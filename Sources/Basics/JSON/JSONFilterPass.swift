/// One pass of a filter over a text. Every read is checked against the end, so that no bytes can lead it astray.
struct JSONFilterPass {
    let source: UnsafePointer<UInt8>
    let end: Int
    /// As long as the source: what is kept is never longer.
    let target: UnsafeMutablePointer<UInt8>
    let paths: JSONPathNodes
    let dropsWhitespace: Bool

    /// Bytes in `target`.
    private(set) var written = 0
    private var position = 0
    /// What lies between here and `position` is kept and not copied yet.
    private var runStart = 0

    init(
        source: UnsafePointer<UInt8>, end: Int, target: UnsafeMutablePointer<UInt8>, paths: JSONPathNodes,
        dropsWhitespace: Bool
    ) {
        self.source = source
        self.end = end
        self.target = target
        self.paths = paths
        self.dropsWhitespace = dropsWhitespace
    }

    /// False when the text ends before its value does.
    mutating func run() -> Bool {
        skipWhitespace()
        guard value(0) else { return false }
        skipWhitespace()
        guard position == end else { return false }
        flush()
        return true
    }

    // MARK: what is kept

    /// Length of what is kept so far, copied or not.
    private var keptLength: Int { written + (position - runStart) }

    private mutating func flush() { rewind(to: keptLength) }

    /// Forgets what was kept beyond `length`, and goes on keeping from `position`.
    private mutating func rewind(to length: Int) {
        if length > written {
            (target + written).update(from: source + runStart, count: length - written)
        }
        written = length
        runStart = position
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

    /// An object's members or an array's elements. One that goes takes the comma before it along; when none before it
    /// is kept, all up to the next one goes.
    private mutating func container(_ node: Int, closing: UInt8) -> Bool {
        position += 1
        skipWhitespace()
        if position < end, source[position] == closing {
            position += 1
            return true
        }
        var lengthAfterKept = -1
        var lengthBeforeFirst = keptLength
        while true {
            guard let child = entry(of: node, closing: closing) else { return false }
            let isRemoved = child >= 0 && paths.nodes[child].isRemoved
            guard isRemoved ? skipValue() : value(child) else { return false }
            if isRemoved {
                rewind(to: lengthAfterKept >= 0 ? lengthAfterKept : lengthBeforeFirst)
            } else {
                lengthAfterKept = keptLength
            }
            skipWhitespace()
            guard position < end else { return false }
            let byte = source[position]
            position += 1
            if byte == closing { return true }
            guard byte == UInt8(ascii: ",") else { return false }
            skipWhitespace()
            if lengthAfterKept < 0 {
                rewind(to: lengthBeforeFirst)
                lengthBeforeFirst = keptLength
            }
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
        if dropsWhitespace { flush() }
        repeat { position += 1 } while position < end && source[position].isJSONWhitespace
        if dropsWhitespace { runStart = position }
    }
}

extension UInt8 {
    fileprivate var isJSONWhitespace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
