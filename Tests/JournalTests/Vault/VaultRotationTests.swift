import Basics
import Journal
import Secrets
import Storage
import TestSupport
import Testing

struct VaultRotationTests {
    private static let scopes = [OrganizationScope(Given.organization), OrganizationScope(Given.other)]

    @Test(arguments: Engine.allCases) func `the master key changes while secrets stay readable`(engine: Engine)
        async throws
    {
        try await withTemporaryFolder { folder in
            let path = folder + "/master.key"
            try await withDatabase(engine, migrations: JournalMigrations.all) { database in
                let first = try Keyring.open(file: path, createIfMissing: true)
                try await fill(database, first)

                let both = try Keyring.addKey(toFile: path)
                #expect(try await tokens(database, first) == [Secret("a"), Secret("b")])
                #expect(try await database.write { try Vault.rewrap(both, limit: 1, in: $0) } == 1)
                #expect(try await tokens(database, both) == [Secret("a"), Secret("b")])
                #expect(try await database.write { try Vault.rewrap(both, limit: 10, in: $0) } == 1)
                #expect(try await database.write { try Vault.rewrap(both, limit: 10, in: $0) } == 0)
                let second = try Keyring.dropOlderKeys(inFile: path)

                #expect(try await tokens(database, second) == [Secret("a"), Secret("b")])
                #expect(try await tokens(database, first) == [Secret("a"), Secret("b")])
                let late = try first.wrap(.generate(), for: Given.organization.text)
                #expect(late.masterKeyID == second.sealingKeyID)
            }
        }
    }

    @Test(arguments: Engine.allCases) func `a new data key takes over all secrets of its organization`(engine: Engine)
        async throws
    {
        let keyring = Keyring.ephemeral()
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await fill(database, keyring)
            let before = try await sealed(database)

            let count = try await database.write {
                try Vault(Self.scopes[0], keyring: keyring).rotateDataKey(at: Given.noon, in: $0)
            }

            let after = try await sealed(database)
            #expect(count == 1)
            #expect(try await tokens(database, keyring) == [Secret("a"), Secret("b")])
            #expect(Set(before).intersection(after).count == 1)
            let keys = try await database.read { transaction in
                try transaction.all("SELECT number FROM vault_keys ORDER BY number") { try $0.int(0) }
            }
            #expect(keys == [1, 2])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what a lost master key sealed is given up and the rest stays`(engine: Engine) async throws {
        let lost = Keyring.ephemeral()
        let kept = Keyring.ephemeral()
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await database.write { transaction in
                for (scope, keyring) in zip(Self.scopes, [lost, kept]) {
                    try Vault(scope, keyring: keyring).store(
                        Secret("old"), owner: "con_1", field: "token", at: Given.noon, in: transaction)
                }
            }

            let abandoned = try await database.write { try Vault.abandonLost(kept, in: $0) }
            try await database.write { transaction in
                try Vault(Self.scopes[0], keyring: kept).store(
                    Secret("new"), owner: "con_1", field: "token", at: Given.noon, in: transaction)
            }

            #expect(abandoned.map(\.organizationID) == [Self.scopes[0].organizationID])
            #expect(abandoned.map(\.owner) == ["con_1"])
            #expect(try await tokens(database, kept) == [Secret("new"), Secret("old")])
        }
    }

    private func fill(_ database: any Database, _ keyring: Keyring) async throws {
        try await database.write { transaction in
            for (scope, token) in zip(Self.scopes, ["a", "b"]) {
                try Vault(scope, keyring: keyring).store(
                    Secret(token), owner: "con_1", field: "token", at: Given.noon, in: transaction)
            }
        }
    }

    private func tokens(_ database: any Database, _ keyring: Keyring) async throws -> [Secret] {
        try await database.read { transaction in
            try Self.scopes.map {
                try Vault($0, keyring: keyring).open(owner: "con_1", field: "token", in: transaction)
            }
        }
    }

    private func sealed(_ database: any Database) async throws -> [[UInt8]] {
        try await database.read { transaction in
            try transaction.all("SELECT sealed FROM vault_secrets ORDER BY organization_id") { try $0.bytes(0) }
        }
    }
}
