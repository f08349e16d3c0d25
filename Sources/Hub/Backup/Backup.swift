import Basics
import Foundation
import Journal
import Logging
import Operations
import Secrets
import Storage

/// Copies of an installation, for the day when its machine is gone: the database here, the master key there.
package enum Backup {
    /// What was made.
    package struct Report: Sendable {
        package let file: String
        package let manifest: BackupManifest
        /// Where the master key is, which the backup does not hold; nil when it comes from the environment.
        package let masterKeyFile: String?
    }

    /// Backs the database up while others use it. Nothing is written to it, whatever schema it has.
    ///
    /// - Parameter path: the backup's file, which must not exist; in a folder, one named after the time.
    /// - Throws: `HubError`, `BackupError`, `FileError`, `StorageError`; no file is left then.
    package static func write(
        _ configuration: HubConfiguration, to path: String, at now: Instant, logger: Logger
    ) async throws -> Report {
        let url = try Services.databaseURL(configuration)
        if url.engine == .sqlite, !FileManager.default.fileExists(atPath: url.description) {
            throw BackupError.nothingToBackUp(url.description)
        }
        let new = try NewFile(path: file(path, at: now))
        do {
            let (length, found) = try await DatabaseDump.write(
                url, to: new.file, at: BackupFile.payloadOffset, toolPath: configuration.toolPath, logger: logger,
                inspect: Contents.init)
            guard found.schema > 0 else { throw BackupError.nothingToBackUp(url.description) }
            guard found.schema <= HubMigrations.all.count else {
                throw StorageError(
                    .schemaNewer, url.description, detail: "\(found.schema) > \(HubMigrations.all.count)")
            }
            let manifest = BackupManifest(
                version: Services.version, engine: url.engine, createdAt: now, schema: found.schema,
                masterKeys: found.masterKeys, rows: found.rows, length: length,
                sha256: try BackupFile.sha256(of: length, in: new.file))
            try BackupFile.complete(new.file, with: manifest)
            try new.publish()
            let key = configuration.masterKey == nil ? try MasterKeyPlace.path(for: url, configuration) : nil
            return Report(file: new.path, manifest: manifest, masterKeyFile: key)
        } catch {
            new.discard()
            throw error
        }
    }

    /// Copies the master key to a file of its own, mode 0600, which must not exist.
    ///
    /// - Returns: the ids of the keys in it.
    /// - Throws: `HubError`, `BackupError`, `FileError`, `SecretsError`.
    package static func copyMasterKey(_ configuration: HubConfiguration, to path: String) throws -> [String] {
        guard configuration.masterKey == nil else { throw BackupError.keyInEnvironment }
        let source = try MasterKeyPlace.path(for: try Services.databaseURL(configuration), configuration)
        guard !FileManager.default.fileExists(atPath: path) else { throw FileError(.taken, path: path) }
        return try Keyring.copy(file: source, to: path)
    }

    private static func file(_ path: String, at now: Instant) -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return path
        }
        let moment = now.iso8601.prefix(19).filter { $0 != "-" && $0 != ":" }
        return "\(path)\(path.hasSuffix("/") ? "" : "/")ponte-\(moment)Z.tar"
    }

    /// What there is in the copy.
    private struct Contents: Sendable {
        let schema: Int
        let rows: [String: Int64]
        let masterKeys: [String]

        init(_ transaction: any Transaction) throws {
            schema = try Migrator.appliedCount(in: transaction)
            rows = try TableCounts.all(in: transaction)
            masterKeys = rows["vault_keys"] == nil ? [] : try Vault.neededMasterKeys(in: transaction)
        }
    }
}
