import Basics
import Crypto

/// The master keys of an installation: the newest seals, all open.
///
/// A master key wraps data keys and nothing else, so that changing it means wrapping a few data keys anew while
/// everything goes on: add the new key, let the vault rewrap, take the old key away. A keyring from a file looks into
/// it again before it wraps and when it lacks a key, so that a running process follows a rotation.
package struct Keyring: Sendable {
    /// Oldest first; never empty.
    let keys: [MasterKey]
    private let newest: MasterKey
    /// Where the keys were read, when that was a file.
    let file: String?

    /// One key that is kept nowhere: for tests, and for a demo that forgets.
    package static func ephemeral() -> Keyring { Keyring(only: .generate()) }

    /// Reads keys from a text such as an environment value: one a line or parted by commas, the last one seals.
    ///
    /// - Parameter source: how an error names where the text came from, as in `PONTE_MASTER_KEY`.
    /// - Throws: `SecretsError` with code `secrets.master_key_unreadable`.
    package init(parsing text: Secret, source: String) throws(SecretsError) {
        try self.init(parsing: text, source: source, file: nil)
    }

    init(parsing text: Secret, source: String, file: String?) throws(SecretsError) {
        let keys = try text.reveal { text throws(SecretsError) in try Self.parse(text, source: source) }
        guard let newest = keys.last else { throw SecretsError(.masterKeyUnreadable(source: source, line: 1)) }
        self.keys = keys
        self.newest = newest
        self.file = file
    }

    init(only key: MasterKey, file: String? = nil) {
        keys = [key]
        newest = key
        self.file = file
    }

    init(_ older: Keyring, adding key: MasterKey) {
        keys = older.keys + [key]
        newest = key
        file = older.file
    }

    /// The id of the key that seals from now on.
    package var sealingKeyID: String { newest.id }

    /// The ids of all keys, oldest first.
    package var ids: [String] { keys.map(\.id) }

    /// Whether data keys under the master key with this id can be opened.
    package func holds(_ id: String) -> Bool { keys.contains { $0.id == id } }

    /// Wraps a data key for the organization that it belongs to; it does not unwrap for any other.
    package func wrap(_ dataKey: DataKey, for organization: String) throws -> WrappedDataKey {
        // A key that was taken out of the file meanwhile must not wrap what nobody could open then.
        let newest = try reread().newest
        let context = Self.context(masterKeyID: newest.id, organization: organization)
        let sealed = try dataKey.material.withUnsafeBytes { try Sealing.seal($0, with: newest.material, for: context) }
        return WrappedDataKey(masterKeyID: newest.id, bytes: sealed)
    }

    /// - Throws: `SecretsError` with code `secrets.master_key_wrong` when no key here wrapped it, or
    ///   `secrets.sealed_value_damaged` when it was altered or is another organization's.
    package func unwrap(_ wrapped: WrappedDataKey, for organization: String) throws(SecretsError) -> DataKey {
        guard let key = try holds(wrapped.masterKeyID) ? key(wrapped.masterKeyID) : reread().key(wrapped.masterKeyID)
        else {
            throw SecretsError(.masterKeyWrong(needed: wrapped.masterKeyID, held: ids))
        }
        let context = Self.context(masterKeyID: key.id, organization: organization)
        guard let bytes = Sealing.open(wrapped.bytes, with: key.material, for: context), bytes.count == 32 else {
            throw SecretsError(.sealedValueDamaged(owner: organization, field: "data key"))
        }
        return DataKey(material: SymmetricKey(data: bytes))
    }

    private func key(_ id: String) -> MasterKey? { keys.first { $0.id == id } }

    /// The keys as they are now.
    private func reread() throws(SecretsError) -> Keyring {
        guard let file else { return self }
        return try Keyring.open(file: file, createIfMissing: false)
    }

    private static func context(masterKeyID: String, organization: String) -> [UInt8] {
        Sealing.context("ponte-data-key/1", masterKeyID, organization)
    }

    private static func parse(_ text: String, source: String) throws(SecretsError) -> [MasterKey] {
        var keys: [MasterKey] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline || $0 == "," })
        for (index, line) in lines.enumerated() {
            let isBlank = line.allSatisfy(\.isWhitespace)
            if isBlank || line.hasPrefix("#") { continue }
            guard let key = MasterKey(line: line) else {
                throw SecretsError(.masterKeyUnreadable(source: source, line: index + 1))
            }
            keys.append(key)
        }
        return keys
    }
}

extension Keyring: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "keyring of \(ids.joined(separator: ", "))" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
