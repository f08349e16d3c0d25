import Basics
import Crypto
import Foundation

/// One master key: 256 random bits, named by what they hash to, so that a mistyped key cannot pass for a good one.
package struct MasterKey: Sendable {
    static let label = "ponte-master-key/1"

    /// 16 hexadecimal digits; tells nothing of the key.
    package let id: String
    let material: SymmetricKey

    init(material: SymmetricKey) {
        self.material = material
        var digest = SHA256()
        digest.update(data: Array("ponte-master-key-id/1".utf8))
        material.withUnsafeBytes { digest.update(bufferPointer: $0) }
        id = Hexadecimal.text(of: digest.finalize().prefix(8))
    }

    /// A new key out of the system's randomness.
    package static func generate() -> MasterKey { MasterKey(material: SymmetricKey(size: .bits256)) }

    /// Nil unless `line` is a whole key of a format that this program knows and its id is the key's own.
    init?(line: some StringProtocol) {
        let parts = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard parts.count == 3, parts[0] == Self.label, let bytes = Data(base64Encoded: String(parts[2])),
            bytes.count == 32
        else { return nil }
        self.init(material: SymmetricKey(data: bytes))
        guard id == parts[1] else { return nil }
    }

    /// What a key file holds of it.
    var line: Secret {
        let text = material.withUnsafeBytes { Data($0).base64EncodedString() }
        return Secret("\(Self.label) \(id) \(text)")
    }
}

extension MasterKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "master key \(id)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
