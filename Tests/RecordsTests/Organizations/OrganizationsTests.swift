import Basics
import Journal
import Records
import Storage
import TestSupport
import Testing

struct OrganizationsTests {
    @Test(arguments: Engine.allCases) func `the default agency is made once`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Shop.migrations) { database in
            let first = try await database.write { try Organizations().defaultAgency(at: Shop.noon, in: $0) }

            let second = try await database.write { try Organizations().defaultAgency(at: Shop.noon, in: $0) }

            #expect(first == second)
        }
    }

    @Test(arguments: Engine.allCases) func `an organization begins with an empty log and an audit entry`(engine: Engine)
        async throws
    {
        try await withDatabase(engine, migrations: Shop.migrations) { database in
            let made = try await create(["  Loja   São João "], in: database)[0]

            let head = try await database.read { try ChangeLog(made.scope).head(in: $0) }
            let entries = try await database.read { try AuditChain(made.scope).entries(after: 0, limit: 9, in: $0) }

            #expect(made.name == "Loja São João")
            #expect(head == 0)
            #expect(entries.map(\.action) == ["organization.created"])
            #expect(entries.map(\.subject) == [made.id.text])
        }
    }

    @Test(arguments: Engine.allCases, ["Loja São João", "LOJA SAO JOAO", " loja  são joão", "lojá sao joao"])
    func `a name is taken whatever its case and accents`(engine: Engine, name: String) async throws {
        try await withDatabase(engine, migrations: Shop.migrations) { database in
            let made = try await create(["Loja São João"], in: database)[0]

            await #expect(throws: RecordsError(.organizationExists(name: "Loja São João"))) {
                try await create([name], in: database)
            }

            let agency = made.agencyID
            #expect(try await database.read { try Organizations().find(named: name, agency: agency, in: $0) } == made)
            #expect(try await database.read { try Organizations().list(in: $0) } == [made])
        }
    }

    @Test(arguments: [
        "\u{FEFF}", "Loja\u{202E}ajoL", "\u{1}", "\u{2028}\u{2028}", "\u{200D}", String(repeating: "a", count: 201),
    ])
    func `a name that the eye cannot read is refused`(name: String) async throws {
        try await withDatabase(.sqlite, migrations: Shop.migrations) { database in
            await #expect(throws: RecordsError(.nameEmpty)) { try await create([name], in: database) }

            let list = try await database.read { try Organizations().list(in: $0) }
            #expect(list == [])
        }
    }

    @Test func `letters of any script and joined emoji are a name`() async throws {
        try await withDatabase(.sqlite, migrations: Shop.migrations) { database in
            let made = try await create(["Açaí 日本 👩‍🍳 می‌خواهم"], in: database)[0]

            #expect(made.name == "Açaí 日本 👩‍🍳 می‌خواهم")
        }
    }

    @Test(arguments: Engine.allCases) func `a blank name is refused`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Shop.migrations) { database in
            await #expect(throws: RecordsError(.nameEmpty)) { try await create([" \n "], in: database) }

            let list = try await database.read { try Organizations().list(in: $0) }
            #expect(list == [])
        }
    }

    @Test(arguments: Engine.allCases) func `a search finds words by how they begin`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Shop.migrations) { database in
            _ = try await create(["Ótica Visão", "Casa do Café", "Cafeteria São João", "100% Orgânico"], in: database)

            func found(_ text: String, limit: Int = 10) async throws -> [String] {
                try await database.read { try Organizations().search(text, limit: limit, in: $0) }.map(\.name)
            }

            #expect(try await found("cafe") == ["Cafeteria São João", "Casa do Café"])
            #expect(try await found("CAFÉ jo") == ["Cafeteria São João"])
            #expect(try await found("otica") == ["Ótica Visão"])
            #expect(try await found("100") == ["100% Orgânico"])
            #expect(try await found("sica") == [])
            #expect(try await found("%") == ["100% Orgânico", "Cafeteria São João", "Casa do Café", "Ótica Visão"])
            #expect(try await found("", limit: 2) == ["100% Orgânico", "Cafeteria São João"])
        }
    }

    @discardableResult
    private func create(_ names: [String], in database: any Database) async throws -> [Organization] {
        try await database.write { transaction in
            let agency = try Organizations().defaultAgency(at: Shop.noon, in: transaction)
            return try names.map {
                try Organizations().create(
                    named: $0, agency: agency.id, by: Shop.actor, at: Shop.noon, in: transaction)
            }
        }
    }
}
