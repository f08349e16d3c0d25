import Basics
import ConnectorKit
import Foundation
import Hub
import Journal
import Operations
import Records
import Secrets
import Storage
import TestSupport
import Testing

/// Each test holds two databases, and the server has room for a few only.
@Suite(.serialized) struct BackupTests {
    @Test(arguments: Engine.allCases)
    func `what was backed up comes back, and its credentials open`(_ engine: Engine) async throws {
        try await BackupHouse.open(engine) { house in
            let placed = try await house.connect()

            let backup = try await house.backUp()
            let restored = try await house.restore(backup.file)

            #expect(backup.manifest.rows["connections"] == 1)
            #expect(backup.manifest.schema == HubMigrations.all.count)
            #expect(restored.manifest == backup.manifest)
            #expect(restored.isSound)
            #expect(restored.chains.map(\.verdict.entries) == [0, 2])
            #expect(restored.pendingMigrations == 0)
            try await house.openRestored { services in
                let connections = try await services.connections()
                #expect(connections.map(\.connection.id) == [placed.connection.id])
                #expect(try await BackupHouse.token(of: connections[0], in: services) == BackupHouse.token)
                let deeds = try await services.auditEntries(in: .installation, after: 0, limit: 9)
                #expect(deeds.map(\.action) == ["installation.restored"])
                #expect(deeds.map(\.actor.name) == ["cli:ana"])
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a backup is for its owner's eyes, and holds neither key nor token`(_ engine: Engine) async throws {
        try await BackupHouse.open(engine) { house in
            _ = try await house.connect()
            let key = try String(contentsOfFile: house.source.masterKeyFile ?? "", encoding: .utf8)
            let material = try #require(key.split(separator: " ").last?.trimmingCharacters(in: .newlines))

            let backup = try await house.backUp()

            let bytes = try Data(contentsOf: URL(filePath: backup.file))
            #expect(bytes.range(of: Data(material.utf8)) == nil)
            #expect(bytes.range(of: Data(base64Encoded: material) ?? Data()) == nil)
            let token = BackupHouse.token.reveal { $0 }
            #expect(bytes.range(of: Data(token.utf8)) == nil)
            let mode = try FileManager.default.attributesOfItem(atPath: backup.file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(backup.masterKeyFile == house.source.masterKeyFile)
            #expect(try FileManager.default.contentsOfDirectory(atPath: house.backups) == ["one.tar"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `neither a file nor a database is ever replaced`(_ engine: Engine) async throws {
        try await BackupHouse.open(engine) { house in
            _ = try await house.connect()
            let backup = try await house.backUp()
            let before = try Data(contentsOf: URL(filePath: backup.file))

            let again = await #expect(throws: FileError.self) { try await house.backUp() }
            _ = try await house.restore(backup.file)
            let over = await #expect(throws: BackupError.self) { try await house.restore(backup.file) }
            let onto = await #expect(throws: BackupError.self) {
                try await Restoration.restore(
                    backup.file, house.source, by: BackupHouse.actor, clock: ManualClock(), logger: .silent)
            }

            #expect(again?.code == "file.taken")
            #expect(over?.code == "backup.target_taken")
            #expect(onto?.code == "backup.target_taken")
            #expect(try Data(contentsOf: URL(filePath: backup.file)) == before)
        }
    }

    @Test(arguments: Engine.allCases, ["flipped", "cut", "manifest"])
    func `a damaged backup restores nothing`(_ engine: Engine, _ harm: String) async throws {
        try await BackupHouse.open(engine) { house in
            _ = try await house.connect()
            let backup = try await house.backUp()
            var bytes = try Data(contentsOf: URL(filePath: backup.file))
            switch harm {
            case "flipped": bytes[3000] ^= 1
            case "cut": bytes = bytes.prefix(bytes.count / 2)
            default:
                let place = try #require(bytes.range(of: Data("ponte-backup/1".utf8)))
                bytes.replaceSubrange(place, with: Data("ponte-backup/9".utf8))
            }
            try bytes.write(to: URL(filePath: house.backups + "/two.tar"))

            let error = await #expect(throws: BackupError.self) {
                try await house.restore(house.backups + "/two.tar")
            }

            #expect(error?.code == (harm == "manifest" ? "backup.unknown_format" : "backup.damaged"))
            #expect(try await DatabaseDump.isVacant(house.targetURL, logger: .silent))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a key that is missing or another's is told, and the data is there`(_ engine: Engine) async throws {
        try await BackupHouse.open(engine) { house in
            _ = try await house.connect()
            let backup = try await house.backUp()
            let keyless = house.target.with { $0.masterKeyFile = house.backups + "/nowhere.key" }

            let missing = try await Restoration.restore(
                backup.file, keyless, by: BackupHouse.actor, clock: ManualClock(), logger: .silent)

            #expect(missing.keyTrouble?.code == "secrets.master_key_missing")
            #expect(!missing.isSound)
            #expect(missing.chains.count == 2)
            #expect(missing.manifest.masterKeys.count == 1)
            #expect(!FileManager.default.fileExists(atPath: house.backups + "/nowhere.key"))
        }
        try await BackupHouse.open(engine) { house in
            _ = try await house.connect()
            let backup = try await house.backUp()
            let stranger = house.target.with { $0.masterKeyFile = house.backups + "/other.key" }
            _ = try Keyring.open(file: house.backups + "/other.key", createIfMissing: true)

            let wrong = try await Restoration.restore(
                backup.file, stranger, by: BackupHouse.actor, clock: ManualClock(), logger: .silent)

            #expect(wrong.keyTrouble?.code == "secrets.master_key_wrong")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a newer schema is refused, and an older one is brought up by the next start`(_ engine: Engine) async throws {
        let known = HubMigrations.all.count
        try await BackupHouse.open(engine, migrations: known - 3) { house in
            let backup = try await house.backUp()
            var bytes = try Data(contentsOf: URL(filePath: backup.file))
            let place = try #require(bytes.range(of: Data("\"schema\":\(known - 3)".utf8)))
            bytes.replaceSubrange(place, with: Data("\"schema\":99".utf8))
            try bytes.write(to: URL(filePath: house.backups + "/newer.tar"))

            let newer = await #expect(throws: BackupError.self) {
                try await house.restore(house.backups + "/newer.tar")
            }
            let older = try await house.restore(backup.file)

            #expect(newer?.code == "backup.newer_schema")
            #expect(older.pendingMigrations == 3)
            #expect(older.isSound)
            try await house.openRestored { services in
                let isReady = try await services.isReady(expecting: known)
                #expect(isReady)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a backup wants its own engine, and a database to begin with`(_ engine: Engine) async throws {
        try await BackupHouse.open(engine) { house in
            let backup = try await house.backUp()
            let other = engine == .sqlite ? "postgres://ponte@127.0.0.1:1/none" : "sqlite:///nowhere/ponte.db"
            let elsewhere = try house.target.with { $0.database = try DatabaseURL(parsing: other) }

            let strange = await #expect(throws: BackupError.self) {
                try await Restoration.restore(
                    backup.file, elsewhere, by: BackupHouse.actor, clock: ManualClock(), logger: .silent)
            }
            let nothing = await #expect(throws: BackupError.self) {
                try await Backup.write(
                    house.target, to: house.backups + "/none.tar", at: BackupHouse.now, logger: .silent)
            }

            #expect(strange?.code == "backup.other_engine")
            #expect(nothing?.code == "backup.nothing")
            #expect(try FileManager.default.contentsOfDirectory(atPath: house.backups) == ["one.tar"])
        }
    }

    @Test func `without pg_dump a backup of PostgreSQL says what to install`() async throws {
        try await BackupHouse.open(.postgres) { house in
            let configuration = house.source.with { $0.toolPath = house.backups }

            let error = await #expect(throws: StorageError.self) {
                try await Backup.write(
                    configuration, to: house.backups + "/one.tar", at: BackupHouse.now, logger: .silent)
            }

            #expect(error?.code == "storage.tool_missing")
            #expect(error?.text(in: .english).contains("apt install postgresql-client") == true)
            let left = try FileManager.default.contentsOfDirectory(atPath: house.backups)
            #expect(left == [])
        }
    }

    @Test func `the master key is copied to a place of its own, once`() async throws {
        try await BackupHouse.open(.sqlite) { house in
            _ = try await house.connect()
            let copy = house.backups + "/ponte.key"

            let ids = try Backup.copyMasterKey(house.source, to: copy)
            let again = #expect(throws: FileError.self) { try Backup.copyMasterKey(house.source, to: copy) }
            let sealed = house.source.with { $0.masterKey = Secret("planted") }
            let environment = #expect(throws: BackupError.self) {
                try Backup.copyMasterKey(sealed, to: house.backups + "/other.key")
            }

            #expect(try Keyring.open(file: copy, createIfMissing: false).ids == ids)
            #expect(again?.code == "file.taken")
            #expect(environment?.code == "backup.key_in_environment")
        }
    }
}
