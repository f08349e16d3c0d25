/// A kind of thing that has ids, such as an organization; gives its ids their prefix.
package protocol IDKind: Sendable {
    /// Two to four lower-case letters, as in `org` of `org_01k9…`.
    static var prefix: String { get }
}

/// A typed id: a prefix, an underscore and 26 characters that sort by the time they were made.
///
/// The body is a ULID in lower case: 48 bits of milliseconds, 80 random bits, Crockford's base 32. Ids made later sort
/// later, so that new rows land at the end of an index.
package struct ID<Kind: IDKind>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// Trusts `text`: only for values that the database holds.
    package init(stored text: String) { self.text = text }

    /// Nil unless `text` has this kind's prefix and a body of 26 characters of the alphabet: what comes from people.
    package init?(parsing text: String) {
        let utf8 = text.utf8
        let prefix = Kind.prefix.utf8
        guard utf8.count == prefix.count + 1 + ULID.length, utf8.starts(with: prefix) else { return nil }
        let body = utf8.suffix(ULID.length)
        guard utf8.dropFirst(prefix.count).first == UInt8(ascii: "_"), body.allSatisfy(ULID.isDigit) else { return nil }
        self.text = text
    }

    /// A new id, made at `instant`.
    package init(at instant: Instant, using random: inout some RandomNumberGenerator) {
        text = ULID.text(prefix: Kind.prefix, at: instant, using: &random)
    }

    /// A new id, made at `instant`, with the system's randomness.
    package init(at instant: Instant) {
        var random = SystemRandomNumberGenerator()
        self.init(at: instant, using: &random)
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

private enum ULID {
    static let length = 26
    static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }

    static func text(prefix: String, at instant: Instant, using random: inout some RandomNumberGenerator) -> String {
        var time = UInt64(bitPattern: max(0, instant.microseconds / 1000))
        var high = random.next()
        var low = random.next()
        return String(unsafeUninitializedCapacity: prefix.utf8.count + 1 + length) { buffer in
            var end = 0
            for byte in prefix.utf8 {
                buffer[end] = byte
                end += 1
            }
            buffer[end] = UInt8(ascii: "_")
            let start = end + 1
            for position in stride(from: 9, through: 0, by: -1) {
                buffer[start + position] = alphabet[Int(time & 31)]
                time >>= 5
            }
            for position in stride(from: 17, through: 10, by: -1) {
                buffer[start + position] = alphabet[Int(high & 31)]
                high >>= 5
            }
            for position in stride(from: 25, through: 18, by: -1) {
                buffer[start + position] = alphabet[Int(low & 31)]
                low >>= 5
            }
            return start + length
        }
    }
}
