import Crypto

/// The key that seals one organization's secrets. Kept only wrapped by a master key.
package struct DataKey: Sendable {
    let material: SymmetricKey

    /// A new key out of the system's randomness.
    package static func generate() -> DataKey { DataKey(material: SymmetricKey(size: .bits256)) }

    /// A key for another purpose, from which this one cannot be computed.
    func derived(for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: material, info: Array(purpose.utf8), outputByteCount: 32)
    }
}

/// A data key as the database holds it.
package struct WrappedDataKey: Hashable, Sendable {
    package let masterKeyID: String
    package let bytes: [UInt8]

    package init(masterKeyID: String, bytes: [UInt8]) {
        self.masterKeyID = masterKeyID
        self.bytes = bytes
    }
}

extension DataKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "data key" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
