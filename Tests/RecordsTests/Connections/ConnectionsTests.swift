import Basics
import Journal
import Records
import Secrets
import Storage
import TestSupport
import Testing

struct ConnectionsTests {
    private let keyring = Keyring.ephemeral()

    @Test(arguments: Engine.allCases) func `a connection is found again with its token in the vault`(engine: Engine)
        async throws
    {
        try await opened(engine) { shop in
            let connections = Connections(shop.scope)

            let found = try #require(try await shop.database.read { try connections.find(shop.connection, in: $0) })
            let token = try await shop.database.read {
                try connections.token(of: shop.connection, keyring: keyring, in: $0)
            }

            #expect(token == Secret("planted"))
            #expect(found.state == .active)
            #expect(found.key == "vtexappkey-shop-ABCDEF")
            #expect(found.timeZone == "America/Sao_Paulo")
            #expect(found.createdAt == Shop.noon)
            let byAddress = try await shop.database.read {
                try connections.find(platform: "vtex", account: "shop", baseURL: "https://shop.example", in: $0)
            }
            #expect(byAddress == found)
            #expect(try await shop.database.read { try connections.list(in: $0) } == [found])
        }
    }

    @Test(arguments: Engine.allCases) func `one account is connected once`(engine: Engine) async throws {
        try await opened(engine) { shop in
            await #expect(throws: RecordsError(.connectionExists(platform: "vtex", account: "shop"))) {
                try await shop.database.write {
                    try Connections(shop.scope).create(
                        Shop.newConnection(), keyring: keyring, by: Shop.actor, at: Shop.noon, in: $0)
                }
            }

            let count = try await shop.integer("SELECT COUNT(*) FROM connections")
            #expect(count == 1)
            #expect(try await shop.integer("SELECT COUNT(*) FROM vault_secrets") == 1)
        }
    }

    @Test(arguments: Engine.allCases) func `every change of a connection is audited`(engine: Engine) async throws {
        try await opened(engine) { shop in
            let connections = Connections(shop.scope)
            let attention = Connection.State.needsAttention(
                code: "platform.unauthorized", reason: Phrase(pt: "a", es: "b", en: "c"), remedy: nil)

            try await shop.database.write { transaction in
                for state in [attention, attention, .paused] {
                    try connections.setState(
                        state, of: shop.connection, by: .sync, at: Shop.noon, in: transaction)
                }
                try connections.replaceCredential(
                    of: shop.connection, key: "vtexappkey-shop-NEWKEY", token: Secret("other"), keyring: keyring,
                    by: Shop.actor, at: Shop.noon, in: transaction)
            }

            let entries = try await shop.database.read {
                try AuditChain(shop.scope).entries(after: 2, limit: 9, in: $0)
            }
            #expect(
                entries.map(\.action) == [
                    "connection.state_changed", "connection.state_changed", "connection.credential_replaced",
                ])
            #expect(
                entries.first?.details
                    == #"[{"field":"state","before":"active","after":"needs_attention: platform.unauthorized"}]"#)
            let found = try await shop.database.read { try connections.find(shop.connection, in: $0) }
            #expect(found?.state == .active)
            #expect(found?.key == "vtexappkey-shop-NEWKEY")
            let verdict = try await shop.database.read { try AuditChain(shop.scope).verify(in: $0) }
            #expect(verdict == AuditVerdict(entries: 5, flaw: nil))
        }
    }

    @Test(arguments: Engine.allCases, [nil, Phrase(pt: "d", es: "e", en: "f")])
    func `a state that needs attention keeps its reason`(engine: Engine, remedy: Phrase?) async throws {
        try await opened(engine) { shop in
            let state = Connection.State.needsAttention(
                code: "platform.unauthorized", reason: Phrase(pt: "a", es: "b", en: "c"), remedy: remedy)

            try await shop.database.write {
                try Connections(shop.scope).setState(state, of: shop.connection, by: .sync, at: Shop.noon, in: $0)
            }

            let found = try await shop.database.read { try Connections(shop.scope).find(shop.connection, in: $0) }
            #expect(found?.state == state)
        }
    }

    @Test(arguments: Engine.allCases) func `an organization does not reach another one's connection`(engine: Engine)
        async throws
    {
        try await opened(engine) { shop in
            let other = try await Shop.found(in: shop.database, name: "Outra", keyring: keyring)

            await #expect(throws: RecordsError(.connectionMissing(id: shop.connection.text))) {
                try await shop.database.write {
                    try Connections(other.scope).setState(
                        .paused, of: shop.connection, by: .sync, at: Shop.noon, in: $0)
                }
            }

            let found = try await shop.database.read { try Connections(other.scope).find(shop.connection, in: $0) }
            #expect(found == nil)
            await #expect(throws: SecretsError.self) {
                try await shop.database.read {
                    try Connections(other.scope).token(of: shop.connection, keyring: keyring, in: $0)
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a token that was tampered with can be replaced`(engine: Engine) async throws {
        try await opened(engine) { shop in
            let connections = Connections(shop.scope)
            try await shop.database.write { transaction in
                try transaction.execute("UPDATE vault_secrets SET sealed = \([UInt8](1...40))")
                try connections.replaceCredential(
                    of: shop.connection, key: "vtexappkey-shop-NEWKEY", token: Secret("other"), keyring: keyring,
                    by: Shop.actor, at: Shop.noon, in: transaction)
            }

            let token = try await shop.database.read {
                try connections.token(of: shop.connection, keyring: keyring, in: $0)
            }

            #expect(token == Secret("other"))
        }
    }

    private func opened(_ engine: Engine, _ body: (Shop) async throws -> Void) async throws {
        try await withDatabase(engine, migrations: Shop.migrations) { database in
            try await body(try await Shop.found(in: database, keyring: keyring, token: "planted"))
        }
    }
}
