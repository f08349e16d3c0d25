import Basics

/// New tokens and codes out of the system's randomness.
package enum RandomToken {
    private static let base62 = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    /// Crockford's base 32: nothing in it is taken for something else.
    private static let crockford = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// 43 letters and digits, 256 bits: it needs no guessing limit, no salt, and no escaping in an address or a header.
    package static let length = 43

    package static func make() -> Secret { Secret(text(base62, count: length)) }

    /// A code that a person types off a screen: 16 characters in groups of four, 80 bits, as in `k7f3-9xq2-m0ab-4tz8`.
    package static func makeCode() -> Secret {
        Secret((0..<4).map { _ in text(crockford, count: 4) }.joined(separator: "-"))
    }

    /// A code as it was meant, whatever a person made of hyphens, blanks, case and look-alike letters.
    package static func code(typed: Secret) -> Secret {
        let characters = typed.reveal { $0.lowercased() }.prefix(100).compactMap { character -> Character? in
            switch character {
            case "o": "0"
            case "i", "l": "1"
            default: character.isLetter || character.isNumber ? character : nil
            }
        }
        let groups = stride(from: 0, to: characters.count, by: 4).map {
            String(characters[$0..<min($0 + 4, characters.count)])
        }
        return Secret(groups.joined(separator: "-"))
    }

    private static func text(_ alphabet: [UInt8], count: Int) -> String {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
