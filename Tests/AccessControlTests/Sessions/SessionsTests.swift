import AccessControl
import Basics
import Secrets
import Storage
import TestSupport
import Testing

struct SessionsTests {
    private static let visitor = Visitor(address: "192.0.2.7", agent: "Firefox\n on Debian")

    @Test(arguments: Engine.allCases) func `a token finds its member until it is signed out`(engine: Engine)
        async throws
    {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let ana = try await Given.member("ana@example.com", in: database)
            let begun = try await begin(ana, in: database)

            let found = try #require(try await find(begun.token, at: Given.noon, in: database))
            let strange = try await find(SessionToken(Secret("no such token")), at: Given.noon, in: database)
            let ended = try await database.write { try Sessions().end(begun.session.id, of: ana.id, in: $0) }

            #expect(found.member == ana)
            #expect(found.sessionID == begun.session.id)
            #expect(strange == nil)
            #expect(ended)
            #expect(try await find(begun.token, at: Given.noon, in: database) == nil)
        }
    }

    @Test(arguments: Engine.allCases) func `a session ends after twelve idle hours, and after thirty days of use`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let ana = try await Given.member("ana@example.com", in: database)
            let idle = try await begin(ana, in: database)
            let busy = try await begin(ana, in: database)
            let second = Duration.seconds(1)

            var now = Given.noon
            while now < Given.noon + Sessions.ageMax - .seconds(3600) {
                now = now + .seconds(3600)
                let used = now
                try await database.write { try Sessions().touch(busy.session.id, at: used, in: $0) }
            }

            #expect(try await find(idle.token, at: Given.noon + Sessions.idleMax - second, in: database) != nil)
            #expect(try await find(idle.token, at: Given.noon + Sessions.idleMax, in: database) == nil)
            #expect(try await find(busy.token, at: Given.noon + Sessions.ageMax - second, in: database) != nil)
            #expect(try await find(busy.token, at: Given.noon + Sessions.ageMax, in: database) == nil)
        }
    }

    @Test(arguments: Engine.allCases) func `a use is written once a minute`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let ana = try await Given.member("ana@example.com", in: database)
            let begun = try await begin(ana, in: database)

            let early = try await database.read {
                try Sessions().find(begun.token, at: Given.noon + .seconds(59), in: $0)
            }
            let late = try await database.read {
                try Sessions().find(begun.token, at: Given.noon + .seconds(60), in: $0)
            }
            try await database.write {
                try Sessions().touch(begun.session.id, at: Given.noon + .seconds(59), in: $0)
                try Sessions().touch(begun.session.id, at: Given.noon + .seconds(90), in: $0)
            }

            let list = try await database.read {
                try Sessions().list(of: ana.id, at: Given.noon + .seconds(90), in: $0)
            }
            #expect(early?.isToTouch == false)
            #expect(late?.isToTouch == true)
            #expect(list.map(\.lastUsedAt) == [Given.noon + .seconds(90)])
        }
    }

    @Test(arguments: Engine.allCases) func `a member lists and ends his own sessions and nobody else's`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let ana = try await Given.member("ana@example.com", in: database)
            let bia = try await Given.member("bia@example.com", in: database)
            let first = try await begin(ana, in: database)
            _ = try await begin(ana, in: database)
            let hers = try await begin(bia, in: database)

            let listed = try await database.read { try Sessions().list(of: ana.id, at: Given.noon, in: $0) }
            let stolen = try await database.write { try Sessions().end(hers.session.id, of: ana.id, in: $0) }
            let ended = try await database.write { try Sessions().endAll(of: ana.id, in: $0) }

            #expect(listed.count == 2)
            #expect(listed.map(\.address) == ["192.0.2.7", "192.0.2.7"])
            #expect(listed.map(\.agent) == ["Firefox on Debian", "Firefox on Debian"])
            #expect(!stolen)
            #expect(ended == 2)
            #expect(try await find(first.token, at: Given.noon, in: database) == nil)
            #expect(try await find(hers.token, at: Given.noon, in: database) != nil)
        }
    }

    @Test(arguments: Engine.allCases) func `the database holds no token`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let ana = try await Given.member("ana@example.com", in: database)
            let begun = try await begin(ana, in: database)

            let stored = try await database.read { transaction in
                try transaction.all("SELECT token_hash FROM sign_in_sessions") { try $0.bytes(0) }
            }

            #expect(stored == [TokenDigest(of: begun.token.secret).bytes])
            #expect(!"\(begun)".contains(begun.token.secret.reveal { $0 }))
        }
    }

    @Test func `a form token belongs to one session`() {
        let mine = SessionToken(Secret("one"))
        let other = SessionToken(Secret("two"))

        #expect(mine.isFormToken(mine.formToken))
        #expect(!other.isFormToken(mine.formToken))
        #expect(!mine.isFormToken(Secret("")))
        #expect(!mine.isFormToken(mine.secret))
    }

    private func begin(
        _ member: Member, in database: any Database
    ) async throws -> (session: Session, token: SessionToken) {
        try await database.write {
            try Sessions().begin(for: member.id, from: Self.visitor, at: Given.noon, in: $0)
        }
    }

    private func find(_ token: SessionToken, at now: Instant, in database: any Database) async throws -> SignedIn? {
        try await database.read { try Sessions().find(token, at: now, in: $0) }?.signedIn
    }
}
