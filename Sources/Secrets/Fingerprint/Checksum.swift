import Crypto

/// SHA-256 of bytes that come in pieces: tells whether a file is the one that it was.
package struct Checksum {
    private var digest = SHA256()

    package init() {}

    package mutating func add(_ bytes: [UInt8]) { digest.update(data: bytes) }

    /// Of all that was added, as 64 hexadecimal digits.
    package var hexadecimal: String { Hexadecimal.text(of: digest.finalize()) }
}
