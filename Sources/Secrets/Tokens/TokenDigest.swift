import Basics
import Crypto

/// SHA-256 of a token: what is kept of one that is random enough to need no salt.
package struct TokenDigest: Hashable, Sendable {
    // Four words in place of an array: nodes keep many in memory.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    package init(of token: Secret) {
        var words: [UInt64] = [0, 0, 0, 0]
        let digest = token.reveal { SHA256.hash(data: Array($0.utf8)) }
        for (index, byte) in digest.enumerated() { words[index / 8] = words[index / 8] << 8 | UInt64(byte) }
        self.words = (words[0], words[1], words[2], words[3])
    }

    /// 32 bytes, as a column holds it.
    package var bytes: [UInt8] {
        [words.0, words.1, words.2, words.3].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
        }
    }

    package static func == (left: Self, right: Self) -> Bool {
        let difference =
            (left.words.0 ^ right.words.0) | (left.words.1 ^ right.words.1) | (left.words.2 ^ right.words.2)
            | (left.words.3 ^ right.words.3)
        return difference == 0
    }

    /// The bits are as random as any.
    package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension TokenDigest {
    /// The digest in hexadecimal: a name for a text that must not be kept in clear.
    package var hexadecimal: String { Hexadecimal.text(of: bytes) }
}
