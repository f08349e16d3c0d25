import Basics
import Journal
import Secrets
import Storage
import TestSupport
import Testing

struct VaultTests {
    private let keyring = Keyring.ephemeral()
    private var vault: Vault { Vault(OrganizationScope(Given.organization), keyring: keyring) }

    @Test(arguments: Engine.allCases) func `a stored secret comes out again`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            let stored = try await database.write {
                try vault.store(Secret("planted"), owner: "con_1", field: "token", at: Given.noon, in: $0)
            }

            let opened = try await database.read { try vault.open(owner: "con_1", field: "token", in: $0) }
            let fingerprint = try await database.read { try vault.fingerprint(owner: "con_1", field: "token", in: $0) }

            #expect(opened == Secret("planted"))
            #expect(fingerprint == stored)
        }
    }

    @Test(arguments: Engine.allCases) func `a newer secret takes the older one's place`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await database.write { transaction in
                try vault.store(Secret("old"), owner: "con_1", field: "token", at: Given.noon, in: transaction)
                try vault.store(Secret("new"), owner: "con_1", field: "token", at: Given.noon, in: transaction)
            }

            let opened = try await database.read { try vault.open(owner: "con_1", field: "token", in: $0) }

            #expect(opened == Secret("new"))
            #expect(try await count("vault_secrets", database) == 1)
            #expect(try await count("vault_keys", database) == 1)
        }
    }

    @Test(arguments: Engine.allCases) func `what was deleted is not found`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await database.write { transaction in
                try vault.store(Secret("a"), owner: "con_1", field: "token", at: Given.noon, in: transaction)
                try vault.store(Secret("b"), owner: "con_2", field: "token", at: Given.noon, in: transaction)
            }

            let deleted = try await database.write { try vault.deleteAll(of: "con_1", in: $0) }

            #expect(deleted == 1)
            await #expect(throws: SecretsError(.secretMissing(owner: "con_1", field: "token"))) {
                try await database.read { try vault.open(owner: "con_1", field: "token", in: $0) }
            }
            #expect(try await database.read { try vault.open(owner: "con_2", field: "token", in: $0) } == Secret("b"))
        }
    }

    @Test(arguments: Engine.allCases) func `another master key is refused and named at the start`(engine: Engine)
        async throws
    {
        let wrong = Keyring.ephemeral()
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            #expect(try await database.read { try Vault.holdsKeys(in: $0) } == false)
            _ = try await database.write {
                try vault.store(Secret("planted"), owner: "con_1", field: "token", at: Given.noon, in: $0)
            }
            let expected = SecretsError(.masterKeyWrong(needed: keyring.sealingKeyID, held: wrong.ids))

            #expect(try await database.read { try Vault.holdsKeys(in: $0) })
            try await database.read { try Vault.check(keyring, in: $0) }
            await #expect(throws: expected) { try await database.read { try Vault.check(wrong, in: $0) } }
            await #expect(throws: expected) {
                try await database.read {
                    try Vault(OrganizationScope(Given.organization), keyring: wrong)
                        .open(owner: "con_1", field: "token", in: $0)
                }
            }
            await #expect(throws: expected) {
                try await database.write {
                    try Vault(OrganizationScope(Given.organization), keyring: wrong)
                        .store(Secret("b"), owner: "con_2", field: "token", at: Given.noon, in: $0)
                }
            }
            #expect(try await count("vault_secrets", database) == 1)
        }
    }

    @Test(arguments: Engine.allCases) func `a secret moved to another row does not open`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: JournalMigrations.all) { database in
            try await database.write { transaction in
                try vault.store(Secret("a"), owner: "con_1", field: "token", at: Given.noon, in: transaction)
                try transaction.execute("UPDATE vault_secrets SET owner = 'con_2'")
            }

            await #expect(throws: SecretsError(.sealedValueDamaged(owner: "con_2", field: "token"))) {
                try await database.read { try vault.open(owner: "con_2", field: "token", in: $0) }
            }
        }
    }

    private func count(_ table: String, _ database: any Database) async throws -> Int? {
        try await database.read { try $0.first("SELECT COUNT(*) FROM \(unsafeSQL: table)") { try $0.int(0) } }
    }
}
