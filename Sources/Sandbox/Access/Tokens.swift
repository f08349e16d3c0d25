import Basics

/// Made-up secrets and ids, from the system's randomness: two sandboxes never share one.
enum Tokens {
    private static let capitals = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

    /// 128 capital letters, as VTEX's own.
    static func token() -> Secret { Secret(letters(128)) }

    static func keyName(account: String) -> String { "vtexappkey-\(account)-\(letters(6))" }

    private static func letters(_ count: Int) -> String {
        var random = SystemRandomNumberGenerator()
        return String(
            decoding: (0..<count).map { _ in capitals[Int(random.next(upperBound: UInt32(26)))] }, as: UTF8.self)
    }

    static func hexadecimal(bytes count: Int) -> String {
        var random = SystemRandomNumberGenerator()
        return Hexadecimal.text((0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() as UInt64) })
    }

    /// What follows the prefix of a coupon that was made in a batch, as in `code-7DLKU492HR4MANV`.
    static func couponSuffix() -> String {
        var random = SystemRandomNumberGenerator()
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
        return String(
            decoding: (0..<15).map { _ in letters[Int(random.next(upperBound: UInt32(36)))] }, as: UTF8.self)
    }

    static func uuid() -> String {
        var random = SystemRandomNumberGenerator()
        return Hexadecimal.uuid(random.next(), random.next())
    }
}

/// Bytes and words as hexadecimal digits.
enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)
    private static let capitals = Array("0123456789ABCDEF".utf8)

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// 32 digits.
    static func text(_ high: UInt64, _ low: UInt64, upperCase: Bool = false) -> String {
        let alphabet = upperCase ? capitals : digits
        return String(unsafeUninitializedCapacity: 32) { buffer in
            for position in 0..<16 {
                buffer[position] = alphabet[Int((high >> UInt64(60 - 4 * position)) & 15)]
                buffer[16 + position] = alphabet[Int((low >> UInt64(60 - 4 * position)) & 15)]
            }
            return 32
        }
    }

    /// A version 4 UUID out of 128 bits.
    static func uuid(_ high: UInt64, _ low: UInt64) -> String {
        let versioned = (high & 0xFFFF_FFFF_FFFF_0FFF) | 0x4000
        let variant = (low & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
        let text = Array(text(versioned, variant).utf8)
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(decoding: text[$0], as: UTF8.self) }
        return parts.joined(separator: "-")
    }
}
