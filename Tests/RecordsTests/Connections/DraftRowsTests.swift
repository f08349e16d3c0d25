import Basics
import Journal
import Records
import Secrets
import Storage
import TestSupport
import Testing

/// Drafts as rows: what the database itself holds of them.
struct DraftRowsTests {
    private let keyring = Keyring.ephemeral()
    private let draft = ConnectionDraft(
        platform: "vtex", account: "nova", baseURL: "https://nova.example", name: "Nova",
        timeZone: "America/Sao_Paulo", credential: ("vtexappkey-nova-ABCDEF", Secret("planted")))

    private func opened(_ engine: Engine, _ body: (Shop) async throws -> Void) async throws {
        try await withDatabase(engine, migrations: Shop.migrations) { database in
            try await body(try await Shop.found(in: database, keyring: keyring))
        }
    }

    private func made(in shop: Shop) async throws -> Connection {
        try await shop.database.write {
            try Connections(shop.scope).createDraft(draft, keyring: keyring, by: Shop.actor, at: Shop.noon, in: $0)
        }
    }

    @Test(arguments: Engine.allCases) func `a draft is paused to programs that know of no drafts`(
        engine: Engine
    ) async throws {
        try await opened(engine) { shop in
            let connection = try await made(in: shop)
            let scope = shop.scope

            let column = try await shop.database.read {
                try $0.first(
                    "SELECT state FROM connections WHERE organization_id = \(scope.organizationID) AND id = \(connection.id)"
                ) { try $0.text(0) }
            }
            try await shop.database.write {
                try Connections(scope).start(connection.id, by: Shop.actor, at: Shop.noon, in: $0)
            }
            let started = try await shop.database.read { try Connections(scope).find(connection.id, in: $0) }

            #expect(connection.state == .draft)
            #expect(column == "paused")
            #expect(started?.state == .active)
        }
    }

    @Test(arguments: Engine.allCases) func `a draft cannot be active in the database`(engine: Engine) async throws {
        try await opened(engine) { shop in
            let connection = try await made(in: shop)
            let scope = shop.scope

            await #expect(throws: StorageError.self) {
                try await shop.database.write {
                    try $0.execute(
                        """
                        UPDATE connections SET state = 'active'
                        WHERE organization_id = \(scope.organizationID) AND id = \(connection.id)
                        """)
                }
            }

            #expect(try await shop.database.read { try Connections(scope).find(connection.id, in: $0) } == connection)
        }
    }

    @Test(arguments: Engine.allCases) func `a draft whose token was lost waits for its key again`(
        engine: Engine
    ) async throws {
        try await opened(engine) { shop in
            let connection = try await made(in: shop)
            let scope = shop.scope

            try await shop.database.write {
                try Connections(scope).forgetCredential(ofDraft: connection.id, in: $0)
                // Of what is no draft nothing is forgotten so.
                try Connections(scope).forgetCredential(ofDraft: shop.connection, in: $0)
            }
            let found = try await shop.database.read { transaction in
                try [connection.id, shop.connection].map { try Connections(scope).find($0, in: transaction) }
            }

            #expect(found[0]?.hasCredential == false)
            #expect(found[0]?.state == .draft)
            #expect(found[1]?.hasCredential == true)
            await #expect(throws: RecordsError(.connectionUnfinished(id: connection.id.text))) {
                try await shop.database.write {
                    try Connections(scope).start(connection.id, by: Shop.actor, at: Shop.noon, in: $0)
                }
            }
        }
    }
}
