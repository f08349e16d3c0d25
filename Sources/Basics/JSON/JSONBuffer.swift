/// The bytes of a text that is being written: room is made once for a whole token, which is then written without checks.
struct JSONBuffer {
    /// Longer than what is written; zeros after it.
    private var room: [UInt8]
    private(set) var count = 0

    init(capacity: Int) { room = [UInt8](repeating: 0, count: max(64, capacity)) }

    var bytes: [UInt8] { Array(room[..<count]) }

    var last: UInt8? { count == 0 ? nil : room[count - 1] }

    mutating func append(_ byte: UInt8) {
        if count == room.count { grow(by: 1) }
        room[count] = byte
        count += 1
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        write(atMost: bytes.count) { target in
            if let start = bytes.baseAddress { target.update(from: start, count: bytes.count) }
            return bytes.count
        }
    }

    /// Hands `body` room for `length` bytes, of which it says how many it wrote.
    mutating func write(atMost length: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        if room.count - count < length { grow(by: length) }
        let start = count
        count += room.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { body($0 + start) } ?? 0
        }
    }

    private mutating func grow(by length: Int) {
        room.append(contentsOf: repeatElement(0, count: max(length, room.count)))
    }
}

extension JSONBuffer {
    /// `text` in quotes, with what JSON must escape escaped and nothing else.
    mutating func append(quoted text: String) {
        var text = text
        text.withUTF8 { source in
            // An escape is at most six bytes, as in \u001f.
            write(atMost: 6 * source.count + 2) { target in
                target[0] = UInt8(ascii: "\"")
                var end = 1
                for byte in source {
                    if byte.isEscapedInJSON {
                        end += byte.writeEscape(to: target + end)
                    } else {
                        target[end] = byte
                        end += 1
                    }
                }
                target[end] = UInt8(ascii: "\"")
                return end + 1
            }
        }
    }

    /// `"key":`, for keys that hold nothing to escape.
    mutating func append(key: StaticString) {
        key.withUTF8Buffer { source in
            write(atMost: source.count + 3) { target in
                target[0] = UInt8(ascii: "\"")
                if let start = source.baseAddress { (target + 1).update(from: start, count: source.count) }
                target[source.count + 1] = UInt8(ascii: "\"")
                target[source.count + 2] = UInt8(ascii: ":")
                return source.count + 3
            }
        }
    }

    mutating func append(decimal value: Int64) {
        write(atMost: 20) { target in
            var rest = value.magnitude
            var length = value < 0 ? 1 : 0
            target[0] = UInt8(ascii: "-")
            var scale = rest
            repeat {
                length += 1
                scale /= 10
            } while scale > 0
            var position = length
            repeat {
                position -= 1
                target[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            return length
        }
    }
}

extension UInt8 {
    /// A quote, a backslash or a control character below 0x20.
    fileprivate var isEscapedInJSON: Bool { self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }

    /// Writes two bytes or six, and says how many.
    fileprivate func writeEscape(to target: UnsafeMutablePointer<UInt8>) -> Int {
        target[0] = UInt8(ascii: "\\")
        switch self {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): target[1] = self
        case 0x08: target[1] = UInt8(ascii: "b")
        case 0x09: target[1] = UInt8(ascii: "t")
        case 0x0A: target[1] = UInt8(ascii: "n")
        case 0x0C: target[1] = UInt8(ascii: "f")
        case 0x0D: target[1] = UInt8(ascii: "r")
        default:
            let digit = self & 15
            target[1] = UInt8(ascii: "u")
            target[2] = UInt8(ascii: "0")
            target[3] = UInt8(ascii: "0")
            target[4] = UInt8(ascii: "0") + self >> 4
            target[5] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            return 6
        }
        return 2
    }
}
