import AccessControl
import Basics
import Journal
import Secrets
import Storage
import TestSupport
import Testing

struct OneTimeLinksTests {
    private let keyring = Keyring.ephemeral()
    private static let subject = "key_01k9zzzzzzzzzzzzzzzzzzzzzz"

    @Test(arguments: Engine.allCases) func `of many who open a link one gets what it held`(engine: Engine) async throws
    {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let made = try await create(.showAppKey, secret: Secret("planted"), in: database)

            let outcomes = await Given.atOnce(8) { _ in
                try await self.open(made.token, for: .showAppKey, at: Given.noon, in: database)?.reveal { $0 } ?? "-"
            }

            #expect(outcomes == ["planted": 1, "access.link_opened": 7])
            #expect(try await sealedCount(in: database) == 0)
            #expect(try await Given.actions(of: Given.shop, in: database) == ["link.created", "link.opened"])
        }
    }

    @Test(arguments: Engine.allCases) func `it says when it was opened, and looking at it uses nothing up`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let made = try await create(.showAppKey, secret: Secret("planted"), in: database)
            let later = Given.noon + .seconds(90)

            let looked = try await find(made.token, in: database)
            _ = try await open(made.token, for: .showAppKey, at: later, in: database)
            let after = try await find(made.token, in: database)

            #expect(looked == made.link)
            #expect(looked?.state(at: Given.noon) == .open)
            #expect(after?.state(at: later + .seconds(1)) == .opened(at: later))
            await #expect(throws: AccessError(.linkOpened(at: later))) {
                try await open(made.token, for: .showAppKey, at: later + .seconds(1), in: database)
            }
        }
    }

    @Test(arguments: Engine.allCases) func `it dies after a day and what it held is erased`(engine: Engine) async throws
    {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let made = try await create(.showAppKey, secret: Secret("planted"), in: database)
            let fresh = try await create(.handInCredential, secret: nil, in: database)
            let end = Given.noon + OneTimeLinks.lifetime

            await #expect(throws: AccessError(.linkExpired(at: end))) {
                try await open(made.token, for: .showAppKey, at: end, in: database)
            }
            let before = try await sealedCount(in: database)
            try await database.write { try OneTimeLinks.eraseExpired(at: end, in: $0) }

            #expect(before == 1)
            #expect(try await sealedCount(in: database) == 0)
            #expect(
                try await open(fresh.token, for: .handInCredential, at: end - .seconds(1), in: database) == nil)
        }
    }

    @Test(arguments: Engine.allCases) func `an unknown token, or one for something else, opens nothing`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let made = try await create(.showAppKey, secret: Secret("planted"), in: database)

            await #expect(throws: AccessError(.linkUnknown)) {
                try await open(Secret("made up"), for: .showAppKey, at: Given.noon, in: database)
            }
            await #expect(throws: AccessError(.linkUnknown)) {
                try await open(made.token, for: .handInCredential, at: Given.noon, in: database)
            }

            #expect(try await open(made.token, for: .showAppKey, at: Given.noon, in: database) == Secret("planted"))
        }
    }

    @Test(arguments: Engine.allCases) func `a link that is taken back is unknown, and what it held is erased`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let made = try await create(.showAppKey, secret: Secret("planted"), in: database)

            try await database.write { try OneTimeLinks(Given.other).withdraw(about: Self.subject, in: $0) }
            let untouched = try await sealedCount(in: database)
            try await database.write { try OneTimeLinks(Given.shop).withdraw(about: Self.subject, in: $0) }

            #expect(untouched == 1)
            #expect(try await sealedCount(in: database) == 0)
            #expect(try await find(made.token, in: database) == nil)
        }
    }

    @Test(arguments: Engine.allCases) func `without the master key a link is not used up`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let made = try await create(.showAppKey, secret: Secret("planted"), in: database)

            await #expect(throws: SecretsError.self) {
                try await database.write {
                    try OneTimeLinks.open(
                        made.token, for: .showAppKey, keyring: .ephemeral(), at: Given.noon, in: $0)
                }
            }

            #expect(try await open(made.token, for: .showAppKey, at: Given.noon, in: database) == Secret("planted"))
        }
    }

    private func create(
        _ purpose: OneTimeLink.Purpose, secret: Secret?, in database: any Database
    ) async throws -> (link: OneTimeLink, token: Secret) {
        let keyring = keyring
        return try await database.write {
            try OneTimeLinks(Given.shop).create(
                purpose, subject: Self.subject, payload: "ERP", secret: secret, keyring: keyring, by: Given.actor,
                at: Given.noon, in: $0)
        }
    }

    @discardableResult
    private func open(
        _ token: Secret, for purpose: OneTimeLink.Purpose, at now: Instant, in database: any Database
    ) async throws -> Secret? {
        let keyring = keyring
        return try await database.write {
            try OneTimeLinks.open(token, for: purpose, keyring: keyring, at: now, in: $0).secret
        }
    }

    private func find(_ token: Secret, in database: any Database) async throws -> OneTimeLink? {
        try await database.read { try OneTimeLinks.find(token, in: $0) }
    }

    private func sealedCount(in database: any Database) async throws -> Int {
        try await database.read { transaction in
            try transaction.first("SELECT COUNT(*) FROM vault_secrets") { try $0.int(0) } ?? -1
        }
    }
}
