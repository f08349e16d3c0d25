import Basics
import Crypto
import Foundation

/// AES-256-GCM with a version byte before it: `1`, nonce (12), ciphertext, tag (16).
enum Sealing {
    private static let version: UInt8 = 1

    /// Associated data that no other list of parts has: each part goes with its length.
    static func context(_ parts: String...) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            withUnsafeBytes(of: UInt32(part.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: part.utf8)
        }
        return bytes
    }

    static func seal(_ plain: some DataProtocol, with key: SymmetricKey, for context: [UInt8]) throws -> [UInt8] {
        let box = try AES.GCM.seal(plain, using: key, authenticating: [version] + context)
        return [version] + box.nonce + box.ciphertext + box.tag
    }

    /// Nil when it is not what was sealed with this key for this place.
    static func open(_ sealed: [UInt8], with key: SymmetricKey, for context: [UInt8]) -> Data? {
        guard sealed.first == version, let box = try? AES.GCM.SealedBox(combined: sealed.dropFirst()) else {
            return nil
        }
        return try? AES.GCM.open(box, using: key, authenticating: [version] + context)
    }
}
