import Basics
import Foundation

extension Keyring {
    /// Opens the key file, a text of one `ponte-master-key/1 <id> <base64>` a line, the last of which seals.
    ///
    /// A file that is not there is made only when `createIfMissing` says so, and whole or not at all: say false as soon
    /// as the database holds a wrapped data key, for a new master key could not open it.
    /// - Throws: `SecretsError` with code `secrets.master_key_missing`, `secrets.master_key_exposed` (readable by
    ///   others), `secrets.master_key_unreadable` or `secrets.master_key_inaccessible`.
    package static func open(file path: String, createIfMissing: Bool) throws(SecretsError) -> Keyring {
        if let keyring = try read(path) { return keyring }
        guard createIfMissing else { throw SecretsError(.masterKeyMissing(path: path)) }
        try KeyFile.create(path, lines: [MasterKey.generate().line])
        // Two processes may start at once: what stands there now is the key, whoever made it.
        guard let keyring = try read(path) else { throw SecretsError(.masterKeyMissing(path: path)) }
        return keyring
    }

    /// Adds a new key, which seals from then on, to the file; the older keys stay and open what they sealed.
    ///
    /// - Throws: as `open`.
    package static func addKey(toFile path: String) throws(SecretsError) -> Keyring {
        let grown = Keyring(try open(file: path, createIfMissing: false), adding: .generate())
        try KeyFile.replace(path, lines: grown.keys.map(\.line))
        return grown
    }

    /// Takes every key but the newest out of the file: the end of a rotation, once the vault has rewrapped all.
    ///
    /// - Throws: as `open`.
    package static func dropOlderKeys(inFile path: String) throws(SecretsError) -> Keyring {
        let keyring = try open(file: path, createIfMissing: false)
        guard let newest = keyring.keys.last, keyring.keys.count > 1 else { return keyring }
        try KeyFile.replace(path, lines: [newest.line])
        return Keyring(only: newest, file: path)
    }

    /// Copies the keys to a new file of mode 0600, read back before it counts as done.
    ///
    /// - Returns: their ids, oldest first.
    /// - Throws: as `open`; `secrets.master_key_inaccessible` also when there is a file of that name.
    package static func copy(file path: String, to target: String) throws(SecretsError) -> [String] {
        let keyring = try open(file: path, createIfMissing: false)
        try KeyFile.createNew(target, lines: keyring.keys.map(\.line))
        return try open(file: target, createIfMissing: false).ids
    }

    /// Nil when there is no such file.
    private static func read(_ path: String) throws(SecretsError) -> Keyring? {
        guard let text = try KeyFile.read(path) else { return nil }
        return try Keyring(parsing: text, source: path, file: path)
    }
}
