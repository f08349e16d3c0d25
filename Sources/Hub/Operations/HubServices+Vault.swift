import Basics
import Journal
import Secrets
import Storage

/// What a change of the master key did.
package struct MasterKeyRotation: Sendable {
    package let newKeyID: String
    /// Data keys that were wrapped anew, one for each organization with a secret.
    package let rewrapped: Int
    package let file: String
}

extension HubServices {
    /// Changes the master key while everything goes on: a new key is added to the file, all data keys are wrapped under
    /// it, then the old keys leave the file. Killed in between, it is run again.
    ///
    /// Other nodes that share the database need the file with both keys before, or a restart after.
    /// - Throws: `HubError` with code `configuration.master_key_in_environment` when the key is not in a file.
    package func rotateMasterKey() async throws -> MasterKeyRotation {
        guard configuration.masterKey == nil else { throw HubError.masterKeyInEnvironment }
        let path = try MasterKeyPlace.path(for: try Self.databaseURL(configuration), configuration)
        let grown = try Keyring.addKey(toFile: path)
        var rewrapped = 0
        while true {
            let count = try await database.write { try Vault.rewrap(grown, limit: 100, in: $0) }
            rewrapped += count
            if count == 0 { break }
        }
        let final = try Keyring.dropOlderKeys(inFile: path)
        return MasterKeyRotation(newKeyID: final.sealingKeyID, rewrapped: rewrapped, file: path)
    }
}
