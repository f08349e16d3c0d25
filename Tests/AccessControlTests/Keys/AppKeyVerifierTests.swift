import AccessControl
import Basics
import Secrets
import Storage
import TestSupport
import Testing

struct AppKeyVerifierTests {
    /// A database with one node that checks keys, and its clock.
    private struct Node: Sendable {
        let database: any Database
        let clock: ManualClock
        let verifier: AppKeyVerifier

        static func open(
            _ engine: Engine, capacity: Int = 100, _ body: (Node) async throws -> Void
        ) async throws {
            try await withDatabase(engine, migrations: Given.migrations) { database in
                let clock = ManualClock(at: Given.noon)
                let verifier = AppKeyVerifier(
                    database: database, clock: clock, capacity: capacity, logger: .silent)
                try await body(Node(database: database, clock: clock, verifier: verifier))
            }
        }

        func set(_ state: AppKey.State, _ id: AppKeyID) async throws {
            let now = clock.now()
            try await database.write {
                try AppKeys(Given.shop).setState(state, of: id, by: Given.actor, at: now, in: $0)
            }
        }

        func revoke(_ id: AppKeyID) async throws {
            let now = clock.now()
            try await database.write { try AppKeys(Given.shop).revoke(id, by: Given.actor, at: now, in: $0) }
        }

        func lastUse(_ id: AppKeyID) async throws -> Instant? {
            try await database.read { try AppKeys(Given.shop).find(id, in: $0) }?.lastUsedAt
        }
    }

    @Test(arguments: Engine.allCases) func `a known key costs no question, and all keys together two a second`(
        engine: Engine
    ) async throws {
        try await Node.open(engine) { node in
            let keys = [try await Given.key(in: node.database), try await Given.key(in: node.database)]
            for key in keys { _ = try await node.verifier.verify(key.token) }
            let before = node.verifier.questions

            for _ in 0..<200 { for key in keys { _ = try await node.verifier.verify(key.token) } }
            let within = node.verifier.questions
            for _ in 0..<10 {
                node.clock.advance(by: .milliseconds(500))
                for key in keys { _ = try await node.verifier.verify(key.token) }
            }

            #expect(before == 2)
            #expect(within == before)
            #expect(node.verifier.questions == before + 10)
        }
    }

    @Test(arguments: Engine.allCases) func `a key that is switched off or revoked is refused within a second`(
        engine: Engine
    ) async throws {
        try await Node.open(engine) { node in
            let made = try await Given.key(in: node.database)
            _ = try await node.verifier.verify(made.token)

            try await node.set(.inactive, made.key.id)
            node.clock.advance(by: .seconds(1))
            await #expect(throws: AccessError(.keyInactive)) { try await node.verifier.verify(made.token) }

            try await node.set(.active, made.key.id)
            _ = try await node.verifier.verify(made.token)

            try await node.revoke(made.key.id)
            node.clock.advance(by: .seconds(1))
            await #expect(throws: AccessError(.keyUnknown)) { try await node.verifier.verify(made.token) }
            await #expect(throws: AccessError(.keyUnknown)) { try await node.verifier.verify(made.token) }
        }
    }

    @Test(arguments: Engine.allCases) func `one key's revocation does not let another's remembered right live on`(
        engine: Engine
    ) async throws {
        try await Node.open(engine) { node in
            let revoked = try await Given.key(in: node.database)
            let busy = try await Given.key(in: node.database)
            _ = try await node.verifier.verify(revoked.token)
            _ = try await node.verifier.verify(busy.token)

            try await node.revoke(revoked.key.id)
            node.clock.advance(by: .milliseconds(600))
            // The busy key's caller looks at the epoch for all.
            _ = try await node.verifier.verify(busy.token)

            await #expect(throws: AccessError(.keyUnknown)) { try await node.verifier.verify(revoked.token) }
        }
    }

    @Test(arguments: Engine.allCases) func `revoked while it is in use, it is never taken a second later`(
        engine: Engine
    ) async throws {
        try await Node.open(engine) { node in
            let made = try await Given.key(in: node.database)

            let outcomes = await Given.atOnce(40) { index in
                if index == 20 {
                    try await node.revoke(made.key.id)
                    return "revoked"
                }
                _ = try await node.verifier.verify(made.token)
                return "taken"
            }
            node.clock.advance(by: .seconds(1))
            let after = await Given.atOnce(10) { _ in
                _ = try await node.verifier.verify(made.token)
                return "taken"
            }

            #expect(outcomes["revoked"] == 1)
            #expect(outcomes["taken", default: 0] + outcomes["access.key_unknown", default: 0] == 39)
            #expect(after == ["access.key_unknown": 10])
        }
    }

    @Test(arguments: Engine.allCases) func `an expired key is refused though it is remembered`(
        engine: Engine
    ) async throws {
        try await Node.open(engine) { node in
            let end = Given.noon + .milliseconds(100)
            let made = try await Given.key(expiresAt: end, in: node.database)
            _ = try await node.verifier.verify(made.token)

            node.clock.advance(by: .milliseconds(100))

            await #expect(throws: AccessError(.keyExpired(at: end))) { try await node.verifier.verify(made.token) }
            node.clock.advance(by: .seconds(5))
            await #expect(throws: AccessError(.keyExpired(at: end))) { try await node.verifier.verify(made.token) }
        }
    }

    @Test(arguments: Engine.allCases) func `what is no key asks no database; a forged one is asked for and forgotten`(
        engine: Engine
    ) async throws {
        try await Node.open(engine) { node in
            let made = try await Given.key(in: node.database)
            try await node.revoke(made.key.id)
            let wrong = made.token.reveal { Secret(String($0.dropLast()) + ($0.hasSuffix("a") ? "b" : "a")) }

            for text in [Secret(""), Secret("Bearer x"), wrong, made.token.reveal { Secret(String($0.dropLast())) }] {
                await #expect(throws: AccessError(.keyMalformed)) { try await node.verifier.verify(text) }
            }
            let asked = node.verifier.questions
            await #expect(throws: AccessError(.keyUnknown)) { try await node.verifier.verify(made.token) }

            #expect(asked == 0)
            #expect(node.verifier.questions == 1)
            #expect(node.verifier.remembered == 0)
        }
    }

    @Test(arguments: Engine.allCases) func `it remembers no more keys than it may`(engine: Engine) async throws {
        try await Node.open(engine, capacity: 4) { node in
            var keys: [Secret] = []
            for _ in 0..<9 { keys.append(try await Given.key(in: node.database).token) }

            for key in keys {
                _ = try await node.verifier.verify(key)
                #expect(node.verifier.remembered <= 4)
            }
            for key in keys { _ = try await node.verifier.verify(key) }

            #expect(node.verifier.remembered <= 4)
        }
    }

    @Test(arguments: Engine.allCases) func `the first use is written at once, later ones once a minute and at the end`(
        engine: Engine
    ) async throws {
        try await Node.open(engine) { node in
            let made = try await Given.key(in: node.database)
            _ = try await node.verifier.verify(made.token)
            let first = try await node.lastUse(made.key.id)

            node.clock.advance(by: .seconds(30))
            _ = try await node.verifier.verify(made.token)
            let second = try await node.lastUse(made.key.id)
            node.clock.advance(by: .seconds(30))
            _ = try await node.verifier.verify(made.token)
            let third = try await node.lastUse(made.key.id)
            node.clock.advance(by: .seconds(7))
            _ = try await node.verifier.verify(made.token)
            await node.verifier.flushUses()

            #expect(first == Given.noon)
            #expect(second == Given.noon)
            #expect(third == Given.noon + .seconds(60))
            #expect(try await node.lastUse(made.key.id) == Given.noon + .seconds(67))
        }
    }

    @Test(arguments: Engine.allCases) func `a clock that is set back makes it ask again`(engine: Engine) async throws {
        try await Node.open(engine) { node in
            let made = try await Given.key(in: node.database)
            _ = try await node.verifier.verify(made.token)

            node.clock.advance(by: .seconds(-3600))
            _ = try await node.verifier.verify(made.token)
            _ = try await node.verifier.verify(made.token)

            #expect(node.verifier.questions == 2)
        }
    }

    @Test(arguments: Engine.allCases) func `without a database a key is good for a second and no longer`(
        engine: Engine
    ) async throws {
        try await Node.open(engine) { node in
            let made = try await Given.key(in: node.database)
            _ = try await node.verifier.verify(made.token)
            await node.database.close()

            _ = try await node.verifier.verify(made.token)
            node.clock.advance(by: .seconds(1))

            let code = await Given.atOnce(1) { _ in
                _ = try await node.verifier.verify(made.token)
                return "taken"
            }
            #expect(code == ["storage.closed": 1])
        }
    }
}
